/** What people hold: wrappers of every strategy, generated from a type and described by hand. */
import { inspect, types } from 'node:util';
import * as boxless from 'boxless';
import { DynError, FramePool, InlineFullError, OptionError, PooledFuture, poolOf } from 'boxless';
import { vtable } from 'boxless/internal';
import { program, turn, untouchedProgram } from '../harness/program';

// As varied as the programs are.
type Anything = any;

const SOURCE = `
  import { dynTrait } from 'boxless';
  export const kKey: unique symbol = Symbol('key');
  interface Base<T> {
    next(): Promise<T>;
  }
  export interface Source<T> extends Base<T> {
    get(key: string, ...more: string[]): Promise<string>;
    map<U>(to: (value: T) => U): Promise<U>;
    find(key: string): Promise<string>;
    find(key: number): Promise<number>;
    peek?(): Promise<T>;
    touch?(): string;
    maybe(): T | Promise<T>;
    count(add?: number): number;
    size: number;
    readonly 'odd name': string;
    get double(): number;
    [kKey](n: number): Promise<T>;
    [Symbol.iterator](): Iterator<T>;
  }
  export const DynSource = dynTrait<Source<number>>(KINDS);
  export const make = <T>() => dynTrait<Source<T>>(KINDS);

  export class Compiled {
    size = 3;
    'odd name' = 'odd';
    log: unknown[] = [];
    wait: Promise<unknown> | undefined;
    #row = 0;
    get double() { return this.size * 2; }
    @asyncTrait async next() { if (this.wait) await this.wait; return ++this.#row; }
    @asyncTrait async get(key: string, ...more: string[]) { return [key, more.length, ...more].join(' '); }
    @asyncTrait async map<U>(to: (value: number) => U) { return to(this.#row); }
    @asyncTrait async find(key: any) { return key; }
    @asyncTrait async [kKey](n: number) { return n * 10; }
    maybe() { return this.#row; }
    count(...args: number[]) { return args.length; }
    *[Symbol.iterator]() { yield this.#row; }
    [Symbol.dispose]() { this.log.push('disposed'); }
  }
  export class Peeking extends Compiled {
    @asyncTrait async peek() { return this.size; }
    touch() { return 'touched ' + this.size; }
    async [Symbol.asyncDispose]() { await undefined; this.log.push('disposed asynchronously'); }
  }
  export class Reader {
    @asyncTrait async read(s: any) { return [await s.next(), await s.get('a'), await s.get('a', 'b', 'c'), await s.map((n: number) => -n), await s.find('x'), await s.find(4), await s[kKey](2)]; }
    @asyncTrait async twice(s: any) { const first = s.next(); first.catch(() => {}); return [await s.next(), await first]; }
    @asyncTrait async peek(s: any) { return [await s.peek?.(), await s.touch?.()]; }
  }`;

const KINDS = "{ next: 'async', get: 'async', map: 'async', find: 'async', peek: 'async?', touch: 'sync?', maybe: 'sync', count: 'sync', size: 'member', 'odd name': 'member', double: 'member', [kKey]: 'async', [Symbol.iterator]: 'sync' }";

jest.spyOn(console, 'warn').mockImplementation(() => {});

