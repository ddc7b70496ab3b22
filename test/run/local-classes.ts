// frame: 10
/** Classes with traits, made inside of trait methods. */
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, turn, type Log } from './support/leaf';

class LocalClasses extends Case {
  @asyncTrait
  async ownKeysAreInOrder() {
    class Ordered { a() {} @asyncTrait async b() { return 1; } c() {} @asyncTrait async d() { for (;;) return await turn(); } static s() {} e() {} }
    return [Object.getOwnPropertyNames(Ordered.prototype), Object.keys(new Ordered()), Object.getOwnPropertyDescriptor(Ordered.prototype, 'b')!.enumerable];
  }

  @asyncTrait
  async madeInALoop() {
    const out: unknown[] = [];
    for (const tag of ['a', 'b']) {
      class Made {
        constructor(readonly leaf: Leaf) {}
        @asyncTrait async m(): Promise<any> { return [tag, await this.leaf.get(tag)]; }
      }
      out.push(await new Made(this.leaf).m());
    }
    return out;
  }

  @asyncTrait
  async madeAfterAnAwait() {
    const tag = await this.leaf.get('tag');
    class Made {
      @asyncTrait async m(leaf: Leaf): Promise<any> { return [tag, await leaf.get('m')]; }
    }
    const Expression = class { @asyncTrait async m(leaf: Leaf): Promise<any> { return await leaf.get('e'); } };
    return [await new Made().m(this.leaf), await new Expression().m(this.leaf)];
  }

  @asyncTrait
  async staticsMentionTheClass() {
    const { leaf } = this;
    const out: unknown[] = [];
    const a = await leaf.get('a');
    class Made {
      static x = a;
      static self = Made;
      static made = new Made();
      static #hidden = 1;
      static { out.push(this.x, Made.#hidden, Made.self === Made); }
      // @ts-expect-error the point
      static readonly [`key${out.length}`] = () => Made.x;
      #own = a;
      static has(one: object) { return #own in one; }
      @asyncTrait async m(): Promise<unknown> { return [this.#own, await leaf.get(Made.#hidden)]; }
    }
    const b = await leaf.get('b');
    return [out, Made.has(new Made()), Made.made instanceof Made, await new Made().m(), (Made as any).key0(), Made.name, b];
  }
}

export const main = (log: Log) => matrix(log, LocalClasses);
