import { asyncTrait } from 'boxless';

const name = Symbol('next');

export class Cursor {
  @asyncTrait
  async [name](): Promise<number> {
    return 1;
  }

  inner = class {
    @asyncTrait
    async next(): Promise<number> {
      return 1;
    }
  };
}

export const base = {
  /** @asyncTrait */
  async next(): Promise<string> {
    return super.toString();
  },
};