describe.each([
  ['generated', program(SOURCE.replaceAll('KINDS', ''))],
  ['described', program(SOURCE.replaceAll('dynTrait<Source<number>>(KINDS)', `(dynTrait as any)(${KINDS})`).replaceAll('dynTrait<Source<T>>(KINDS)', `(dynTrait as any)(${KINDS})`))],
  ['described, and nothing compiled', untouchedProgram(SOURCE.replaceAll('KINDS', KINDS))],
] as [string, Anything][])('a %s class', (kind, { DynSource, make, Compiled, Peeking, Reader, kKey }) => {
  const isGenerated = kind === 'generated';

  test('is what it says', () => {
    const isClass = /^class/.test(Function.prototype.toString.call(DynSource));
    expect([isClass, DynSource.name]).toEqual([true, isGenerated ? 'DynSource' : 'Dyn']);
    expect(DynSource.from(new Compiled())).toBeInstanceOf(DynSource);
    expect(new Compiled()).not.toBeInstanceOf(DynSource);
  });

  test('every member works: overloads, generic methods, rest parameters, inherited ones, symbols', async () => {
    const expected = [1, 'a 0', 'a 2 b c', -1, 'x', 4, 20];
    expect(await new Reader().read(DynSource.from(new Compiled()))).toEqual(expected);
    const wrapper = DynSource.from(new Compiled());
    expect([await wrapper.next(), await wrapper.get('a'), await wrapper.get('a', 'b', 'c'), await wrapper.map((n: number) => -n), await wrapper.find('x'), await wrapper.find(4), await wrapper[kKey](2)]).toEqual(expected);
  });

  test('methods that are not async, and members that are no methods, pass through', () => {
    const inner = new Compiled();
    const wrapper = DynSource.from(inner);
    expect([wrapper.size, wrapper['odd name'], wrapper.double, wrapper.maybe(), wrapper.count(), wrapper.count(1, 2), [...wrapper]]).toEqual([3, 'odd', 6, 0, 0, 2, [0]]);
    wrapper.size = 5;
    expect([inner.size, wrapper.double]).toEqual([5, 10]);
  });

  test('an optional method is there when the implementation has it', async () => {
    const [without, having] = [DynSource.from(new Compiled()), DynSource.from(new Peeking())];
    expect([without.peek, without.touch]).toEqual([undefined, undefined]);
    expect([typeof having.peek, having.touch(), await having.peek()]).toEqual(['function', 'touched 3', 3]);
    expect(await new Reader().peek(without)).toEqual([undefined, undefined]);
    expect(await new Reader().peek(having)).toEqual([3, 'touched 3']);
    without.inner.peek = async () => 'later';
    expect(await new Reader().peek(without)).toEqual(['later', undefined]);
    const mock = jest.spyOn(having, 'peek').mockImplementation(async () => 'mocked');
    expect(await new Reader().peek(having)).toEqual(['mocked', 'touched 3']);
    mock.mockRestore();
    expect(await having.peek()).toBe(3);
  });

  test('inner, is, downcast', () => {
    const inner = new Peeking();
    const wrapper = DynSource.from(inner);
    expect(wrapper.inner).toBe(inner);
    expect([wrapper.is(Compiled), wrapper.is(Peeking), wrapper.is(Map)]).toEqual([true, true, false]);
    expect([wrapper.downcast(Peeking), wrapper.downcast(Map)]).toEqual([inner, undefined]);
  });

  test('disposing passes on', async () => {
    const compiled = new Compiled();
    DynSource.from(compiled)[Symbol.dispose]();
    await DynSource.from(compiled)[Symbol.asyncDispose]();
    expect(compiled.log).toEqual(['disposed', 'disposed']);
    const peeking = new Peeking();
    const pending = DynSource.from(peeking)[Symbol.asyncDispose]();
    expect(peeking.log).toEqual([]);
    await pending;
    expect(peeking.log).toEqual(['disposed asynchronously']);
    const nothing = { next() {}, get() {}, map() {}, find() {}, [kKey]() {} };
    expect(DynSource.from(nothing)[Symbol.dispose]()).toBe(undefined);
    await DynSource.from(nothing)[Symbol.asyncDispose]();
  });

  test('a public call gives a PooledFuture; boxed gives real promises of its own', async () => {
    const inner = new Compiled();
    const future = DynSource.from(inner).next();
    expect(future).toBeInstanceOf(PooledFuture);
    const boxed = DynSource.boxed(inner);
    const promise = boxed.next();
    expect([types.isPromise(promise), Object.getPrototypeOf(promise) === Promise.prototype, promise === boxed.next()]).toEqual([true, true, false]);
    expect([await future, await promise]).toEqual([1, 2]);
    expect([boxed instanceof DynSource, boxed.inner, boxed.size, boxed.peek, boxed.count(1)]).toEqual([true, inner, 3, undefined, 1]);
    expect(await DynSource.boxed(new Peeking()).peek()).toBe(3);
    expect(await new Reader().read(DynSource.boxed(new Compiled()))).toEqual([1, 'a 0', 'a 2 b c', -1, 'x', 4, 20]);
  });

  test('inline(n): n calls in flight, the next is refused by name', async () => {
    const inner = new Compiled();
    let open = (): void => {};
    inner.wait = new Promise<void>((resolve) => (open = resolve));
    const wrapper = DynSource.inline(2).from(inner);
    const calls = [wrapper.next(), new Reader().read(wrapper)];
    const refused = await wrapper.next().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(InlineFullError);
    expect(refused).toMatchObject({ code: 'BOXLESS_INLINE_FULL', message: `${DynSource.name}.next was called while 2 calls are in flight, and its wrapper has room for no more. Await it first, or make more room: inline(3).` });
    await expect(new Reader().read(wrapper)).rejects.toBeInstanceOf(InlineFullError);
    await expect(wrapper.find('also of other methods')).rejects.toBeInstanceOf(InlineFullError);
    expect(await DynSource.from(inner).find('not of other wrappers')).toBe('not of other wrappers');
    open();
    expect(await Promise.all(calls)).toEqual([1, [2, 'a 0', 'a 2 b c', -2, 'x', 4, 20]]);
    inner.wait = undefined;
    expect(await new Reader().read(wrapper)).toEqual([3, 'a 0', 'a 2 b c', -3, 'x', 4, 20]);
  });

  test('inline(n): a call that throws, rejects, or calls again gives its room back', async () => {
    const inner = new Compiled();
    const wrapper = DynSource.inline(1).from(inner);
    for (let round = 0; round < 3; round++) {
      await expect(wrapper.map(() => { throw new Error('thrown'); })).rejects.toThrow('thrown');
      inner.wait = Promise.reject(new Error('rejected'));
      await expect(wrapper.next()).rejects.toThrow('rejected');
      await expect(new Reader().twice(wrapper)).rejects.toThrow(InlineFullError);
      inner.wait = undefined;
      await turn();
    }
    expect(await new Reader().twice(DynSource.inline(2).from(inner))).toHaveLength(2);
    await expect(wrapper.map(() => wrapper.find('again'))).rejects.toBeInstanceOf(InlineFullError);
    expect(await wrapper.find('at last')).toBe('at last');
  });

  test('a pool of the caller: the frames of the calls come from it', async () => {
    const pool = new FramePool({ max: 8 });
    const inner = new Compiled();
    inner.wait = turn();
    const wrapper = DynSource.from(inner, { pool });
    const calls = [wrapper.next(), new Reader().read(wrapper), wrapper.find('ready')];
    const isCompiled = !kind.includes('nothing compiled');
    expect(poolOf(pool).live).toBe(isCompiled ? 2 : 0);
    expect(await Promise.all(calls)).toEqual([1, [2, 'a 0', 'a 2 b c', -2, 'x', 4, 20], 'ready']);
    expect(poolOf(pool)).toMatchObject({ live: 0, created: isCompiled ? 2 : 0 });
    expect(poolOf(inner).created).toBe(0);
    await DynSource.from(inner).next();
    expect([poolOf(pool).created, poolOf(inner).created]).toEqual(isCompiled ? [2, 1] : [0, 0]);
    expect(() => DynSource.from(inner, { pool: {} })).toThrow(OptionError);
    expect(() => DynSource.from(inner, {})).toThrow(`${DynSource.name}.from(..., { pool }) takes a FramePool. Make it by new FramePool({ max }).`);
  });

  test('inline(n) holds its room from the beginning, and no more of it', async () => {
    const inner = new Compiled();
    const wrapper = DynSource.inline(3).from(inner);
    expect(poolOf(wrapper)).toEqual({ live: 0, idle: 3, created: 3, reused: 0, exhausted: 0 });
    inner.wait = turn();
    const calls = [1, 2, 3, 4].map(() => wrapper.next().catch(() => 'refused'));
    expect(poolOf(wrapper)).toEqual({ live: 3, idle: 0, created: 3, reused: 3, exhausted: 1 });
    expect(await Promise.all(calls)).toEqual([1, 2, 3, 'refused']);
    expect(poolOf(wrapper)).toMatchObject({ live: 0, idle: 3, created: 3 });
  });

  test('instances of one class share a vtable, whatever the strategy', () => {
    const tables = new Set(Array.from({ length: 1000 }, () => DynSource.from(new Compiled())[vtable]));
    expect(tables.size).toBe(1);
    const first = [...tables][0];
    expect(DynSource.boxed(new Compiled())[vtable]).toBe(first);
    const own = Object.assign(new Compiled(), { next: async () => 7 });
    const another = Object.assign(new Compiled(), { next: async () => 8 });
    // Without the transformer all of them go by name.
    expect(DynSource.from(own)[vtable] === first).toBe(kind.includes('nothing compiled'));
    expect(DynSource.from(another)[vtable]).toBe(DynSource.from(own)[vtable]);
    expect(DynSource.from(new Compiled())[vtable]).toBe(first);
  });

  test('a generic function makes wrappers for its own type', async () => {
    const DynOther = make();
    expect(await DynOther.from(new Compiled()).map((n: number) => n + 1)).toBe(1);
    expect(DynSource.from(new Compiled())).not.toBeInstanceOf(DynOther);
  });

  test('what cannot be wrapped is refused by name', () => {
    const message = (impl: unknown): string => {
      try {
        DynSource.from(impl);
        return 'wrapped';
      } catch (error) {
        return error instanceof DynError && error.code === 'BOXLESS_DYN' ? error.message : String(error);
      }
    };
    expect(message({ get() {}, map() {}, find() {}, [kKey]() {} })).toBe(`${DynSource.name}.from(...): the implementation has no method 'next'. Give it one, or make the method optional in the trait.`);
    expect(message({ next() {}, get() {}, map() {}, find: 5, [kKey]() {} })).toMatch("no method 'find'");
    expect(message({ next() {}, get() {}, map() {}, find() {} })).toMatch("no method 'Symbol(key)'");
    expect(message({ next() {}, get() {}, map() {}, find() {}, [kKey]() {}, peek: 5 })).toMatch("no method 'peek'");
    // Also where a vtable for its like is there already.
    expect(message({ next() {}, get() {}, map() {}, find() {}, [kKey]() {} })).toBe('wrapped');
    expect(message({ get() {}, map() {}, find() {}, [kKey]() {} })).toMatch("no method 'next'");
    expect(message(null)).toBe(`${DynSource.name}.from(...) was given null. Give it an object that implements the trait.`);
    expect(message(5)).toMatch('was given a number');
    for (const calls of [0, -1, 1.5, NaN, undefined]) expect(() => DynSource.inline(calls)).toThrow(DynError);
  });

  test('it shows what it holds', () => {
    const inner = { next() {}, get() {}, map() {}, find() {}, [kKey]() {}, row: 3 };
    expect(inspect(DynSource.from(inner))).toBe(`${DynSource.name} ${inspect({ inner })}`);
    expect(Object.keys(DynSource.from(inner))).toEqual(['inner']);
  });

  test('many calls in flight through one wrapper, each with its own result', async () => {
    const opens: (() => void)[] = [];
    const inner = Object.assign(new Compiled(), { next: () => new Promise((resolve) => { const n = opens.length; opens.push(() => resolve(n)); }) });
    for (const wrapper of [DynSource.from(inner), DynSource.inline(100).from(inner), DynSource.boxed(inner)]) {
      opens.length = 0;
      const calls = Array.from({ length: 100 }, () => wrapper.next());
      for (const open of [...opens].reverse()) open();
      expect(await Promise.all(calls)).toEqual(Array.from({ length: 100 }, (_, n) => n));
    }
  });
});

