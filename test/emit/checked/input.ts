// options: { "checked": true }
import { asyncTrait } from 'boxless';

class Reader {
  @asyncTrait
  async next(): Promise<number> {
    return 1;
  }
}
