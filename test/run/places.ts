// frame: 72
// coroutine: m
// @ts-nocheck: what the checker refuses runs all the same, and has to run alike
/** Where a trait method can stand: under computed keys, beside others of its name, in literals with `super`, in any expression. */
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, turn, type Log } from './support/leaf';

type Any = any;

/** Own keys and descriptors; of the symbols only the program's own. */
const ownKeys = (o: object, ...symbols: symbol[]): unknown[] => [...Object.getOwnPropertyNames(o), ...Object.getOwnPropertySymbols(o).filter((symbol) => symbols.includes(symbol))].map((key) => {
  const { value, get, set, ...flags } = Object.getOwnPropertyDescriptor(o, key)!;
  return [String(key), flags, typeof value === 'function' ? [value.name, value.length] : typeof value, typeof get, typeof set];
});

class ComputedNames extends Case {
  @asyncTrait
  async inAClass() {
    const key = Symbol('key');
    const seen: unknown[] = [];
    const of = <T>(value: T): T => { seen.push(value); return value; };
    class Made {
      constructor(readonly leaf: Leaf) {}
      first() {}
      @asyncTrait async [of(key)](x: Any = 1, ...more: Any[]) { return [x, more, await this.leaf.get('key')]; }
      @asyncTrait async [of(`a${seen.length}`)](x: Any) { return [x, await this.leaf.get('a'), await this.leaf.get('a2')]; }
      @asyncTrait static async [of('b')](leaf: Leaf) { return await leaf.get('b'); }
      @asyncTrait async [of({ toString: () => String(of('converted')) }) as Any]() { return await this.leaf.get('converted'); }
      /** @asyncTrait */
      async 1() { return await this.leaf.get(1); }
      /** @asyncTrait */
      async 0x3n() { return await this.leaf.get(3n); }
      @asyncTrait async 'with space'() { return await this.leaf.get('space'); }
      @asyncTrait async ['literal']() { return await this.leaf.get('literal'); }
      async all() {
        const self: Any = this;
        return [await self[key](undefined, 2), await self.a1(5), await Made['b' as 'name' & Any](this.leaf as never), await self.converted(), await self[1](), await self[3](), await self['with space'](), await self.literal()];
      }
    }
    const { prototype }: Any = Made;
    return [seen.map(String), await new Made(this.leaf).all(), ownKeys(prototype, key), prototype[key].name, prototype[key].length, prototype.a1.name, prototype[3].name, prototype[1].name];
  }

  @asyncTrait
  async differentInEachEvaluation() {
    const make = (key: string) => class {
      @asyncTrait async [key](leaf: Leaf): Promise<Any> { return [key, await leaf.get(key)]; }
      @asyncTrait async other(leaf: Leaf): Promise<Any> { return ['other', await (this as Any)[key](leaf)]; }
    };
    const [One, Two]: Any[] = [make('one'), make('two')];
    return [await new One().one(this.leaf), await new Two().other(this.leaf), 'one' in Two.prototype, await new One().other(this.leaf)];
  }

  @asyncTrait
  async overridden() {
    const key = Symbol('key');
    class Base { @asyncTrait async [key](leaf: Leaf): Promise<Any> { return ['base', await leaf.get('base')]; } }
    class Derived extends Base { override async [key](leaf: Leaf) { return ['derived', await super[key](leaf)]; } }
    const mocked: Any = new Base();
    mocked[key] = async () => 'mocked';
    return [await new Derived()[key](this.leaf), await mocked[key](this.leaf)];
  }

  @asyncTrait
  async inALiteral() {
    const key = Symbol('key');
    const { leaf } = this;
    const o: Any = {
      first: 1,
      /** @asyncTrait */
      async [this.note(key)](x: Any) { return [x, await leaf.get('key')]; },
      /** @asyncTrait */
      async [`a${this.note(1)}`]() { return await leaf.get('a'); },
      /** @asyncTrait */
      async 3n() { return await leaf.get('3'); },
      /** @asyncTrait */
      async __proto__() { return await leaf.get('proto'); },
      last: 2,
    };
    return [ownKeys(o, key), await o[key](1), await o.a1(), await o[3](), Object.getPrototypeOf(o) === Object.prototype];
  }
}

class Twins extends Case {
  @asyncTrait
  async theLastWins() {
    class Made {
      constructor(readonly leaf: Leaf) {}
      // @ts-expect-error the point
      @asyncTrait async twin() { return await this.leaf.get('first'); }
      other() {}
      // @ts-expect-error the point
      @asyncTrait async twin({ x }: Any = { x: 1 }) { return [x, await this.leaf.get('second')]; }
      // @ts-expect-error the point
      @asyncTrait async getter() { return await this.leaf.get('no'); }
      // @ts-expect-error the point
      get getter() { return 'got'; }
      // @ts-expect-error the point
      get both() { return 'got'; }
      // @ts-expect-error the point
      set both(value) {}
      // @ts-expect-error the point
      @asyncTrait async both() { return await this.leaf.get('method'); }
      // @ts-expect-error the point
      @asyncTrait async plain() { return await this.leaf.get('no'); }
      // @ts-expect-error the point
      plain() { return 'plain'; }
      @asyncTrait static async twin(leaf: Leaf) { return await leaf.get('static'); }
    }
    const made: Any = new Made(this.leaf);
    return [ownKeys(Made.prototype), await made.twin(), made.getter, await made.both(), made.plain(), await Made.twin(this.leaf)];
  }

