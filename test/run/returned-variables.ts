// frame: 12
/** `return x` where x is a variable: it is looked at for a `then`, unless all it is ever given are primitive values. */
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

@asyncTrait
class Returned extends Case {
  private readonly later: any = { then: (resolve: (value: number) => void) => { this.note(7); resolve(9); } };

  async sum() {
    let sum = 0;
    for (let i = 0; i < 3; i++) sum += await this.leaf.get(i);
    return sum;
  }
  async steps() {
    let n = 5;
    let m = n;
    await this.leaf.get(1);
    n--;
    m = n;
    return m;
  }
  async text() {
    let text = '';
    text += `${await this.leaf.get('a')}`;
    return text || 'nothing';
  }
  async never() {
    let value: unknown;
    await this.leaf.get(1);
    return value;
  }
  async assigned() {
    let value: any = 1;
    await this.leaf.get(1);
    value = this.later;
    return value;
  }
  async throughAnother() {
    let value: any = 1;
    let other: any = 2;
    await this.leaf.get(1);
    other = this.later;
    value = other;
    return value;
  }
  async logical() {
    let value: any = 0;
    await this.leaf.get(1);
    value ||= this.later;
    return value;
  }
  async inAPattern() {
    let value: any = 1;
    await this.leaf.get(1);
    [value = 2] = [this.later];
    return value;
  }
  async inAnObjectPattern() {
    let value: any = 1;
    await this.leaf.get(1);
    ({ key: value = 2 } = { key: this.later });
    return value;
  }
  async inAShortPattern() {
    let value: any = 1;
    await this.leaf.get(1);
    ({ value = 2 } = { value: this.later });
    return value;
  }
  async inAHead() {
    let value: any = 1;
    await this.leaf.get(1);
    for ([value = 2] of [[this.later]]) this.note(3);
    return value;
  }
  async ofALoop() {
    for (const value of [this.later]) {
      await this.leaf.get(1);
      return value;
    }
  }
}

export const main = (log: Log) => matrix(log, Returned);
