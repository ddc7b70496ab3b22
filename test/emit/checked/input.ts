// options: { "checked": true }
import { asyncTrait, join } from 'boxless';

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
