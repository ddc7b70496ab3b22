// frame: 39
// coroutine: Whole.#counted
/** Static, private and inherited trait methods; `super`; overriding in both directions. */
import { asyncTrait } from 'boxless';
import * as boxless from 'boxless';
import { asyncTrait as marked } from 'boxless';
import { Case, Leaf, matrix, type Log } from './support/leaf';

class Base extends Case {
  tag = 'base';

  @asyncTrait
  async compiledInBase(x: any = 'default'): Promise<any> {
    return [this.tag, 'Base.compiledInBase', await this.leaf.get(x)];
  }

  async plainInBase(x: any = 'default'): Promise<any> {
    return [this.tag, 'Base.plainInBase', await this.leaf.get(x)];
  }

  @asyncTrait
  async callsBoth(): Promise<any> {
    return [await this.compiledInBase(1), await this.plainInBase(2)];
  }

  @asyncTrait
  async inherited() {
    return await this.leaf.get(this.tag);
  }

  get accessor() { return 'accessor of base'; }
}

class Derived extends Base {
  override tag = 'derived';

  override async compiledInBase(x: any = 'other'): Promise<any> {
    return ['plain override', x, await super.compiledInBase(await this.leaf.get('o'))];
  }

  @asyncTrait
  override async plainInBase(x: any = 'other'): Promise<any> {
    return ['compiled override', x, await super.plainInBase(await this.leaf.get('p'))];
  }

  @asyncTrait
  override async callsBoth(): Promise<any> {
    return ['derived', await super.callsBoth(), super.accessor, await super['compiledInBase']('direct')];
  }

  @asyncTrait
  async superInArrow() {
    const call = () => super.inherited();
    return [await call(), await super.inherited()];
  }

  @asyncTrait
  async superInALoop() {
    const out: unknown[] = [];
    for (let i = 0; i < 2; i++) out.push(await super.compiledInBase(i), super.accessor);
    return out;
  }
}

class Third extends Derived {
  @asyncTrait
  override async compiledInBase(x: any): Promise<any> {
    return ['third', await super.compiledInBase(x)];
  }
}

class Statics extends Case {
  static count = 0;

  @asyncTrait
  static async make(leaf: Leaf, x: any): Promise<any> {
    this.count += await leaf.get(1);
    return [this.name, x, await this.other(leaf)];
  }

  @asyncTrait
  static async other(leaf: Leaf): Promise<any> {
    return await leaf.get('other');
  }

  @asyncTrait
  async statics() {
    Statics.count = 0;
    return [await Statics.make(this.leaf, 'x'), await SubStatics.make(this.leaf, 'y'), Statics.count, Object.hasOwn(SubStatics, 'count')];
  }
}

class SubStatics extends Statics {
  @asyncTrait
  static override async other(leaf: Leaf): Promise<any> {
    return ['sub', await super.other(leaf)];
  }
}

const turnTo = async <T>(x: T): Promise<T> => x;

@asyncTrait
class Whole extends Case {
  #n = 1;
  static #shared = 10;

  async #add(x: number): Promise<number> {
    this.#n += await this.leaf.get(x);
    return this.#n;
  }

  async #loop(n: number): Promise<unknown[]> {
    const out: unknown[] = [];
    for (let i = 0; i < n; i++) out.push(await this.#add(i));
    return out;
  }

  async #recursive(n: number): Promise<number> {
    return n === 0 ? 0 : (await this.leaf.get(n)) + (await this.#recursive(n - 1));
  }

  static async #sharedNext(leaf: Leaf): Promise<number> {
    return Whole.#shared + (await leaf.get(1));
  }

  async privates() {
    return [await this.#add(1), await this.#loop(3), await this.#recursive(3), await Whole.#sharedNext(this.leaf)];
  }

  async privateNotAwaited() {
    const first = this.#add(1);
    this.log('called');
    return [await first, this.#n];
  }

  async #parameters({ x }: { x: number }, y: unknown, z = y, ...rest: unknown[]): Promise<unknown[]> {
    return [x, y, z, rest, await this.leaf.get(x)];
  }
  static async #counted(_x: unknown, _y: unknown): Promise<unknown> {
    return [arguments.length, await (arguments[0] as Leaf).get(1)];
  }
  async *#items(n: number) {
    for (let i = 0; i < n; i++) yield await this.leaf.get(i);
  }

  async privateParameters() {
    const out: unknown[] = [];
    let call = this.#parameters({ x: 1 }, 2, undefined, 4, 5);
    out.push(await call);
    call = this.#parameters({ x: 1 }, 2);
    out.push(await call);
    call = (Whole.#counted as any)(this.leaf, 1, 2);
    out.push(await call);
    const items: unknown[] = [];
    for await (const item of this.#items(2)) items.push(item);
    return [[this.#parameters, Whole.#counted, this.#items, this.#loop].map((method) => method.length), out, items];
  }

  async privateWithoutReceiver() {
    const { add, loop, count } = this._given();
    const out: unknown[] = [await count(this.leaf), await add(1)];
    try { await loop.call(undefined, 1); } catch (error) { out.push((error as Error).name); }
    return [...out, await loop.call(this, 2), add === this._given().add, typeof add, Object.getPrototypeOf(add) === Object.getPrototypeOf(async () => {})];
  }
  _given(): any {
    return { add: this.#plain, loop: this.#loop, count: Whole.#plainCount };
  }
  async #plain(x: number): Promise<unknown> {
    return await turnTo(x);
  }
  static async #plainCount(leaf: Leaf): Promise<unknown> {
    return await leaf.get('plain');
  }

  async privateOfAnother() {
    const other = new Whole(this.leaf, this.log);
    return [await other.#add(5), this.#n];
  }

  async wrongBrand() {
    const wrong: any = {};
    try { return await (wrong as Whole).#add(1); } catch (error) { return (error as Error).name; }
  }

  notAsync() {
    return Promise.resolve('as it is');
  }

  async *_generator() {
    yield 1;
  }

  async usesTheGenerator() {
    for await (const x of this._generator()) return [x, await this.leaf.get(2), await this.notAsync()];
  }
}

class Spellings extends Case {
  @marked async alias() { return await this.leaf.get(1); }
  @boxless.asyncTrait async namespace() { return await this.leaf.get(2); }
  @asyncTrait({}) async called() { return await this.leaf.get(3); }
  @asyncTrait({ scheduling: 'microtask' }) async withOptions() { return await this.leaf.get(4); }
  /** @asyncTrait */
  async tag() { return await this.leaf.get(5); }
  @asyncTrait async 'quoted name'() { return await this.leaf.get(6); }
  @asyncTrait async 42() { return await this.leaf.get(7); }
  @asyncTrait async constructor_() { return await this.leaf.get(8); }

  @asyncTrait
  async _all() {
    return [await this['quoted name'](), await this[42]()];
  }
}

class OddNames extends Case {
  readonly spellings = new Spellings(this.leaf, this.log);
  @asyncTrait async oddNames() { return [await this.spellings['quoted name'](), await this.spellings[42](), await this.spellings._all()]; }
}

const Expression = class extends Case {
  @asyncTrait async inAnExpression() { return await this.leaf.get(1); }
};

export async function main(log: Log) {
  const { 'quoted name': _q, 42: _n, ...rest } = Object.getOwnPropertyDescriptors(Spellings.prototype);
  class Spelled extends Case {}
  Object.defineProperties(Spelled.prototype, { ...rest, constructor: { value: Spelled } });
  await matrix(log, Base, Derived, Third, Statics, Whole, OddNames, Expression as never, Spelled);
}
