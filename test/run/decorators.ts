// frame: 29
// coroutine: Made.counted
/** Standard decorators of others on the same method and class: what they get, in what order, and what calls then reach. */
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, type Log } from './support/leaf';

type Any = any;

const describeContext = ({ kind, name, static: isStatic, private: isPrivate, access, metadata }: Any) => [kind, String(name), isStatic, isPrivate, Object.keys(access ?? {}), typeof metadata];

class Decorators extends Case {
  @asyncTrait
  async thatOnlyLook() {
    const seen: unknown[] = [];
    const look = (text: string) => { seen.push(`evaluate ${text}`); return (value: Any, context: Any): void => { seen.push(text, value?.name, value?.length, describeContext(context)); }; };
    @look('class') class Made {
      constructor(readonly leaf: Leaf) {}
      @look('outer') @asyncTrait @look('inner') async m(a: Any, b: Any = 2) { return [a, b, await this.leaf.get(a)]; }
      @look('plain') plain() {}
      @look('field') field = 1;
      @look('accessor') accessor property = 2;
      @look('getter') get got() { return 3; }
      @look('static') @asyncTrait static async s(leaf: Leaf) { return await leaf.get('static'); }
      @asyncTrait async undecorated() { return await this.m(3); }
    }
    const made = new Made(this.leaf);
    return [seen, await made.m(1), await made.undecorated(), await Made.s(this.leaf), made.field, made.property, Object.getOwnPropertyNames(Made.prototype), Made.name];
  }

  @asyncTrait
  async thatWrap() {
    const calls: unknown[] = [];
    const wrap = (text: string) => (value: Any, { name }: Any) => async function (this: Any, ...args: Any[]): Promise<Any> {
      calls.push(`${text} ${String(name)}`, args);
      return [text, await value.apply(this, args)];
    };
    class Made {
      constructor(readonly leaf: Leaf) {}
      @wrap('one') @asyncTrait @wrap('two') async m(a: Any): Promise<Any> { return [a, await this.leaf.get(a)]; }
      @asyncTrait async caller(): Promise<Any> { return await this.m('called'); }
      @wrap('static') @asyncTrait static async s(leaf: Leaf): Promise<Any> { return await leaf.get('s'); }
      @asyncTrait static async staticCaller(leaf: Leaf): Promise<Any> { return await Made.s(leaf); }
    }
    class Derived extends Made { @asyncTrait override async m(a: Any) { return ['derived', await super.m(a)]; } }
    return [await new Made(this.leaf).m(1), await new Made(this.leaf).caller(), await new Derived(this.leaf).caller(), await Made.staticCaller(this.leaf), calls];
  }

  @asyncTrait
  async privateOnes() {
    const wrap = (value: Any, { name, access }: Any) => async function (this: Any, ...args: Any[]): Promise<Any> {
      return [name, access.has(this), typeof access.get(this), await value.apply(this, args)];
    };
    const look = (_: Any, { name }: Any) => { seen.push(name); };
    const seen: unknown[] = [];
    class Made {
      constructor(readonly leaf: Leaf) {}
      @wrap @asyncTrait async #wrapped(a: Any): Promise<Any> { return await this.leaf.get(a); }
      @look @asyncTrait async #looked(a: Any): Promise<Any> { return await this.leaf.get(a); }
      @asyncTrait async caller(): Promise<Any> { return [await this.#wrapped(1), await this.#looked(2)]; }
    }
    return [await new Made(this.leaf).caller(), seen];
  }

  @asyncTrait
  async initializersAndAccess() {
    const events: unknown[] = [];
    const bound = (value: Any, { name, addInitializer, access }: Any): void => {
      addInitializer(function (this: Any) { events.push('init', this.leaf === undefined, access.has(this), access.get(this) === value); this[name] = value.bind(this); });
    };
    class Made {
      tag = 'tag';
      constructor(readonly leaf: Leaf) {}
      @bound @asyncTrait async m(a: Any): Promise<Any> { return [a, this.tag, await this.leaf.get(a)]; }
      @asyncTrait async caller(): Promise<Any> { return await this.m('called'); }
    }
    const { m } = new Made(this.leaf);
    return [await m(1), await new Made(this.leaf).caller(), events];
  }

  @asyncTrait
  async ofTheClass() {
    const events: unknown[] = [];
    const look = (value: Any, { kind, name, addInitializer }: Any): void => { events.push(kind, name, value.name, typeof value.prototype.m, value.prototype.m.length); addInitializer(function (this: Any) { events.push('init', this.count); }); };
    const replace = (value: Any): Any => class extends value { static replaced = true; async m(...args: Any[]) { return ['replaced', await super.m(...args)]; } };
    @look class Looked {
      static count = 1;
      static table = typeof this.prototype.m;
      constructor(readonly leaf: Leaf) {}
      @asyncTrait async m(a: Any): Promise<Any> { return [a, await this.leaf.get(a)]; }
      @asyncTrait static async s(leaf: Leaf): Promise<Any> { return [this.name, await leaf.get('s')]; }
    }
    @replace @look class Replaced {
      static count = 2;
      constructor(readonly leaf: Leaf) {}
      @asyncTrait async m(a: Any): Promise<Any> { return [a, await this.leaf.get(a)]; }
      @asyncTrait async caller(): Promise<Any> { return await this.m('called'); }
      static { events.push('block', typeof this.prototype.caller); }
    }
    const Expression = @look class { static count = 3; @asyncTrait async m(leaf: Leaf): Promise<Any> { return await leaf.get('expression'); } };
    const replaced: Any = new Replaced(this.leaf);
    return [await new Looked(this.leaf).m(1), await Looked.s(this.leaf), Looked.table, await replaced.caller(), await replaced.m(2), (Replaced as Any).replaced, Expression.name, await new Expression().m(this.leaf), events];
  }

  @asyncTrait
  async onComputedAndCoroutineMethods() {
    const key = Symbol('key');
    const seen: unknown[] = [];
    const look = (value: Any, { name }: Any): void => { seen.push(String(name), value.name, value.length); };
    const twice = (value: Any) => async function (this: Any, ...args: Any[]) { return [await value.apply(this, args), await value.apply(this, args)]; };
    class Made {
      constructor(readonly leaf: Leaf) {}
      @look @asyncTrait async [key](a: Any): Promise<Any> { return await this.leaf.get(a); }
      @look @asyncTrait async counted(): Promise<Any> { let n = 0; const add = () => ++n; add(); await this.leaf.get('c'); add(); return [n, arguments.length]; }
      @twice @asyncTrait async rest(...rest: Any[]): Promise<Any> { return [rest, await this.leaf.get(rest[0])]; }
    }
    const made = new Made(this.leaf);
    return [await made[key](1), await made.counted(), await made.rest(5, 6), seen];
  }

  @asyncTrait
  async callsBeforeTheClassIsThere() {
    const early: Promise<Any>[] = [];
    const call = (value: Any): void => { early.push(value.call({ leaf: this.leaf }, 'early')); };
    class Made {
      leaf!: Leaf;
      @call @asyncTrait async m(a: Any, ...rest: Any[]): Promise<Any> { return [rest, await this.leaf.get(a)]; }
      @call @asyncTrait async n(a: Any): Promise<Any> { return await this.leaf.get(a); }
    }
    return [await Promise.all(early), typeof Made];
  }
}

export const main = (log: Log) => matrix(log, Decorators);
