// frame: 1
// coroutine: Calls.#hidden, Calls.aDelegate, Calls.aDelegateAbove, Calls.aDelegateAboveBehindAnAwait, Calls.aDelegateBehindAnAwait, Calls.chains, Calls.chainsOfComputedMembers, Calls.chainsOfFunctions, Calls.chainsOfMembers, Calls.choices, Calls.choicesThatAwait, Calls.eitherDelegate, Calls.inATry, Calls.ofAPrivateMethod, Calls.ofAThenable, Calls.ofNoTraitAbove, Calls.ofWhatIsNoTrait, Calls.ofWhatThrows, Calls.onNothingBehindAMember
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class Base extends Case {
  @asyncTrait
  async _above(value: unknown): Promise<any> {
    return await this.leaf.get(value);
  }
}

/** Generators poll the same calls as frames. */
@asyncTrait
class Calls extends Base {
  readonly self: any = this;
  readonly nothing: any = undefined;
  get counted(): any {
    return this.note(this.leaf);
  }

  async chains() {
    arguments.length;
    return [await this.self?.leaf.get(1), await this.nothing?.get(this.note('never')), await this.self.leaf?.get(this.note(2), () => 'long'), await this.nothing?.get(() => 1)];
  }

  async chainsOfMembers() {
    arguments.length;
    return [await this.counted.get?.(1), await this.self.missing?.(this.note('never')), await this.nothing?.get?.(this.note('never')), await this.self?.leaf.get?.(2), await this.counted?.get?.(3, () => 'long')];
  }

  async chainsOfComputedMembers() {
    arguments.length;
    return [await this.self?.[this.note('_above')](4), await this.nothing?.[this.note('never')](5), await this.self[this.note('_above')]?.(await this.leaf.get(6)), await this.self?.counted[this.note('get')]?.(7)];
  }

  async chainsOfFunctions() {
    arguments.length;
    const get = (value: unknown) => this.leaf.get(value); return [await get?.(1), await (this.nothing as typeof get)?.(this.note('never')), await get?.(() => 1)];
  }

  async onNothingBehindAMember() {
    arguments.length;
    return await this.self?.nothing.get(this.note('never'));
  }

  async choices() {
    arguments.length;
    return [await (this.note(true) ? this.leaf.get(1) : this.leaf.get(2)), await (this.note(0) ? this.leaf.get(3) : 'b'), await (this.nothing ?? this.leaf.get(4)), await (this.note(1) || this.leaf.get('never')), await (this.note(2) && this.leaf.get(5))];
  }

  async choicesThatAwait() {
    arguments.length;
    return await ((await this.leaf.get(true)) ? this.leaf.get(await this.leaf.get(1)) : this.nothing?.get());
  }

  async aDelegate() {
    arguments.length;
    return this._above(this.note(1));
  }

  async aDelegateBehindAnAwait() {
    arguments.length;
    const value = await this.leaf.get(1); return this._above(value);
  }

  async aDelegateAbove() {
    arguments.length;
    return super._above(this.note(1));
  }

  async aDelegateAboveBehindAnAwait() {
    arguments.length;
    await this.leaf.get(0); return this.note(true) ? super._above(this.note(1)) : super.toString();
  }

  async eitherDelegate() {
    arguments.length;
    return this.note(null) ?? this.leaf.get(2);
  }

  async inATry() {
    arguments.length;
    try { return this._above(1); } catch { return 'never'; } finally { this.log('finally'); }
  }

  async ofAPrivateMethod() {
    arguments.length;
    return this.#hidden(1);
  }

  async ofWhatIsNoTrait() {
    arguments.length;
    return this.note(Promise.resolve('promised'));
  }

  async ofAThenable() {
    arguments.length;
    return this.note({ then: (resolve: (value: unknown) => void) => resolve(this.note('adopted')) });
  }

  async ofWhatThrows() {
    arguments.length;
    return this.nothing.get(this.note('never'));
  }

  async ofNoTraitAbove() {
    arguments.length;
    await this.leaf.get(1); return (super.note as any)(Promise.resolve(2));
  }

  async #hidden(value: unknown) {
    arguments.length;
    return this.leaf.get(value);
  }
}

export const main = (log: Log) => matrix(log, Calls);
