// options: { "scheduling": "sometimes", "eager": true, "runtime": { "name": "rt" } }
import { asyncTrait } from 'boxless';

export class Cursor {
  @asyncTrait
  async next(): Promise<number> {
    return 1;
  }
}
