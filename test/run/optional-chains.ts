// frame: 17
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class Chains extends Case {
  readonly self: any = this;
  readonly nothing: any = undefined;
  name = 'case';
  _named(...args: unknown[]) {
    return [this.name, ...args];
  }

  @asyncTrait
  async awaitedReceiver() {
    return [(await this.leaf.get(undefined))?.x.y.z, (await this.leaf.get({ x: { y: 1 } }))?.x.y];
  }

  @asyncTrait
  async skippedArguments() {
    return [this.nothing?.m(await this.leaf.get('never')), this.self?._named(await this.leaf.get(1), this.note(2))];
  }

  @asyncTrait
  async skippedKeys() {
    return [this.nothing?.[await this.leaf.get('never')].x.y, this.self?.[await this.leaf.get('name')]];
  }

  @asyncTrait
  async optionalCalls() {
    return [this.self.missing?.(await this.leaf.get('never')), this.self._named?.(await this.leaf.get(1))];
  }

  @asyncTrait
  async awaitedOptionalCall() {
    return [await this.nothing?.get(this.note('never')), await this.self.leaf?.get(3), await this.self.leaf.missing?.(4)];
  }

  get counted(): any {
    return this.note(this.leaf);
  }
  get = undefined;

  @asyncTrait
  async onTheSpot(cache: any = this.leaf, none: any = null) {
    const rows = [await cache?.get(1), await none?.get(this.note('never')), await cache?.get(this.note(2), () => 'bulky'), await none?.get(() => this.note('never'))];
    rows.push(await this.counted?.get(3), await this.self?.counted.get(4), await this.self?.nothing?.counted.get(this.note('never')));
    return [...rows, this.note('between') + (await this.self?.self!.counted?.get(5)) + this.note('after')];
  }

  @asyncTrait
  async membersThatMayBeMissing() {
    const { get } = { get: async (value: unknown) => this.note(value) };
    const rows = [await this.counted.get?.(1), await this.self.missing?.(this.note('never')), await this.nothing?.get?.(this.note('never')), await this.self?.leaf.get?.(2)];
    rows.push(await this.counted?.get?.(3, () => 'bulky'), await this.self['leaf']?.[this.note('get')](4), await this.nothing?.[this.note('never')](5), await this.self.counted[this.note('get')]?.(6));
    return [...rows, await get?.(7), await (this.nothing as typeof get)?.(this.note('never')), await get?.(8).then((n: any) => n + 1), await this.self.get?.(9)];
  }

  @asyncTrait
  async onNothingBehindAMember() {
    return await this.self?.nothing.get(this.note('never'));
  }

  @asyncTrait
  async onNothingThatIsNoMethod() {
    return await this.self?.name(this.note('argument'));
  }

  @asyncTrait
  async optionalInALoop() {
    let sum = 0;
    for (let leaf: any = this.leaf, n = 0; n < 4; n++) {
      sum += (await leaf?.get(n)) ?? 10;
      if (n === 1) leaf = null;
    }
    return sum;
  }

  @asyncTrait
  async deleteOfAChain() {
    const object: any = { a: 1, b: 2 };
    return [delete object?.[await this.leaf.get('a')], delete this.nothing?.[await this.leaf.get('never')], object];
  }

  @asyncTrait
  async awaitedReceiverOfACall() {
    return (await this.leaf.get(this.self))?._named(this.note(1));
  }

  @asyncTrait
  async parenthesised() {
    return (this.self?._named)(await this.leaf.get(1));
  }

  @asyncTrait
  async nullishBase() {
    return this.nothing.x[await this.leaf.get('never')];
  }

  @asyncTrait
  async callOfUndefined() {
    return this.self.missing(await this.leaf.get('first'));
  }

  @asyncTrait
  async awaitedCallOfUndefined() {
    return await this.self.missing(this.note('argument'));
  }

  @asyncTrait
  async awaitedCallOnUndefined() {
    return await this.nothing.get(this.note('never'));
  }
}

export const main = (log: Log) => matrix(log, Chains);
