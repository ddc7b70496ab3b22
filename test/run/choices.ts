// frame: 13
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

@asyncTrait
class Choices extends Case {
  readonly nothing: any = undefined;

  async ofTwoCalls() {
    return [await (this.note(true) ? this.leaf.get(1) : this.leaf.get(2)), await (this.note(false) ? this.leaf.get(3) : this.leaf.get(4))];
  }

  async ofACallAndAValue() {
    return [await (this.note(0) ? this.leaf.get(1) : this.note('a')), await (this.note(1) ? this.leaf.get(2) : 'b'), await (this.note(0) ? this.leaf.get(3) : Promise.resolve('c'))];
  }

  async ofThree(n: number = 1) {
    return await (n === 0 ? this.leaf.get(0) : n === 1 ? this.leaf.get(this.note(1)) : this.nothing.get(2));
  }

  async unlessKnown() {
    const promise = Promise.resolve('promised');
    return [await (this.nothing ?? this.leaf.get(1)), await (this.note('known') ?? this.leaf.get('never')), await (promise ?? this.leaf.get('never'))];
  }

  async eitherOrBoth() {
    return [await (this.note(0) || this.leaf.get(1)), await (this.note(1) || this.leaf.get('never')), await (this.note(0) && this.leaf.get('never')), await (this.note(2) && this.leaf.get(3))];
  }

  async withATestThatAwaits() {
    return await ((await this.leaf.get(true)) ? this.leaf.get(1) : this.leaf.get('never'));
  }

  async withALeftSideThatAwaits() {
    return await ((await this.leaf.get(undefined)) ?? this.leaf.get(1));
  }

  async withArgumentsThatAwait() {
    return this.note('before') + (await (this.note(true) ? this.leaf.get(await this.leaf.get(1)) : 0)) + this.note('after');
  }

  async inALoop() {
    let sum = 0;
    for (let n = 0; n < 4; n++) sum += await (n & 1 ? this.leaf.get(n) : this.leaf.get(10 * n));
    return sum;
  }

  async inATry() {
    try {
      return await (this.note(true) ? this.leaf.get(1) : 0);
    } catch (error) {
      return [error, await (this.nothing || this.leaf.get(2))];
    } finally {
      this.log(await (this.note(false) ? 0 : this.leaf.get(3)));
    }
  }

  async ofWhatThrows() {
    return await (this.note(true) ? this.nothing.get() : this.leaf.get('never'));
  }

  async ofAMissingReceiver() {
    return await (this.note(true) ? this.nothing?.get(this.note('never')) : this.leaf.get('never'));
  }

  async asAStatement() {
    await (this.note(true) ? this.leaf.get(1) : this.leaf.get(2));
    await (this.nothing ?? this.leaf.get(3));
  }
}

export const main = (log: Log) => matrix(log, Choices);
