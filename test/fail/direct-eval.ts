import { asyncTrait } from 'boxless';

export class Cursor {
  @asyncTrait
  async next(text: string): Promise<number> {
    return await eval(text);
  }
}
