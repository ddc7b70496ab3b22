// frame: 17
/** Several calls awaited together: polled where the compiler sees them, and the same as Promise.all and Promise.race. */
import { asyncTrait, join, race } from 'boxless';
import * as boxless from 'boxless';
import { Case, matrix, turn, type Log } from './support/leaf';

class Join extends Case {
  @asyncTrait
  async calls() {
    const [a, b, c] = await join(this.leaf.get(1), this._twice(2), this.leaf.get('three'));
    return [a, b, c];
  }

  /** One call of the leaf, at once: calls in flight together do not take turns between ready awaits as native ones do. */
  @asyncTrait
  async _twice(value: number) {
    const got = await this.leaf.get(value);
    return got + got;
  }

  @asyncTrait
  async order() {
    return await join(this.leaf.get(this.note('a')), this._twice(this.note(1)), this.note('value'), this.leaf.get(this.note('b')));
  }

  @asyncTrait
  async valuesAndPromises() {
    return [
      await join(this.leaf.get(1), 2, Promise.resolve(3), { then: (done: (x: unknown) => void) => done(4) }, null, { five: 5 }),
      await join(this.leaf.get('x')),
      await join(1, 2),
      await join(),
      await join(...[this.leaf.get(1), this.leaf.get(2)]),
    ];
  }

  @asyncTrait
  async caught() {
    try {
      return await join(this.leaf.get(1), this.leaf.get(2));
    } catch (error) {
      return ['caught', error];
    } finally {
      this.log('finally');
    }
  }

  @asyncTrait
  async inALoop() {
    const all: unknown[] = [];
    for (let i = 0; i < 3; i++) all.push(await join(this.leaf.get(i), this.leaf.get(-i)));
    return all;
  }

  @asyncTrait
  async nested() {
    return await join(join(this.leaf.get(1), this.leaf.get(2)), this._inner());
  }

  @asyncTrait
  async _inner() {
    return await join(this.leaf.get('inner 1'), this.leaf.get('inner 2'));
  }

  @asyncTrait
  async argumentsThatAwait() {
    return await join(this.leaf.get(await this.leaf.get(1)), this.leaf.get(2));
  }

  /** A call whose promise is left behind must not reject. */
  @asyncTrait
  async _quiet(value: unknown) {
    try {
      return await this.leaf.get(value);
    } catch {
      return 'quiet';
    }
  }

  @asyncTrait
  async argumentsThatThrow() {
    const fail = (): never => { throw new Error('argument'); };
    try {
      return await join(this._quiet(1), this._quiet(fail()), this._quiet(3));
    } catch (error) {
      this.log('caught', error);
    }
    try {
      return await join((undefined as any).leaf.get(fail()), this._quiet(3));
    } catch (error) {
      this.log('caught', (error as Error).name);
    }
    try {
      return await join(this._quiet(1), (this as any).missing(2), this._quiet(3));
    } catch (error) {
      return (error as Error).name;
    }
  }

  @asyncTrait
  async overridden() {
    const get = (this.leaf as any).get;
    (this.leaf as any).get = (x: unknown) => `synchronous ${x}`;
    this.log(await join(this.leaf.get(1), this._twice(2)));
    (this.leaf as any).get = async (x: unknown) => `native ${x}`;
    this.log(await join(this.leaf.get(1), this._twice(2)));
    (this.leaf as any).get = get;
    return await join(this.leaf.get(1), this._twice(2));
  }

  #secret(x: number) { return this._twice(x); }

  @asyncTrait
  async #hidden(x: number) { return await this._twice(x); }

  @asyncTrait
  async otherCalls() {
    const fn = async (x: number) => this._twice(x);
    const key = '_twice' as const;
    return await join(this.#secret(1), this.#hidden(2), fn(3), this[key](4), this?._twice(5), boxless.join(this._twice(6)));
  }

  @asyncTrait
  async namespaced() {
    return await boxless.join(this.leaf.get(1), this.leaf.get(2));
  }

  @asyncTrait
  async raced() {
    return [await race(this.leaf.get(1), turn().then(turn)), await race(this._twice(2), turn().then(turn)), await race(3, this.leaf.get(3)), await race(Promise.resolve('first'), this.leaf.get(4))];
  }

  @asyncTrait
  async racedToo() {
    const never = new Promise(() => {});
    try {
      return await race(never, this.leaf.get(1), this.leaf.get(2));
    } catch (error) {
      return error;
    }
  }
}

export const main = (log: Log) => matrix(log, Join);
