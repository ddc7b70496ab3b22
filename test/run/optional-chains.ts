// frame: 12
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
