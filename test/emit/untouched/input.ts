// Nothing is marked: nothing changes.
import { poolOf } from 'boxless';

class Plain {
  async next(): Promise<number> {
    return await Promise.resolve(poolOf(this).live);
  }
}
