// A poll where the callee is compiled, the public call where it is not.
import { asyncTrait } from 'boxless';

class Limit {
  constructor(private readonly input: { next(): Promise<number> }) {}

  @asyncTrait
  async next(): Promise<number> {
    return await this.input.next();
  }
}
