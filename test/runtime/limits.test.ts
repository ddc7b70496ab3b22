/** Calls in flight: `pool: { max, onExhausted }` and `exclusive`, counted from entry to end, polled and public alike. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { ExclusiveError, PoolExhaustedError, poolOf } from 'boxless';
import { program, turn } from '../harness/program';

const { Gate, Throws, Waits, Alone, PerClass, Grows, Caller, Quiet, limited, alone } = program(`
  export class Gate {
    waiting: ((value: unknown) => void)[] = [];
    open(value?: unknown) { for (const go of this.waiting.splice(0)) go(value); }
    next(value?: unknown) { this.waiting.shift()!(value); }
    wait() { return new Promise((resolve) => this.waiting.push(resolve)); }
  }
  const note = (log: unknown[], word: string) => (log.push(word), word);
  @asyncTrait({ pool: { max: 2, onExhausted: 'throw' } })
  export class Throws {
    constructor(readonly gate: any) {}
    async next(log: unknown[] = [], by = note(log, 'default')) { log.push('body'); return await this.gate.wait(); }
    async rest(first: unknown, ...more: unknown[]) { await this.gate.wait(); return [first, ...more]; }
    async pattern({ a }: any, [b] = [2]) { await this.gate.wait(); return [a, b]; }
    async coroutine() { await this.gate.wait(); return arguments.length; }
    async ready(depth: number): Promise<number> { return depth === 0 ? 0 : 1 + (await this.ready(depth - 1)); }
    async enters(inner: () => unknown) { return inner(); }
    async adopts() { return this.gate.wait(); }
    async fails(log: unknown[]) { log.push('body'); throw new Error('failed'); }
  }
  @asyncTrait({ pool: { max: 1, onExhausted: 'wait' } })
  export class Waits {
    constructor(readonly gate: any, readonly log: unknown[] = []) {}
    async next(name: string) { this.log.push('begins ' + name); try { return await this.gate.wait(); } finally { this.log.push('ends ' + name); } }
    async ready(name: string) { this.log.push(name); return name; }
    async fails(name: string) { this.log.push(name); await this.gate.wait(); throw new Error(name); }
    async store(read: () => unknown) { const first = read(); await this.gate.wait(); return [first, read()]; }
  }
  @asyncTrait({ exclusive: true })
  export class Alone {
    constructor(readonly gate: any) {}
    async next() { return await this.gate.wait(); }
    async again(): Promise<void> { await this.again(); }
    async other() { return await this.next(); }
    static async fixed(gate: any) { return await gate.wait(); }
    async #hidden() { return await this.gate.wait(); }
    hidden() { return this.#hidden(); }
    @asyncTrait({ exclusive: false }) async shared() { return await this.gate.wait(); }
  }
  export class PerClass {
    constructor(readonly gate: any) {}
    @asyncTrait({ pool: { max: 2, onExhausted: 'throw', scope: 'class' } }) async next() { return await this.gate.wait(); }
  }
  export class Grows {
    constructor(readonly gate: any) {}
    @asyncTrait({ pool: { max: 1, scope: 'class' } }) async next() { return await this.gate.wait(); }
  }
  @asyncTrait
  export class Caller {
    async next(o: any, ...args: unknown[]) { await undefined; return await o.next(...args); }
    async plain(o: any) { await undefined; return await o.next(); }
    async rest(o: any) { await undefined; return await o.rest(1, 2, 3); }
    async coroutine(o: any) { await undefined; return await o.coroutine(1, 2); }
    async function(f: any, x: any) { await undefined; return await f(x); }
  }
  export class Quiet extends Throws {
    calls = 0;
    async next() { this.calls++; return 'overridden'; }
  }
  /** @asyncTrait { pool: { max: 1, onExhausted: 'throw' } } */
  export const limited = async (gate: any) => await gate.wait();
  /** @asyncTrait { exclusive: true } */
  export async function alone(gate: any) { return await gate.wait(); }
