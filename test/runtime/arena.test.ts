/** A pool given by the caller for a stretch of work: `withPool(pool, () => ...)`. */
import { FramePool, OptionError, poolOf, withPool } from 'boxless';
import { program, turn } from '../harness/program';

const { Gate, Reader, handle } = program(`
  export class Gate {
    waiting: ((value: unknown) => void)[] = [];
    open(value?: unknown) { for (const go of this.waiting.splice(0)) go(value); }
    wait() { return new Promise((resolve) => this.waiting.push(resolve)); }
  }
  export class Reader {
    constructor(readonly gate: any) {}
    @asyncTrait async next() { return await this.gate.wait(); }
    @asyncTrait async twice() { return [await this.next(), await this.next()]; }
    @asyncTrait async calls(f: () => unknown) { await this.gate.wait(); return await f(); }
    @asyncTrait async fails() { await this.next(); throw new Error('failed'); }
    @asyncTrait async coroutine() { await this.gate.wait(); return arguments.length; }
    @asyncTrait({ pool: { max: 1, onExhausted: 'wait' } }) async waits() { return await this.next(); }
  }
  /** @asyncTrait */
  export const handle = async (reader: any) => { await undefined; return await reader.next(); };
`);

const NOTHING = { live: 0, idle: 0, created: 0, reused: 0, exhausted: 0 };

test('frames of calls that suspend in the stretch, and of those they make after being resumed, come from it and go back', async () => {
  const gate = new Gate();
  const reader = new Reader(gate);
  const pool = new FramePool({ max: 8 });
  expect(poolOf(pool)).toEqual(NOTHING);
  const call = withPool(pool, () => reader.twice());
  expect(poolOf(pool)).toMatchObject({ live: 2, created: 2, reused: 0 });
  await turn();
  gate.open(1);
  await turn();
  // The second `next`, which `twice` called after it had been resumed, has the frame of the first.
  expect(poolOf(pool)).toMatchObject({ live: 2, created: 2, reused: 1 });
  gate.open(2);
  expect(await call).toEqual([1, 2]);
  expect(poolOf(pool)).toEqual({ live: 0, idle: 2, created: 2, reused: 1, exhausted: 0 });
  expect(poolOf(reader)).toEqual(NOTHING);
  const again = withPool(pool, () => [reader.next(), reader.coroutine()]);
  gate.open('again');
  expect(await Promise.all(again)).toEqual(['again', 0]);
  expect(poolOf(pool)).toEqual({ live: 0, idle: 2, created: 2, reused: 3, exhausted: 0 });
});

test('calls outside of it have the pools of their instances, whoever resumes them', async () => {
  const gate = new Gate();
  const reader = new Reader(gate);
  const pool = new FramePool();
  const outside = reader.twice();
  const inside = withPool(pool, () => reader.twice());
  for (let round = 0; round < 2; round++) {
    await turn();
    gate.open(round);
  }
  expect(await Promise.all([outside, inside])).toEqual([[0, 1], [0, 1]]);
  expect(poolOf(reader)).toMatchObject({ live: 0, created: 2 });
  expect(poolOf(pool)).toMatchObject({ live: 0, created: 2 });
  const after = reader.next();
  expect(poolOf(reader).live).toBe(1);
  gate.open();
  await after;
});

test('it nests, returns what the work returns, and ends when the work throws', async () => {
  const gate = new Gate();
  const reader = new Reader(gate);
  const [outer, inner] = [new FramePool(), new FramePool()];
  const calls: Promise<unknown>[] = [];
  withPool(outer, () => {
    expect(withPool(inner, () => calls.push(reader.next()))).toBe(1);
    calls.push(reader.next());
    expect(() => withPool(inner, () => { throw new Error('work'); })).toThrow('work');
    calls.push(reader.next());
  });
  calls.push(reader.next());
  expect([outer, inner, reader].map((owner) => poolOf(owner).live)).toEqual([2, 1, 1]);
  gate.open();
  await Promise.all(calls);
});

test('of an async work that is not compiled, the stretch ends at its first await; a trait function stays in it', async () => {
  const gate = new Gate();
  const reader = new Reader(gate);
  const pool = new FramePool();
  const calls = [
    withPool(pool, async () => {
      await undefined;
      return await reader.next();
    }),
    withPool(pool, () => handle(reader)),
  ];
  await turn();
  expect(poolOf(pool).live).toBe(2);
  expect(poolOf(reader).live).toBe(1);
  gate.open('go');
  expect(await Promise.all(calls)).toEqual(['go', 'go']);
});

test('what a call of the stretch calls back belongs to it; a call that waits for its turn keeps it', async () => {
  const gate = new Gate();
  const reader = new Reader(gate);
  const pool = new FramePool();
  const calls = withPool(pool, () => [reader.calls(() => reader.next()), reader.waits(), reader.waits()]);
  for (let round = 0; round < 3; round++) {
    await turn();
    gate.open(round);
  }
  expect(await Promise.all(calls)).toEqual([1, 0, 1]);
  expect(poolOf(reader)).toEqual({ ...NOTHING, exhausted: 1 });
  expect(poolOf(pool).live).toBe(0);
});

test('calls that fail, or are cancelled, give their frames back', async () => {
  const gate = new Gate();
  const reader = new Reader(gate);
  const pool = new FramePool();
  const [fails, cancelled] = withPool(pool, () => [reader.fails(), reader.twice()]);
  await turn();
  cancelled.cancel();
  await expect(cancelled).rejects.toMatchObject({ code: 'ABORT_ERR' });
  gate.open();
  await expect(fails).rejects.toThrow('failed');
  expect(poolOf(pool)).toMatchObject({ live: 0 });
});

test('it grows above its max, counts that, and keeps no more than that', async () => {
  const gate = new Gate();
  const readers = Array.from({ length: 5 }, () => new Reader(gate));
  const pool = new FramePool({ max: 2 });
  expect(pool.max).toBe(2);
  const calls = withPool(pool, () => readers.map((reader) => reader.next()));
  expect(poolOf(pool)).toMatchObject({ live: 5, created: 5, exhausted: 3 });
  gate.open();
  await Promise.all(calls);
  expect(poolOf(pool)).toMatchObject({ live: 0, idle: 2 });
});

test('wrong uses are named', () => {
  for (const max of [0, -1, 1.5, NaN, '3']) expect(() => new FramePool({ max: max as number })).toThrow(OptionError);
  for (const pool of [{}, new Reader(new Gate())]) expect(() => withPool(pool as FramePool, () => {})).toThrow(OptionError);
});
