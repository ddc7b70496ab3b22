import { asyncTrait } from 'boxless';

export class Cursor {
  @asyncTrait
  async *items(): AsyncGenerator<number> {
    yield 1;
  }
}
