// frame: 30
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

@asyncTrait
class Base extends Case {
  async _above(value: unknown): Promise<any> {
    return this.leaf.get(value);
  }
}

@asyncTrait
class Tails extends Base {
  readonly self: any = this;
  readonly nothing: any = undefined;
  name = 'case';

  async _deeper(value: unknown): Promise<any> {
    return this._above(value);
  }

  async _twice(value: any): Promise<any> {
    await this.leaf.get(value);
    return this._deeper(this.note(value));
  }

  async #hidden(value: unknown): Promise<any> {
    return this.leaf.get(value);
  }

  async aDelegate() {
    return this.leaf.get(this.note(1));
  }

  async ofADelegate() {
    return [await this._deeper(1), await this._twice(2)];
  }

  async behindAnAwait() {
    const value = await this.leaf.get(1);
    return this._deeper(value);
  }

  async behindALoop() {
    for (let n = 0; ; n++) {
      if ((await this.leaf.get(n)) === 1) return this._deeper(n);
    }
  }

  async inALoopOverAnIterator() {
    for (const value of [1, 2]) return this._deeper(value);
    return 0;
  }

  async inATry() {
    try {
      return this._deeper(1);
    } catch (error) {
      return ['never', error];
    } finally {
      this.log('finally');
    }
  }

  async awaitedInATry() {
    try {
      return await this._deeper(1);
    } catch {
      return this._deeper(2);
    }
  }

  async aCondition() {
    return this.note(true) ? this._deeper(1) : this.leaf.get(2);
  }

  async aConditionThatAwaits() {
    return (await this.leaf.get(true)) ? this.note('a value') : this.leaf.get(2);
  }

  async _above(value: unknown): Promise<any> {
    this.log('overridden');
    return super._above(value);
  }

  async ofTheClassAbove() {
    return super._above(this.note(1));
  }

  async ofTheClassAboveByAName() {
    return super[this.note('_above' as const)](() => 1);
  }

  async ofWhatIsNotThereAbove() {
    return (super.toString as any)(this.note(1)) && (super.note as any)(await this.leaf.get(2));
  }

  async ofAPrivateMethod() {
    return this.#hidden(1);
  }

  async ofAnAwaitedReceiver() {
    return (await this.leaf.get(this.leaf)).get(2);
  }

  async ofAFunction() {
    const load = this.leaf.get.bind(this.leaf);
    return load(this.note(1));
  }

  async ofWhatIsNoTrait() {
    return this.note(Promise.resolve(this.name));
  }

  async ofAPlainValue() {
    return this.note('plain');
  }

  async ofAThenable() {
    return this.note({ then: (resolve: (value: unknown) => void) => resolve(this.note('adopted')) });
  }

  async ofWhatThrows() {
    return this.nothing.get(this.note('never'));
  }

  async ofWhatIsNotThere() {
    return this.self.missing(this.note('argument'));
  }

  async ofAnOwnProperty() {
    const leaf = Object.assign(Object.create(this.leaf), { get: async (value: unknown) => this.note(value) });
    return leaf.get(1);
  }

  async withAnArgumentThatAwaits() {
    return this._deeper(await this.leaf.get(1));
  }

  async withLongArguments() {
    return this._deeper([this.note('an argument that is far too long to be written twice'), () => this.note('never')].length);
  }

  async ofAnArrowFunction() {
    const get = async (value: unknown) => this.leaf.get(value);
    return [await get(1), await get(2)];
  }

  async thatIsRecursive(n: number = 3): Promise<unknown> {
    return n === 0 ? this.leaf.get('end') : this.thatIsRecursive(n - 1);
  }
}

export const main = (log: Log) => matrix(log, Tails);
