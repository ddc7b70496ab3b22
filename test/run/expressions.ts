// frame: Expressions.sum, Expressions.nested
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class Expressions extends Case {
  @asyncTrait
  async sum() {
    return this.note(1) + (await this.leaf.get(2)) * this.note(3) - (await this.leaf.get(4));
  }

  @asyncTrait
  async nested() {
    return await this.leaf.get((await this.leaf.get(1)) + (await this.leaf.get(this.note(2))));
  }
}

export const main = (log: Log) => matrix(log, Expressions);