test('a wrapper keeps no frames: those of the implementation are its own', async () => {
  const { DynSource, Compiled, Reader } = program(SOURCE.replaceAll('KINDS', ''));
  const inner = new Compiled();
  inner.wait = Promise.resolve();
  const wrapper = DynSource.from(inner);
  for (let i = 0; i < 3; i++) await new Reader().read(wrapper);
  expect(poolOf(inner)).toMatchObject({ live: 0, created: 1 });
  expect(poolOf(wrapper)).toMatchObject({ created: 0 });
});

test('what dynTrait says without the transformer, and to wrong descriptions', () => {
  const { dynTrait } = boxless as Anything;
  expect(() => dynTrait()).toThrow(DynError);
  expect(() => dynTrait()).toThrow("dynTrait<T>() was not compiled, and at run time there is no T. Build with the boxless transformer under `tspc` (ts-patch), which reads the members of T from the types, or say them by hand: dynTrait<T>(['next', ...]).");
  expect(() => dynTrait({ next: 'asynchronous' })).toThrow("dynTrait(...): 'next' cannot be \"asynchronous\". It can be 'async', 'async?', 'sync', 'sync?' or 'member'.");
  expect(() => dynTrait(['inner'])).toThrow("dynTrait(...): every wrapper has a member 'inner' itself. Give the trait's another name.");
});