  @asyncTrait
  async knownOnlyAtRunTime() {
    const out: unknown[] = [];
    for (const [a, b, c] of [['m', 'x', 'y'], ['x', 'm', 'y'], ['x', 'x', 'm'], ['y', 'x', 'x']] as const) {
      class Made {
        constructor(readonly leaf: Leaf) {}
        @asyncTrait async [a](): Promise<Any> { return ['a', await this.leaf.get('a')]; }
        @asyncTrait async m(): Promise<Any> { return ['m', await this.leaf.get('m')]; }
        @asyncTrait async [b](): Promise<Any> { return ['b', await this.leaf.get('b')]; }
        // @ts-ignore
        [c]() { return 'c'; }
      }
      const made: Any = new Made(this.leaf);
      out.push(Object.getOwnPropertyNames(Made.prototype), await made.m(), await made.x?.(), await made.y?.());
    }
    return out;
  }
}

class Literals extends Case {
  @asyncTrait
  async withSuper() {
    const base = { greet(name: string) { return `base ${name} ${(this as Any).tag}`; }, get value() { return (this as Any).tag; } };
    const { leaf } = this;
    const o: Any = {
      __proto__: base,
      before: 1,
      /** @asyncTrait */
      async greet(name: string) { return [super.greet(name), await leaf.get(name), super.greet((await leaf.get('again')) as string)]; },
      tag: 'tag',
      /** @asyncTrait */
      async value({ x = 1 }: Any = {}, ...rest: Any[]) { const read = () => (super.value); return [x, rest, await leaf.get(x), read()]; },
      /** @asyncTrait */
      async plain() { return await this.greet('plain'); },
      after: 2,
    };
    const derived = { __proto__: o, tag: 'derived', /** @asyncTrait */ async greet(name: string) { return ['derived', await super.greet(name), await leaf.get('derived')]; } };
    return [ownKeys(o), await o.greet('x'), await o.value(), await o.plain(), await (derived as Any).greet('y'), Object.keys(derived), Object.getOwnPropertySymbols(derived)];
  }

  @asyncTrait
  async withSuperInALoop() {
    const made: Any[] = [];
    for (const tag of ['a', 'b']) {
      made.push({ __proto__: { of: () => tag }, /** @asyncTrait */ async m(leaf: Leaf): Promise<Any> { return [super.of(), await leaf.get(tag), super.of()]; } } as Any);
    }
    return [await made[0].m(this.leaf), await made[1].m(this.leaf), await made[0].m.call(made[1], this.leaf)];
  }

  @asyncTrait
  async anotherOfItsName() {
    const { leaf } = this;
    const o: Any = {
      /** @asyncTrait */
      async m() { return ['first', await leaf.get(super.toString())]; },
      ...({ m: 'spread' } as Any),
      /** @asyncTrait */
      // @ts-ignore
      async m() { return ['last', await leaf.get(super.toString())]; },
    };
    return [await o.m(), ownKeys(o)];
  }

  @asyncTrait
  async coroutineWithSuper() {
    const { leaf } = this;
    const o: Any = { __proto__: { x: 5 }, /** @asyncTrait */ async m(..._: Any[]) { const n = arguments.length; return [n, await leaf.get(super.x as Any), arguments[0]]; } };
    return await o.m('a', 'b');
  }
}

let instances = 0;

class Anywhere extends Case {
  /** Each instance has a class of its own. */
  _field = class { static id = ++instances; @asyncTrait async m(leaf: Leaf): Promise<Any> { return [new.target, await leaf.get('field')]; } };
  _unnamed = [class { @asyncTrait async m(leaf: Leaf): Promise<Any> { return await leaf.get('unnamed'); } }][0]!;
  static [`key${1}`] = class { @asyncTrait async m(leaf: Leaf): Promise<Any> { return await leaf.get('key'); } };
  _literal = { __proto__: { x: 1 }, /** @asyncTrait */ async m(leaf: Leaf): Promise<Any> { return await leaf.get((super.x as Any)); } } as Any;
  #hidden = class { @asyncTrait async m(leaf: Leaf): Promise<Any> { return await leaf.get('hidden'); } };
  static _made: Any;
  static { this._made = class { @asyncTrait async m(leaf: Leaf): Promise<Any> { return await leaf.get('block'); } }; }

