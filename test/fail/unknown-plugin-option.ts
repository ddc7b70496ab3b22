// options: { "shceduling": "microtask" }
import { asyncTrait } from 'boxless';

export class Cursor {
  @asyncTrait
  async next(): Promise<number> {
    return 1;
  }
}