describe('through a wrapper', () => {
  const { DynSource, Source, Caller } = program(`
    import { dynTrait } from 'boxless';
    interface Source { next(a: number): Promise<number> }
    export const DynSource = dynTrait<Source>();
    export class Source {
      wait: unknown;
      log: unknown[] = [];
      @asyncTrait({ exclusive: true })
      async next(a: number) { try { if (this.wait) await this.wait; return a; } finally { this.log.push(a); } }
    }
    export class Caller {
      @asyncTrait async twice(s: any) { return [await s.next(1), await s.next(2)]; }
      @asyncTrait async polled(s: any) { await undefined; return [await s.next(3)]; }
      @asyncTrait async overlapping(s: any) { const first = s.next(4); try { return await s.next(5); } catch (error) { return [error, await first]; } }
    }`);
  const forever = new Promise(() => {});
  const wrappers: [string, (source: object) => Anything][] = [
    ['pooled', (source) => DynSource.from(source)],
    ['with a pool', (source) => DynSource.from(source, { pool: new FramePool() })],
    ['inline', (source) => DynSource.inline(2).from(source)],
    ['nested', (source) => DynSource.from(DynSource.from(source))],
  ];

  test.each(wrappers)('the options of the method hold: exclusive, %s', async (_, wrap) => {
    const source = new Source();
    const wrapper = wrap(source);
    expect(await new Caller().twice(wrapper)).toEqual([1, 2]);
    source.wait = turn();
    expect(await new Caller().overlapping(wrapper)).toEqual([expect.objectContaining({ code: 'BOXLESS_EXCLUSIVE' }), 4]);
    expect(await new Caller().twice(wrapper)).toEqual([1, 2]);
  });

  test.each(wrappers)('a cancellation reaches the implementation, %s', async (_, wrap) => {
    const source = new Source();
    const wrapper = wrap(source);
    for (const call of [() => wrapper.next(0), () => new Caller().twice(wrapper), () => new Caller().polled(wrapper)]) {
      source.wait = forever;
      const future = call();
      await turn();
      future.cancel('enough');
      await expect(future).rejects.toMatchObject({ name: 'AbortError', cause: 'enough' });
      source.wait = undefined;
      expect(await new Caller().twice(wrapper)).toEqual([1, 2]);
    }
    expect(source.log).toEqual([0, 1, 2, 1, 1, 2, 3, 1, 2]);
  });
});

