// Object, key and old value are read before the await.
import { asyncTrait } from 'boxless';

class Sums {
  readonly a = [0, 0];
  @asyncTrait
  async add(i: () => number, f: () => Promise<number>): Promise<void> {
    this.a[i()] += await f();
  }
}