  @asyncTrait
  async inFields() {
    const { _field: Field, _unnamed: Unnamed } = this;
    const Key: Any = (Anywhere as Any).key1;
    return [Field.name, await new Field().m(this.leaf), await new Unnamed().m(this.leaf), Key.name, await new Key().m(this.leaf), await this._literal.m(this.leaf), this.#hidden.name, await new this.#hidden().m(this.leaf), await new Anywhere._made().m(this.leaf)];
  }

  @asyncTrait
  async eachEvaluationHasItsOwn() {
    const make = (tag: string, Made: Any = class { @asyncTrait async m(leaf: Leaf): Promise<Any> { return [tag, await leaf.get(tag), tag]; } }): Any => Made;
    const arrow = (tag: string): Any => class { #tag = tag; @asyncTrait async m(leaf: Leaf): Promise<Any> { return [this.#tag, await leaf.get(tag), this.#tag]; } };
    const One = make('one'), Two = make('two'), Three = arrow('three'), Four = arrow('four');
    const calls = [new One(), new Two(), new Three(), new Four()].map((made) => made.m(this.leaf));
    return [await Promise.all(calls), One.name, await new One().m(this.leaf), await new Three().m(this.leaf)];
  }

  @asyncTrait
  async inTheHeadOfALoop() {
    const made: Any[] = [];
    let Made: Any;
    for (let i = 0; (Made = class { i = i; @asyncTrait async m(leaf: Leaf): Promise<Any> { return [i, this.i, await leaf.get(i), this.i]; } }, i < 2); i++) made.push(Made);
    while ((Made = class Named { @asyncTrait static async m(leaf: Leaf): Promise<Any> { return [Named.name, await leaf.get(made.length)]; } }) && made.length < 4) made.push(Made);
    for (const [Default = class { @asyncTrait static async m(leaf: Leaf): Promise<Any> { return await leaf.get(made.length); } }] of [[], []] as Any) made.push(Default);
    const out: Any[] = [];
    for (const one of made) out.push(one.name, await (one.m ? one : new one()).m(this.leaf));
    return out;
  }

  @asyncTrait
  async underLabels() {
    const out: unknown[] = [];
    outer: for (const C of [class { @asyncTrait async m(leaf: Leaf): Promise<Any> { return await leaf.get('labelled'); } }]) {
      for (;;) { out.push(await new C().m(this.leaf)); continue outer; }
    }
    return out;
  }

  @asyncTrait
  async inHeadsOfClasses() {
    const C = class extends (class { @asyncTrait async m(leaf: Leaf): Promise<Any> { return ['base', await leaf.get('base')]; } }) {
      static [(class { @asyncTrait static async m() {} }).name || 'anonymous'] = 1;
      [((Named: Any) => Named.name)(class { @asyncTrait async m() { await turn(); } })]() {}
    };
    return [Object.keys(C), Object.getOwnPropertyNames(C.prototype), await new C().m(this.leaf)];
  }

  @asyncTrait
  async asDefaultsInPatterns() {
    const { A = class { @asyncTrait async m(leaf: Leaf): Promise<Any> { return await leaf.get('A'); } } }: Any = {};
    const f = ({ B = class { @asyncTrait async m(leaf: Leaf): Promise<Any> { return await leaf.get('B'); } } }: Any = {}) => B;
    const o: Any = { [`k${1}`]: class { @asyncTrait async m(leaf: Leaf): Promise<Any> { return await leaf.get('k1'); } } };
    const g = (p = { [`k${2}`]: class { @asyncTrait async m(leaf: Leaf): Promise<Any> { return await leaf.get('k2'); } } }): Any => p;
    const B = f();
    const { k2: K } = g();
    return [A.name, await new A().m(this.leaf), B.name, await new B().m(this.leaf), o.k1.name, await new o.k1().m(this.leaf), K.name, await new K().m(this.leaf)];
  }
}

/** Async functions declared in a `case`. */
class InCases extends Case {
  private _choose(read: Any): Any {
    const { leaf } = this;
    const seen: unknown[] = [];
    outer: for (const round of [0, 1, 2]) {
      // The value that is switched on is the parameter, the clauses see the function.
      pick: switch (read) {
        case leaf: {
          if (round === 0) break pick;
          if (round === 2) break outer;
          seen.push(typeof read);
          break;
        }
        /** @asyncTrait */
        async function read(x: unknown) { return [x, await leaf.get(x), await other('inner')]; }
        case 1:
          seen.push(read.name, read.length, other === read);
          return { seen, read, other };
        default:
          seen.push(read.name);
          /** @asyncTrait */
          async function other(x: unknown) { return [await leaf.get(x)]; }
          read = other;
      }
      seen.push(round);
    }
    return { seen, read: undefined };
  }
  @asyncTrait
  async before() {
    const { seen, read } = this._choose(1);
    return [seen, await read('before')];
  }
  @asyncTrait
  async inside() {
    const { seen } = this._choose('default');
    const { seen: jumps } = this._choose(this.leaf);
    return [seen, jumps];
  }
  @asyncTrait
  async withoutWaiting() {
    // In a compiled body, in a switch that does not await itself.
    const first = await this.leaf.get('first');
    const { leaf } = this;
    let made: Any;
    switch (first) {
      default:
        made = twice;
        break;
      /** @asyncTrait */
      async function twice(x: unknown) { return [x, await leaf.get('twice')]; }
    }
    return await made(first);
  }
}

export const main = (log: Log) => matrix(log, ComputedNames, Twins, Literals, Anywhere, InCases);