describe('the stack', () => {
  const { DynNode, Node } = program(`
    import { dynTrait, type Dyn } from 'boxless';
    interface Node { depth(): Promise<number>; ready(): Promise<number> }
    export const DynNode = dynTrait<Node>();
    export class Node {
      next: Dyn<Node> | undefined;
      wait: unknown;
      @asyncTrait async ready() { return 1; }
      @asyncTrait async depth(): Promise<number> {
        if (this.next === undefined) { if (this.wait) await this.wait; return 0; }
        return (await this.next.ready()) + (await this.next.depth());
      }
    }`);
  const wrappers: [string, (node: object) => Anything][] = [
    ['pooled', (node) => DynNode.from(node)],
    ['inline', (node) => DynNode.inline(1).from(node)],
    ['with a pool', (node) => DynNode.from(node, { pool: new FramePool() })],
    ['boxed', (node) => DynNode.boxed(node)],
  ];

  test.each(wrappers)('does not grow with the wrappers between, %s', async (_, wrap) => {
    const levels = 20_000;
    const last = new Node();
    let first = last;
    for (let level = 0; level < levels; level++) {
      const before = new Node();
      before.next = wrap(first);
      first = before;
    }
    expect(await first.depth()).toBe(levels);
    last.wait = turn();
    expect(await first.depth()).toBe(levels);
  });
});

