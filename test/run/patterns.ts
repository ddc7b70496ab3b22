// frame: 21
// @ts-nocheck: what the checker refuses runs all the same, and has to run alike
/** Awaits inside of patterns and in the heads of classes, loops, literals and templates. */
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class Patterns extends Case {
  /** Logs everything that is done with the iterator. */
  _watched(values: unknown[], failing?: 'next' | 'return') {
    const log = this.log;
    let i = 0;
    return {
      [Symbol.iterator]: () => (log('iterator'), {
        next() { log('next', i); if (failing === 'next' && i > 0) throw new Error('next failed'); return { done: i >= values.length, value: values[i++] }; },
        return() { log('return'); if (failing === 'return') throw new Error('return failed'); return {}; },
      }),
    };
  }

  /** An object that logs what is read. */
  _read(object: object): any {
    return new Proxy(object, {
      get: (target: any, key) => (this.log('get', String(key)), target[key]),
      ownKeys: (target) => (this.log('ownKeys'), Reflect.ownKeys(target)),
      getOwnPropertyDescriptor: (target, key) => (this.log('describe', String(key)), Reflect.getOwnPropertyDescriptor(target, key)),
    });
  }

  @asyncTrait
  async object() {
    const { a, b = await this.leaf.get('b'), [this.note('k')]: c, [await this.leaf.get('d')]: d = this.note('default'), e: { f = await this.leaf.get('f') } = this.note({}) as any, ...rest } =
      this._read({ a: 1, k: 2, x: 3, [Symbol.iterator]: 4, d: undefined });
    return [a, b, c, d, f, rest, Object.getOwnPropertySymbols(rest).length];
  }

  @asyncTrait
  async array() {
    const [a, b = await this.leaf.get('b'), , [c] = await this.leaf.get(['c']), ...rest] = this._watched([1, undefined, 3, undefined, 5, 6]) as any;
    return [a, b, c, rest];
  }

  @asyncTrait
  async arrayCloses() {
    const [a, b = await this.leaf.get('b')] = this._watched([1, undefined, 3]) as any;
    return [a, b];
  }

  @asyncTrait
  async arrayClosesAndFails() {
    const [a = await this.leaf.get('a')] = this._watched([undefined, 2], 'return') as any;
    return a;
  }

  @asyncTrait
  async arrayWhoseNextFails() {
    const [a = await this.leaf.get('a'), b] = this._watched([undefined, 2], 'next') as any;
    return [a, b];
  }

  @asyncTrait
  async nothingToTakeApart() {
    const given: any = await this.leaf.get(undefined);
    const { [this.note('never')]: a, b = await this.leaf.get(2) } = given;
    return [a, b];
  }

  @asyncTrait
  async assignments() {
    const target: any = { list: [] };
    let x: any, rest: any;
    const result = ({ a: target[await this.leaf.get('key')], b: x = await this.leaf.get('x'), c: target.list[this.note(0)], ...rest } = this._read({ a: 1, c: 3, z: 9 }));
    [target[this.note('p')] = await this.leaf.get('p'), [x]] = this._watched([undefined, await this.leaf.get(['nested'])]) as any;
    return [target, x, rest, Object.keys(result)];
  }

  @asyncTrait
  async valueOfAnAssignment() {
    let a: any;
    const value = [1];
    return [([a = await this.leaf.get(1)] = value) === value, a];
  }

  @asyncTrait
  async names() {
    let f: any;
    const { a = () => 1, b = (await this.leaf.get(1), () => 2), c = class { static [await this.leaf.get('s')] = 1; } } = {} as any;
    [f = (await this.leaf.get(2), function () {})] = [] as any[];
    return [a.name, b.name, c.name, c.s, f.name];
  }

  @asyncTrait
  async headsOfLoops() {
    const out: unknown[] = [];
    for (const { a = await this.leaf.get('a'), ...rest } of [{}, { a: 1, b: 2 }] as any[]) out.push(a, rest);
    for (const [x = await this.leaf.get('x')] of [[], [2]] as any[]) { if (x === 2) break; out.push(x); }
    const o: any = {};
    for (o[await this.leaf.get('k')] of [1, 2]) out.push({ ...o });
    for (o[await this.leaf.get('in')] in { key: 1 }) out.push({ ...o });
    return out;
  }

  @asyncTrait
  async catchPattern() {
    try { throw Object.assign(new Error('e'), { code: 7 }); } catch ({ code, detail = await this.leaf.get('detail') }: any) { return [code, detail]; }
  }

  @asyncTrait
  async captured() {
    const { n, get = await this.leaf.get(() => n) } = { n: 1 } as any;
    let { m = await this.leaf.get(1) } = {} as any;
    const inc = () => ++m;
    await this.leaf.get(2);
    inc();
    return [n, get(), m];
  }
}

