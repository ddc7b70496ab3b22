/** What `poolOf` counts, and what a pool keeps. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FramePool, poolOf, withPool } from 'boxless';
import { Pool } from '../../runtime/pool';
import { program, turn } from '../harness/program';

const { Reader, Gate } = program(`
  export class Gate {
    waiting: ((value: unknown) => void)[] = [];
    open(value: unknown) { for (const go of this.waiting.splice(0)) go(value); }
    wait() { return new Promise((resolve) => this.waiting.push(resolve)); }
  }
  export class Reader {
    constructor(readonly gate: any) {}
    @asyncTrait async ready() { return 1; }
    @asyncTrait async next(x: any) { const kept = { x }; await this.gate.wait(); return kept; }
    @asyncTrait async fails() { await this.gate.wait(); throw new Error('failed'); }
    @asyncTrait async outer(x: any) { return await this.next(x); }
    @asyncTrait static async fixed(gate: any) { return await gate.wait(); }
    @asyncTrait async withArguments() { await this.gate.wait(); return arguments.length; }
  }
`);

const NOTHING = { live: 0, idle: 0, created: 0, reused: 0, exhausted: 0 };

test('nothing is made before the first suspension', async () => {
  const reader = new Reader(new Gate());
  await reader.ready();
  expect(poolOf(reader)).toEqual(NOTHING);
});

test('a frame per call in flight, used again afterwards', async () => {
  const gate = new Gate();
  const reader = new Reader(gate);
  for (let round = 0; round < 5; round++) {
    const calls = [reader.next(1), reader.next(2), reader.next(3)];
    expect(poolOf(reader)).toMatchObject({ live: 3, created: 3 });
    gate.open('go');
    expect(await Promise.all(calls)).toEqual([{ x: 1 }, { x: 2 }, { x: 3 }]);
    expect(poolOf(reader)).toEqual({ live: 0, idle: 3, created: 3, reused: 3 * round, exhausted: 0 });
  }
});

test('a call that fails gives its frame back', async () => {
  const gate = new Gate();
  const reader = new Reader(gate);
  const call = reader.fails();
  gate.open('go');
  await expect(call).rejects.toThrow('failed');
  expect(poolOf(reader)).toMatchObject({ live: 0, idle: 1, created: 1 });
});

test('a coroutine gives its frame back', async () => {
  const gate = new Gate();
  const reader = new Reader(gate);
  for (let round = 0; round < 3; round++) {
    const call = reader.withArguments(1, 2);
    gate.open('go');
    expect(await call).toBe(2);
  }
  expect(poolOf(reader)).toMatchObject({ live: 0, created: 1, reused: 2 });
});

test('instances, and the class itself, have pools of their own', async () => {
  const gate = new Gate();
  const [one, other] = [new Reader(gate), new Reader(gate)];
  const calls = [one.next(1), Reader.fixed(gate)];
  expect(poolOf(one).live).toBe(1);
  expect(poolOf(other)).toEqual(NOTHING);
  expect(poolOf(Reader).live).toBe(1);
  gate.open('go');
  await Promise.all(calls);
});

test('a frozen instance has a pool; a borrowed method pools on its receiver', async () => {
  const gate = new Gate();
  const frozen = Object.freeze(new Reader(gate));
  const calls = [frozen.next(1)];
  expect(poolOf(frozen).live).toBe(1);
  gate.open('go');
  await Promise.all(calls);

  const borrower = { gate, next: Reader.prototype.next };
  const borrowed = borrower.next(2);
  expect(poolOf(borrower).live).toBe(1);
  gate.open('go');
  expect(await borrowed).toEqual({ x: 2 });
  expect(Reflect.ownKeys(borrower)).toEqual(['gate', 'next']);
});

test('private methods, functions, methods of object literals and arrow functions in fields count too', async () => {
  const gate = new Gate();
  const { Holder, load, table } = program(`
    export class Holder {
      constructor(readonly gate: any) {}
      @asyncTrait async #inner() { return await this.gate.wait(); }
      inner() { return this.#inner(); }
      /** @asyncTrait */
      field = async () => await this.gate.wait();
    }
    /** @asyncTrait */
    export async function load(gate: any) { return await gate.wait(); }
    export const table = {
      /** @asyncTrait */
      async get(gate: any) { return await gate.wait(); },
    };
  `);
  const holder = new Holder(gate);
  const calls = [holder.inner(), holder.field(), load(gate), load(gate), load(gate), table.get(gate)];
  expect(poolOf(holder).live).toBe(2);
  expect(poolOf(load).live).toBe(3);
  expect(poolOf(table).live).toBe(1);
  gate.open('go');
  await Promise.all(calls);
  expect([holder, load, table].map((owner) => poolOf(owner))).toEqual([2, 3, 1].map((idle) => ({ ...NOTHING, idle, created: idle })));
});

describe('nothing keeps the data of a call alive that has ended', () => {
  // A flag set at run time gives `gc` to contexts made from then on.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;

  async function expectCollected(refs: WeakRef<object>[]): Promise<void> {
    for (let round = 0; round < 20 && refs.some((ref) => ref.deref()); round++) {
      await turn();
      collect();
    }
    expect(refs.map((ref) => ref.deref() === undefined)).toEqual(refs.map(() => true));
  }

  const { Keeper } = program(`
    export class Keeper {
      constructor(readonly gate: any) {}
      @asyncTrait async frame(x: any) { const kept = { x }; await this.gate.wait(); return kept; }
      @asyncTrait async many(x: any) { const [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = Array(14).fill(x); await this.gate.wait(); return [a, b, c, d, e, f, g, h, i, j, k, l, m, n]; }
      @asyncTrait async outer(x: any) { return await this.frame(x); }
      @asyncTrait async coroutine(x: any) { const kept = { x }; await this.gate.wait(); return [arguments.length, kept]; }
      @asyncTrait async fails(x: any) { await this.gate.wait(); throw Object.assign(new Error(), { x }); }
      @asyncTrait({ pool: { max: 1, onExhausted: 'wait' } }) async waits(x: any) { await this.gate.wait(); return { x }; }
      @asyncTrait({ pool: { max: 1, onExhausted: 'throw' } }) async throws(x: any) { await this.gate.wait(); return { x }; }
      @asyncTrait({ exclusive: true }) async exclusive(x: any) { await this.gate.wait(); return { x }; }
      @asyncTrait({ reuse: 'await-once' }) async once(x: any) { await this.gate.wait(); return { x }; }
      @asyncTrait({ reuse: 'await-once' }) async onceFails(x: any) { await this.gate.wait(); throw x; }
      async closure(x: any) {
        /** @asyncTrait */
        const inner = async () => { await this.gate.wait(); return x; };
        return await inner();
      }
      @asyncTrait async narrows(x: any) {
        const [a, b, c, d, e, f] = Array(6).fill(x);
        await this.gate.wait();
        if ([a, b, c, d, e, f].includes(undefined)) return 'lost';
        await this.gate.wait();
        return 'kept';
      }
      @asyncTrait async *items(x: any) {
        const [a, b, c, d, e, f] = Array(6).fill(x);
        yield 1;
        yield [a, b, c, d, e, f];
      }
    }`);

  test.each(['frame', 'many', 'outer', 'coroutine', 'fails', 'waits', 'throws', 'exclusive', 'once', 'onceFails', 'closure'])('%s', async (name) => {
    const gate = new Gate();
    const keeper = new Keeper(gate);
    const pool = new FramePool();
    const refs: WeakRef<object>[] = [];
    await (async () => {
      for (const way of ['alone', 'queued', 'in an arena', 'cancelled', 'disposed']) {
        const data = { big: new Array(1000) };
        refs.push(new WeakRef(data));
        const call = (): any => keeper[name](data);
        const calls = way === 'in an arena' ? [withPool(pool, call)] : way === 'queued' ? [call(), call()] : [call()];
        if (way === 'cancelled') calls[0].cancel?.(data);
        for (let round = 0; round < 2; round++) {
          await turn();
          gate.open(data);
        }
        if (way === 'disposed' && name !== 'onceFails' && name !== 'fails') calls[0][Symbol.dispose]?.();
        else await Promise.allSettled(calls);
      }
    })();
    await expectCollected(refs);
    expect([poolOf(keeper).live, poolOf(pool).live]).toEqual([0, 0]);
  });

  test('nor what many locals held, once fewer are live', async () => {
    const gate = new Gate();
    const keeper = new Keeper(gate);
    const begin = (): [WeakRef<object>, Promise<unknown>] => {
      const data = { big: new Array(1000) };
      return [new WeakRef(data), keeper.narrows(data)];
    };
    const [ref, call] = begin();
    gate.open('go');
    await expectCollected([ref]);
    expect(poolOf(keeper).live).toBe(1);
    gate.open('go');
    expect(await call).toBe('kept');
  });

  test('nor many locals of a stream that has ended', async () => {
    const keeper = new Keeper(new Gate());
    const ref = await (async () => {
      const data = { big: new Array(1000) };
      const items = keeper.items(data);
      expect(await items.next()).toEqual({ value: 1, done: false });
      await items.return();
      return new WeakRef(data);
    })();
    await expectCollected([ref]);
    expect(poolOf(keeper)).toMatchObject({ live: 0, idle: 1 });
  });
});

test('a thousand idle frames are kept, not more', async () => {
  const gate = new Gate();
  const reader = new Reader(gate);
  const calls = Array.from({ length: 1500 }, (_, n) => reader.next(n));
  gate.open('go');
  await Promise.all(calls);
  expect(poolOf(reader)).toMatchObject({ live: 0, idle: 1024, created: 1500 });
});

test('an await that throws before anything waits leaves no frame behind', async () => {
  const { Catcher } = program(`
    const bad = () => Object.defineProperty(Promise.resolve(), 'constructor', { get() { throw new Error('no constructor'); } });
    export class Catcher {
      @asyncTrait async frame() { try { await bad(); } catch { return 'caught'; } }
      @asyncTrait async goesOn() { try { await bad(); } catch {} await undefined; return 'went on'; }
      @asyncTrait async coroutine() { try { await bad(); } catch { return arguments.length; } }
      @asyncTrait async resumed() { await undefined; try { await bad(); } catch { return 'caught'; } }
    }
  `);
  const catcher = new Catcher();
  expect([await catcher.frame(), await catcher.goesOn(), await catcher.coroutine(), await catcher.resumed()]).toEqual(['caught', 'went on', 0, 'caught']);
  expect(poolOf(catcher)).toMatchObject({ live: 0, idle: 4 });
});

describe('what disposing a future gives back', () => {
  // In checked mode nothing is handed out twice.
  const { Disposed } = program(`
    export class Disposed {
      events: string[] = [];
      constructor(readonly gate: any) {}
      @asyncTrait async next(name: string) { this.events.push(name + ' begins'); try { return await this.gate.wait(); } finally { this.events.push(name + ' ends'); } }
      @asyncTrait({ pool: { max: 1, onExhausted: 'wait' } }) async waits(name: string) { return await this.next(name); }
      @asyncTrait({ reuse: 'await-once' }) async once(name: string) { return await this.next(name); }
    }
  `, { checked: false });

  test('of a call that has suspended nothing: its frame goes back when its method ends, and no later than without', async () => {
    const gate = new Gate();
    const disposed = new Disposed(gate);
    const future = disposed.next('a');
    const before = poolOf(disposed);
    expect(before).toEqual({ live: 1, idle: 0, created: 1, reused: 0, exhausted: 0 });
    future[Symbol.dispose]();
    expect(poolOf(disposed)).toEqual(before);
    gate.open(1);
    await turn();
    expect(disposed.events).toEqual(['a begins', 'a ends']);
    expect(poolOf(disposed)).toEqual({ live: 0, idle: 1, created: 1, reused: 0, exhausted: 0 });
  });

  test('of a call that has ended nothing: its frame is back already, and is not given back twice', async () => {
    const gate = new Gate();
    const disposed = new Disposed(gate);
    const future = disposed.next('a');
    gate.open(1);
    await future;
    const after = poolOf(disposed);
    expect(after).toEqual({ live: 0, idle: 1, created: 1, reused: 0, exhausted: 0 });
    future[Symbol.dispose]();
    future[Symbol.dispose]();
    expect(poolOf(disposed)).toEqual(after);
    const calls = [disposed.next('b'), disposed.next('c')];
    expect(poolOf(disposed)).toEqual({ live: 2, idle: 0, created: 2, reused: 1, exhausted: 0 });
    gate.open('each its own');
    expect(await Promise.all(calls)).toEqual(['each its own', 'each its own']);
  });

  test('of a call that waits for its turn all: the place in the queue and the frame that held it; it never begins', async () => {
    const gate = new Gate();
    const disposed = new Disposed(gate);
    const first = disposed.waits('first');
    // The frame of a queued call is its limit's: seen where that makes no second one for a thousand calls, each given up.
    const made = jest.spyOn(Pool.prototype, 'acquire');
    const tickets = new Set<unknown>();
    for (let n = 0; n < 1000; n++) {
      const queued = disposed.waits('queued');
      tickets.add(made.mock.results[n]!.value);
      expect(poolOf(disposed)).toMatchObject({ live: 2, exhausted: n + 1 });
      queued[Symbol.dispose]();
    }
    made.mockRestore();
    expect(tickets.size).toBe(1);
    gate.open(1);
    expect(await first).toBe(1);
    await turn();
    expect(disposed.events).toEqual(['first begins', 'first ends']);
    expect(poolOf(disposed)).toMatchObject({ live: 0, created: 2, exhausted: 1000 });
  });

  test("with reuse: 'await-once' the future itself, when its call has ended", async () => {
    const gate = new Gate();
    const disposed = new Disposed(gate);
    const future = disposed.once('a');
    future[Symbol.dispose]();
    const other = disposed.once('b');
    expect(other).not.toBe(future);
    gate.open(1);
    expect(await other).toBe(1);
    await turn();
    const again = disposed.once('c');
    const more = disposed.once('d');
    gate.open(2);
    expect(new Set([again, more])).toEqual(new Set([future, other]));
    expect(await Promise.all([again, more])).toEqual([2, 2]);
  });
});
