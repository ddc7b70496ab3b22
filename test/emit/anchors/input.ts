// Each evaluation of a class has its own table of methods, also where no variable can be declared.
import { asyncTrait } from 'boxless';

export class Outer {
  inner = class {
    @asyncTrait
    async next(): Promise<number> {
      return 1;
    }
  };
}

export const make = () => class {
  @asyncTrait
  async next(): Promise<number> {
    return 2;
  }
};