`);

const outcome = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);
const exhausted = expect.any(PoolExhaustedError);

describe("onExhausted: 'throw'", () => {
  test('the call beyond max is rejected before anything of the method has run, defaults included', async () => {
    const gate = new Gate();
    const reader = new Throws(gate);
    const log: string[] = [];
    const calls = [reader.next(log), reader.next(log)];
    expect(log).toEqual(['default', 'body', 'default', 'body']);
    const third = reader.next(log);
    expect(log).toHaveLength(4);
    const error = await third.catch((e: unknown) => e);
    expect(error).toBeInstanceOf(PoolExhaustedError);
    expect(error.code).toBe('BOXLESS_POOL_EXHAUSTED');
    expect(error.message).toBe("Throws.next: 2 calls are in flight, as many as its pool allows (max: 2). Await one of them first, raise `max`, or choose onExhausted: 'wait' or 'grow'.");
    expect(poolOf(reader)).toEqual({ live: 2, idle: 0, created: 2, reused: 0, exhausted: 1 });
    gate.open('go');
    expect(await Promise.all(calls)).toEqual(['go', 'go']);
    expect(poolOf(reader)).toEqual({ live: 0, idle: 2, created: 2, reused: 0, exhausted: 1 });
  });

  test('calls count from their entry: recursion, and calls made before the first await', async () => {
    const reader = new Throws(new Gate());
    expect(await reader.ready(1)).toBe(1);
    expect(await outcome(reader.ready(2))).toEqual(exhausted);
    expect(await reader.ready(1)).toBe(1);
    const inner: Promise<unknown>[] = [];
    await reader.enters(() => void inner.push(reader.enters(() => 'second'), reader.enters(() => reader.enters(() => 'third'))));
    expect(await Promise.all(inner.map(outcome))).toEqual(['second', exhausted]);
    expect(await reader.enters(() => 'later')).toBe('later');
  });

  test('polls count like public calls', async () => {
    const gate = new Gate();
    const reader = new Throws(gate);
    const caller = new Caller();
    const calls = [caller.plain(reader), reader.next(), caller.plain(reader)].map(outcome);
    await turn();
    gate.open('go');
    expect(await Promise.all(calls)).toEqual(['go', 'go', exhausted]);
  });

  test.each([['rest', [1, 2, 3]], ['coroutine', 2]])('whatever the form: %s', async (method, value) => {
    const gate = new Gate();
    const reader = new Throws(gate);
    const caller = new Caller();
    for (let round = 0; round < 3; round++) {
      const args = method === 'rest' ? [1, 2, 3] : [1, 2];
      const calls = [caller[method](reader), reader[method](...args), caller[method](reader), reader[method](...args)].map(outcome);
      await turn();
      gate.open();
      const outcomes = await Promise.all(calls);
      expect(outcomes.filter((one) => one instanceof PoolExhaustedError)).toHaveLength(2);
      expect(outcomes.filter((one) => !(one instanceof PoolExhaustedError))).toEqual([value, value]);
    }
  });

  test('parameters that are patterns, and their defaults', async () => {
    const gate = new Gate();
    const reader = new Throws(gate);
    const calls = [reader.pattern({ a: 1 }), reader.pattern({ a: 3 }, [4])];
    // Would throw if it were destructured.
    expect(await outcome(reader.pattern(undefined))).toEqual(exhausted);
    gate.open();
    expect(await Promise.all(calls)).toEqual([[1, 2], [3, 4]]);
  });

  test('a call that throws, or returns a promise, leaves when it has ended', async () => {
    const gate = new Gate();
    const reader = new Throws(gate);
    for (let round = 0; round < 5; round++) await expect(reader.fails([])).rejects.toThrow('failed');
    const calls = [reader.adopts(), reader.adopts()];
    expect(await outcome(reader.adopts())).toEqual(exhausted);
    gate.open('adopted');
    expect(await Promise.all(calls)).toEqual(['adopted', 'adopted']);
    const again = reader.adopts();
    gate.open('again');
    expect(await again).toBe('again');
  });

  test('an override is not limited, nor is a mock', async () => {
    const quiet = new Quiet(new Gate());
    const caller = new Caller();
    const calls = Array.from({ length: 5 }, () => caller.plain(quiet));
    expect(await Promise.all(calls)).toEqual(Array(5).fill('overridden'));
    expect(quiet.calls).toBe(5);
    const reader = new Throws(new Gate());
    const spy = jest.spyOn(reader, 'next').mockResolvedValue('mocked');
    expect(await Promise.all(Array.from({ length: 5 }, () => caller.plain(reader)))).toEqual(Array(5).fill('mocked'));
    expect(spy).toHaveBeenCalledTimes(5);
  });

  test("scope: 'class' counts over all instances", async () => {
    const gate = new Gate();
    const [one, other] = [new PerClass(gate), new PerClass(gate)];
    const calls = [one.next(), other.next(), other.next()].map(outcome);
    expect(poolOf(one)).toEqual({ live: 2, idle: 0, created: 2, reused: 0, exhausted: 1 });
    expect(poolOf(PerClass)).toEqual(poolOf(other));
    gate.open('go');
    expect(await Promise.all(calls)).toEqual(['go', 'go', exhausted]);
  });

  test('functions', async () => {
    const gate = new Gate();
    const calls = [limited(gate), limited(gate), new Caller().function(limited, gate)].map(outcome);
    await turn();
    gate.open('go');
    expect(await Promise.all(calls)).toEqual(['go', exhausted, exhausted]);
    expect(poolOf(limited)).toEqual({ live: 0, idle: 1, created: 1, reused: 0, exhausted: 2 });
  });
});

test("onExhausted: 'grow' keeps max frames and counts the calls beyond", async () => {
  const gate = new Gate();
  const reader = new Grows(gate);
  const calls = [reader.next(), reader.next(), new Grows(gate).next()];
  expect(poolOf(reader)).toMatchObject({ live: 3, created: 3, exhausted: 2 });
  gate.open('go');
  await Promise.all(calls);
  expect(poolOf(reader)).toMatchObject({ live: 0, idle: 1 });
});

describe("onExhausted: 'wait'", () => {
  test('calls queue in order, public and polled, and each gets its own result', async () => {
    const gate = new Gate();
    const reader = new Waits(gate);
    const calls = [reader.next('a'), reader.next('b'), new Caller().next(reader, 'c'), reader.next('d')];
    expect(reader.log).toEqual(['begins a']);
    await turn();
    expect(poolOf(reader)).toMatchObject({ live: 1, exhausted: 3 });
    for (const value of [1, 2, 3, 4]) {
      gate.next(value);
      await turn();
    }
    expect(await Promise.all(calls)).toEqual([1, 2, 4, 3]);
    expect(reader.log).toEqual(['begins a', 'ends a', 'begins b', 'ends b', 'begins d', 'ends d', 'begins c', 'ends c']);
    expect(poolOf(reader)).toEqual({ live: 0, idle: 1, created: 1, reused: 3, exhausted: 3 });
  });

  test('the next begins in a microtask, never on the stack of the one that ends', async () => {
    const gate = new Gate();
    const reader = new Waits(gate);
    const calls = [reader.next('a'), reader.next('b')];
    gate.next();
    expect(reader.log).toEqual(['begins a']);
    await turn();
    expect(reader.log).toEqual(['begins a', 'ends a', 'begins b']);
    gate.next();
    await Promise.all(calls);
  });

  test('a call that fails makes room; ten thousand queue and finish', async () => {
    const gate = new Gate();
    const reader = new Waits(gate);
    const failing = [reader.fails('one'), reader.fails('two')].map(outcome);
    gate.open();
    await turn();
    gate.open();
    expect((await Promise.all(failing)).map(String)).toEqual(['Error: one', 'Error: two']);
    const many = Array.from({ length: 10_000 }, (_, n) => reader.next(String(n)));
    for (let n = 0; n < many.length; n++) {
      gate.next(n);
      await many[n];
    }
    expect(await Promise.all(many)).toEqual(many.map((_, n) => n));
  });

  test('a queued call can be abandoned by disposing its future, and is never begun', async () => {
    const gate = new Gate();
    const reader = new Waits(gate);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => reader.next(name));
    b[Symbol.dispose]();
    gate.next(1);
    await a;
    await turn();
    expect(reader.log).toEqual(['begins a', 'ends a', 'begins c']);
    gate.next(3);
    expect(await c).toBe(3);
    expect(reader.log).not.toContain('begins b');
  });

  test('and even when its turn has come, as long as it has not begun', async () => {
    const gate = new Gate();
    const log: string[] = [];
    const reader = new Waits(gate, { push: (word: string) => (log.push(word), word === 'ends a' && queueMicrotask(() => b[Symbol.dispose]())) });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => reader.next(name));
    gate.next(1);
    await a;
    await turn();
    gate.next(3);
    expect(await c).toBe(3);
    expect(log).toEqual(['begins a', 'ends a', 'begins c', 'ends c']);
  });

  test('options go together: queued futures that are recycled, native promises that queue', async () => {
    const { Both } = program(`
      export class Both {
        constructor(readonly gate: any) {}
        @asyncTrait({ pool: { max: 1, onExhausted: 'wait' }, reuse: 'await-once' }) async once() { return await this.gate.wait(); }
        @asyncTrait({ pool: { max: 1, onExhausted: 'wait' }, returns: 'promise' }) async native() { return await this.gate.wait(); }
        @asyncTrait({ pool: { max: 2, onExhausted: 'throw', scope: 'class' }, exclusive: true }) async two() { return await this.gate.wait(); }
      }`);
    const gate = new Gate();
    const reader = new Both(gate);
    const [a, b, c] = [reader.once(), reader.once(), reader.once()];
    b[Symbol.dispose]();
    const natives = [reader.native(), reader.native()];
    expect(Object.getPrototypeOf(natives[1])).toBe(Promise.prototype);
    for (let round = 1; round <= 3; round++) {
      gate.open(round);
      await turn();
    }
    expect(await Promise.all([a, c, ...natives])).toEqual([1, 2, 1, 2]);
    const others = [new Both(gate), new Both(gate)];
    const calls = [reader.two(), reader.two(), others[0].two(), others[1].two()].map(outcome);
    gate.open('two');
    expect(await Promise.all(calls)).toEqual(['two', expect.any(ExclusiveError), 'two', exhausted]);
    const again = reader.two();
    gate.open('again');
    expect(await again).toBe('again');
  });

  test('a queued call can be cancelled: it never begins, and rejects', async () => {
    const gate = new Gate();
    const reader = new Waits(gate);
    const [a, b, c] = ['a', 'b', 'c'].map((name) => reader.next(name));
    b.cancel('changed my mind');
    await expect(b).rejects.toMatchObject({ code: 'ABORT_ERR', cause: 'changed my mind' });
    gate.next(1);
    await turn();
    gate.next(3);
    expect(await Promise.all([a, c])).toEqual([1, 3]);
    expect(reader.log).not.toContain('begins b');
    // One that runs is cancelled like any other, and makes room.
    const [d, e] = [reader.next('d'), reader.next('e')];
    d.cancel();
    await expect(d).rejects.toMatchObject({ code: 'ABORT_ERR' });
    await turn();
    gate.open('e');
    expect(await e).toBe('e');
  });

  test('abandoned calls keep nothing in the queue', async () => {
    const gate = new Gate();
    const reader = new Waits(gate);
    const first = reader.next('first');
    for (let n = 0; n < 1000; n++) reader.next(`given up ${n}`)[Symbol.dispose]();
    const last = reader.next('last');
    gate.next(1);
    await first;
    await turn();
    gate.next(2);
    expect(await last).toBe(2);
    expect(reader.log).toEqual(['begins first', 'ends first', 'begins last', 'ends last']);
  });

  test('a queued call reads the async context of its caller', async () => {
    const storage = new AsyncLocalStorage<string>();
    const gate = new Gate();
    const reader = new Waits(gate);
    const calls = ['a', 'b', 'c'].map((name) => storage.run(name, () => reader.store(() => storage.getStore())));
    for (let n = 0; n < 3; n++) {
      await turn();
      storage.run('somebody else', () => gate.next());
    }
    expect(await Promise.all(calls)).toEqual([['a', 'a'], ['b', 'b'], ['c', 'c']]);
  });
});

describe('exclusive', () => {
  test('a second call while one is in flight is an error, and the first is not disturbed', async () => {
    const gate = new Gate();
    const reader = new Alone(gate);
    const call = reader.next();
    const second = await outcome(reader.next());
    expect(second).toBeInstanceOf(ExclusiveError);
    expect(second).toMatchObject({ code: 'BOXLESS_EXCLUSIVE', message: 'Alone.next is exclusive, and a call of it is in flight on this receiver. Await that call before you make the next.' });
    expect(await outcome(new Caller().plain(reader))).toBeInstanceOf(ExclusiveError);
    expect(await outcome(reader.other())).toBeInstanceOf(ExclusiveError);
    gate.open('first');
    expect(await call).toBe('first');
    const again = reader.other();
    gate.open('again');
    expect(await again).toBe('again');
  });

  test('on each receiver for itself; static methods, private ones, functions', async () => {
    const gate = new Gate();
    const [one, other] = [new Alone(gate), new Alone(gate)];
    const calls = [one.next(), other.next(), Alone.fixed(gate), one.hidden(), other.hidden(), alone(gate), alone.call(one, gate), one.shared(), one.shared()];
    const refused = [one.next(), Alone.fixed(gate), one.hidden(), alone(gate), alone.call(one, gate)].map(outcome);
    expect(await Promise.all(refused)).toEqual(refused.map(() => expect.any(ExclusiveError)));
    gate.open('go');
    expect(await Promise.all(calls)).toEqual(calls.map(() => 'go'));
  });

  test('recursion is a second call', async () => {
    const reader = new Alone(new Gate());
    expect(await outcome(reader.again())).toBeInstanceOf(ExclusiveError);
    expect(await outcome(reader.again())).toBeInstanceOf(ExclusiveError);
  });
});
