// options: { "checked": "yes", "pool": { "max": "many", "scopes": "class" }, "returns": "Promise", "exclusive": true }
import { asyncTrait } from 'boxless';

export class Cursor {
  @asyncTrait
  async next(): Promise<number> {
    return 1;
  }
}