class Heads extends Case {
  @asyncTrait
  async classes() {
    const log = this.log;
    class Base { base() { return 'base'; } }
    const made = class extends (await this.leaf.get(Base)) {
      static order = log('static');
      [this.note('first')]() { return 1; }
      static [await this.leaf.get('second')] = 2;
      get [{ toString: () => (log('key'), 'third') } as any]() { return 3; }
      [await this.leaf.get('fourth')] = 4;
    } as any;
    class Declared extends made { [await this.leaf.get('own')]() { return super.base(); } self() { return Declared; } }
    const object: any = new Declared();
    return [made.name, made.second, object.first(), object.third, object.fourth, object.own(), object.self() === Declared];
  }

  @asyncTrait
  async classesInOrder() {
    class C extends (this.note(await this.leaf.get('no class')) as any) { [this.note('never')]() {} [await this.leaf.get('never')]() {} }
    return C;
  }

  @asyncTrait
  async literals() {
    const log = this.log;
    const object = {
      [{ toString: () => (log('key'), 'a') } as any]: this.note(1),
      m() { return super.toString === Object.prototype.toString; },
      get [this.note('g')]() { return 'got'; },
      f: () => 1,
      c: class { static made = log('class'); },
      [this.note('d')]: class {},
      [await this.leaf.get('k')]: await this.leaf.get('v'),
      __proto__: { inherited: 1 },
      ...(await this.leaf.get({ spread: 1 })),
      [this.note('last')]: () => 2,
    } as any;
    return [object, object.m(), object.g, object.f.name, object.c.name, object.d.name, object.last.name, object.inherited];
  }

  @asyncTrait
  async tags() {
    const seen = new Set<unknown>();
    const o = { self: 'o', tag(strings: TemplateStringsArray, ...values: unknown[]) { seen.add(strings); return [this.self, strings.raw, values]; } };
    const out: unknown[] = [];
    for (const n of [1, 2]) out.push(o.tag`a${this.note(n)}b${await this.leaf.get(n)}c`);
    out.push((o as any)[await this.leaf.get('tag')]`x`);
    return [out, seen.size];
  }

  @asyncTrait
  async chains() {
    const o: any = { a: { f(x: unknown) { return [this === o.a, x]; }, n: null } };
    return [
      o.a?.f(await this.leaf.get(1)), o.b?.f(await this.leaf.get(2)), o.a.g?.(await this.leaf.get(3)), o?.a.f?.(this.note(0), await this.leaf.get(4)),
      o.a.n?.[await this.leaf.get(5)].x.y, o?.[await this.leaf.get('a')].f(1)?.[0], (o.a?.f)(await this.leaf.get(6)), delete o.z?.[await this.leaf.get(7)], delete o?.a[await this.leaf.get('n')],
    ];
  }
}

class DeadZones extends Case {
  @asyncTrait
  async ofALoop() {
    const out: unknown[] = [];
    for (const given of [[{ g: { length: 5 } }], [{ g: undefined }]]) {
      try { for (let { g: { length: c } = c } of await this.leaf.get(given)) out.push(c); } catch (error) { out.push((error as Error).message); }
    }
    return out;
  }

  async _changes({ p: [n, c = 's'] }: any, { q = () => n++, r = c, ...s }: any = {}) {
    q();
    await this.leaf.get(c);
    q();
    return [n, c, r, s];
  }

  @asyncTrait
  async ofParameters() { return await this._changes({ p: [1] }, { z: 1 }); }
}

class Super extends Case {
  value = 1;
  get inherited() { return 'base'; }
  set inherited(to: any) { this.log('set', to); }
  _method(...args: unknown[]) { return ['base method', this.constructor.name, ...args]; }
}

class OfSuper extends Super {
  override _method() { return ['own']; }
  @asyncTrait
  async calls() {
    return [super._method(await this.leaf.get(1)), (super[(await this.leaf.get('_method')) as '_method'] as any)(this.note(2), await this.leaf.get(3)), await super._method(4)];
  }

  @asyncTrait
  async assignments() {
    super.inherited = await this.leaf.get(1);
    super.inherited += await this.leaf.get(2);
    super[(await this.leaf.get('inherited')) as 'inherited'] = this.note(3);
    [super.inherited = await this.leaf.get(4)] = [] as any[];
    return super.inherited;
  }
}

export const main = (log: Log) => matrix(log, Patterns, Heads, DeadZones, OfSuper);
