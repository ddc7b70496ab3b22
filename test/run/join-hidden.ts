// frame: 4
/** `join` is not ours where anything else in the file has the name. */
import { asyncTrait, join } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

const quiet = (values: unknown[]): unknown => values.map((value) => Promise.resolve(value).catch(() => {})).length;

class Hidden extends Case {
  @asyncTrait
  async local() {
    const join = (...values: unknown[]) => quiet(values);
    return await join(this.leaf.get(1), 2);
  }

  @asyncTrait
  async parameter() {
    return await this._with((...values) => quiet(values));
  }

  @asyncTrait
  async _with(join: (...values: unknown[]) => unknown) {
    return await join(this.leaf.get(1), 2);
  }

  @asyncTrait
  async ours() {
    return await join(this.leaf.get(1), 2);
  }
}

export const main = (log: Log) => matrix(log, Hidden);
