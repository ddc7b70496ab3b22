// run: expand syntax-error.ts
import { asyncTrait } from 'boxless';

export class Cursor {
  @asyncTrait
  async next(): Promise<number> {
    return 1
  };
  }
}
