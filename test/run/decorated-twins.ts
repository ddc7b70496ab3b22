// frame: 24
// coroutine: Made.m
// @ts-nocheck: what the checker refuses runs all the same, and has to run alike
/** Standard decorators of others on several members of one name: as TypeScript lowers them, each is given what the class has at last. */
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, type Log } from './support/leaf';

type Any = any;

class Twins extends Case {
  private _decorators(): Any {
    const seen: unknown[] = [];
    const look = (text: string) => (value: Any, { name, kind }: Any) => { seen.push(text, kind, String(name), value?.name, value?.length); };
    const wrap = (text: string) => (value: Any) => async function (this: Any, ...args: Any[]) { return [text, args, await value.apply(this, args)]; };
    return { seen, look, wrap };
  }

  @asyncTrait
  async onTheOneThatIsReplaced() {
    const { seen, look } = this._decorators();
    class Made {
      constructor(readonly leaf: Leaf) {}
      @look('first') @asyncTrait async m(): Promise<Any> { return await this.leaf.get('first'); }
      @asyncTrait async m(a: Any): Promise<Any> { return ['last', a, await this.leaf.get(a)]; }
      @asyncTrait async caller(): Promise<Any> { return await this.m('called'); }
      @look('plain') plain() { return 1; }
      @asyncTrait async plain(a: Any, b: Any): Promise<Any> { return [a, b, await this.leaf.get('plain')]; }
    }
    const made: Any = new Made(this.leaf);
    return [seen, await made.m(1), await made.caller(), await made.plain(1), Object.getOwnPropertyNames(Made.prototype)];
  }

  @asyncTrait
  async thatWrap() {
    const { wrap } = this._decorators();
    class Made {
      constructor(readonly leaf: Leaf) {}
      @wrap('first') @asyncTrait async m(): Promise<Any> { return await this.leaf.get('first'); }
      @asyncTrait async m(a: Any): Promise<Any> { return ['last', a, await this.leaf.get(a)]; }
      @asyncTrait async caller(): Promise<Any> { return await this.m('called'); }
      @wrap('static') @asyncTrait static async s(leaf: Leaf): Promise<Any> { return await leaf.get('first'); }
      @asyncTrait static async s(leaf: Leaf): Promise<Any> { return await leaf.get('last'); }
      @asyncTrait static async m(leaf: Leaf): Promise<Any> { return await leaf.get('static m'); }
    }
    class Derived extends Made { @asyncTrait override async m(a: Any) { return ['derived', await super.m(a)]; } }
    const made: Any = new Made(this.leaf);
    return [await made.m(1), await made.caller(), await new Derived(this.leaf).caller(), await Made.s(this.leaf), await Made.m(this.leaf)];
  }

  @asyncTrait
  async onBoth() {
    const { seen, look, wrap } = this._decorators();
    class Made {
      constructor(readonly leaf: Leaf) {}
      @look('one') @wrap('one') @asyncTrait async m(): Promise<Any> { return await this.leaf.get('first'); }
      @look('two') @asyncTrait @wrap('two') async m(a: Any): Promise<Any> { return ['second', a, await this.leaf.get(a)]; }
      @asyncTrait @look('three') async m(a: Any, b: Any = 3): Promise<Any> { return ['third', a, b, arguments.length, await this.leaf.get(a)]; }
      @asyncTrait async caller(): Promise<Any> { return await this.m('called'); }
    }
    const made: Any = new Made(this.leaf);
    return [seen, await made.m(1), await made.caller()];
  }

  @asyncTrait
  async thatAreAccessors() {
    const { seen, look } = this._decorators();
    class Made {
      constructor(readonly leaf: Leaf) {}
      @look('getter') get m() { return 1; }
      @asyncTrait async m(a: Any): Promise<Any> { return ['last', a, await this.leaf.get(a)]; }
      @look('method') @asyncTrait async got(): Promise<Any> { return await this.leaf.get('no'); }
      get got() { return 'got'; }
      @look('replaced') @asyncTrait async plain(): Promise<Any> { return await this.leaf.get('no'); }
      plain() { return 'plain'; }
    }
    const made: Any = new Made(this.leaf);
    return [seen, await made.m(1), made.got, made.plain()];
  }

  @asyncTrait
  async streams() {
    const { seen, look } = this._decorators();
    class Made {
      constructor(readonly leaf: Leaf) {}
      @look('first') @asyncTrait async *items(): Any { yield await this.leaf.get('first'); }
      @asyncTrait async *items(a: Any): Any { yield a; yield await this.leaf.get(a); }
    }
    const out: unknown[] = [];
    for await (const item of (new Made(this.leaf) as Any).items(1)) out.push(item);
    return [seen, out];
  }
}

export const main = (log: Log) => matrix(log, Twins);
