// options: { "checked": true }
import { asyncTrait, dynTrait, join } from 'boxless';

interface Readable {
  next(): Promise<number>;
}

export const DynReadable = dynTrait<Readable>();

class Reader {
  @asyncTrait
  async next(): Promise<number> {
    return 1;
  }

  @asyncTrait
  async *items() {
    yield 1;
  }

  @asyncTrait
  async two() {
    return await join(this.next(), 2);
  }
}
