// What stands left of the last await is evaluated first and kept.
import { asyncTrait } from 'boxless';

class Sum {
  @asyncTrait
  async total(a: () => number, b: () => Promise<number>, c: () => number): Promise<number> {
    return Math.max(a(), await b(), c());
  }
}
