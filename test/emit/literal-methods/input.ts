// A method that uses `super` must be a method of this very literal.
import { asyncTrait } from 'boxless';

export const reader = {
  /** @asyncTrait */
  async plain(): Promise<number> {
    return 1;
  },
  /** @asyncTrait */
  async text(): Promise<string> {
    return super.toString();
  },
};