test('an implementation that is mocked later is seen through every strategy', async () => {
  const { DynSource, Compiled, Reader } = program(SOURCE.replaceAll('KINDS', ''));
  const inner = new Compiled();
  const wrappers = [DynSource.from(inner), DynSource.inline(2).from(inner), DynSource.from(inner, { pool: new FramePool() }), DynSource.boxed(inner), DynSource.from(DynSource.from(inner))];
  const readAll = (): Promise<unknown[]> => Promise.all(wrappers.map(async (wrapper) => (await new Reader().read(wrapper))[4]));
  const all = (value: unknown): unknown[] => wrappers.map(() => value);
  expect(await readAll()).toEqual(all('x'));
  const own = jest.spyOn(inner, 'find').mockImplementation(async () => 'own');
  expect(await readAll()).toEqual(all('own'));
  own.mockRestore();
  const ofAll = jest.spyOn(Compiled.prototype, 'find').mockImplementation(() => 'synchronous, of all');
  expect(await readAll()).toEqual(all('synchronous, of all'));
  ofAll.mockRestore();
  expect(await readAll()).toEqual(all('x'));
});

test('the members are read from whatever type of objects it is', async () => {
  const exports = program(`
    import { dynTrait } from 'boxless';
    interface Full { a(): Promise<string>; b(n: number): Promise<number>; c(): string; d: number }
    export const DynAlias = dynTrait<{ a(): Promise<string> }>();
    export const DynPicked = dynTrait<Pick<Full, 'a' | 'd'> & { e(): Promise<string> }>();
    export const DynPartial = dynTrait<Partial<Full>>();
    export const DynMapped = dynTrait<{ [K in 'a' | 'e']: () => Promise<string> }>();
    export abstract class WithDefault {
      abstract a(): Promise<string>;
      async e(): Promise<string> { return 'default of ' + (await this.a()); }
      static s = 1;
      constructor(readonly d: number) {}
      get twice() { return this.d * 2; }
    }
    export const DynWithDefault = dynTrait<WithDefault>();
    export const DynProperties = dynTrait<{ a: () => Promise<string>; readonly b?: ((n: number) => PromiseLike<number>) | null; call: { (): string; level: number } }>();
    export class Impl extends WithDefault {
      @asyncTrait async a() { return 'a'; }
      @asyncTrait async b(n: number) { return n + this.d; }
      c() { return 'c'; }
    }
    export class Reader { @asyncTrait async read(x: any) { return [await x.a?.(), await x.b?.(1), x.c?.(), x.d, await x.e?.(), x.twice]; } }`);
  const read = (name: string): Promise<unknown[]> => new exports.Reader().read(exports[name].from(new exports.Impl(3)));
  const no = undefined;
  expect(await read('DynAlias')).toEqual(['a', no, no, no, no, no]);
  expect(await read('DynPicked')).toEqual(['a', no, no, 3, 'default of a', no]);
  expect(await read('DynPartial')).toEqual(['a', 4, 'c', 3, no, no]);
  expect(await read('DynMapped')).toEqual(['a', no, no, no, 'default of a', no]);
  expect(await read('DynWithDefault')).toEqual(['a', no, no, 3, 'default of a', 6]);
  expect(await new exports.Reader().read(exports.DynPartial.from({}))).toEqual([no, no, no, no, no, no]);
  const call = Object.assign(() => 'called', { level: 2 });
  const properties = exports.DynProperties.from({ a: async () => 'property', b: null, call });
  expect([await new exports.Reader().read(properties), properties.b, properties.call(), properties.call.level]).toEqual([['property', no, no, no, no, no], null, 'called', 2]);
});
