/** Checked mode watches the frames of streams, those by which `join` and `race` wait, and those of `inline` wrappers. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ConsumedError, LeakError, poolOf, ReleasedError } from 'boxless';
import { beginJoin, checkedPolicy, door, pending, pollSymbol } from 'boxless/internal';
import { run, wait, type Frame } from '../../runtime/frame';
import { coreOf } from '../../runtime/stream-shell';
import { program, turn } from '../harness/program';
import { thrownBy } from '../harness/thrown';

const { Source } = program(`
  import { join, race } from 'boxless';
  export class Source {
    waiting: ((value: unknown) => void)[] = [];
    open(value?: unknown) { for (const go of this.waiting.splice(0)) go(value); }
    @asyncTrait async next(): Promise<any> { return await new Promise((resolve) => this.waiting.push(resolve)); }
    @asyncTrait async forever() { await new Promise(() => {}); }
    @asyncTrait async *items(n: number) { for (let i = 0; i < n; i++) { yield i; if (i % 2) await this.next(); } }
    @asyncTrait async *waits() { for (;;) yield await this.next(); }
    @asyncTrait async *endless() { await new Promise(() => {}); }
    @asyncTrait async *coroutine(n: number) { for (let i = 0; i < arguments.length + n; i++) { await undefined; yield i; } }
    @asyncTrait async *around(n: number) { yield* this.items(n); yield* this.coroutine(n); }
    @asyncTrait async sum(stream: AsyncIterable<number>, most = Infinity) { await undefined; let sum = 0; for await (const item of stream) if ((sum += item) > most) break; return sum; }
    @asyncTrait async both() { return await join(this.next(), this.next(), 3); }
    @asyncTrait async first() { return await race(this.next(), this.forever()); }
  }`, { checked: true });

let printed: any[];
beforeEach(() => {
  printed = [];
  jest.spyOn(console, 'error').mockImplementation((error) => void printed.push(error));
});
afterEach(() => jest.restoreAllMocks());

/** What a compiled loop asks a stream for; with the frame of its item, if that has to wait. */
function pollOf(stream: object): { item: unknown; frame: Frame } {
  const item = coreOf(stream)!.poll(1);
  return { item, frame: door.awaited as Frame };
}

/** Collects garbage until something of `name` is reported. */
async function collected(name = 'nothing'): Promise<void> {
  door.awaited = door.frame = undefined;
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let round = 0; round < 20 && !printed.some((error) => error.message.includes(name)); round++) {
    await turn();
    collect();
  }
}

async function opening<T>(source: { open(value?: unknown): void }, call: Promise<T>): Promise<T> {
  let isOver = false;
  const ended = (): void => void (isOver = true);
  call.then(ended, ended);
  for (let round = 0; round < 100 && !isOver; round++) {
    await turn();
    source.open(1);
  }
  return call;
}

describe('streams', () => {
  test('each has a frame of its own, and the pools count as ever', async () => {
    const source = new Source();
    const frames = new Set<unknown>();
    for (let round = 0; round < 3; round++) {
      const stream = source.waits();
      frames.add(pollOf(stream).frame);
      (door.awaited as Frame).handle = { settle: () => {} };
      expect(poolOf(source)).toMatchObject({ live: 2 });
      source.open(round);
      await turn();
      await stream.return();
      expect(poolOf(source)).toEqual({ live: 0, idle: 2, created: 2, reused: 2 * round, exhausted: 0 });
    }
    expect(frames.size).toBe(3);
    expect(printed).toEqual([]);
  });

  test('nothing is reported of loops that come to their end, are left or cancelled, and of streams asked by hand', async () => {
    const source = new Source();
    expect(await opening(source, source.sum(source.items(5)))).toBe(10);
    expect(await opening(source, source.sum(source.around(3)))).toBe(3 + 6);
    expect(await opening(source, source.sum(source.around(6), 4))).toBe(6);
    const asked = source.waits();
    const steps = [asked.next(), asked.next(), asked.return('over'), asked.next()];
    await opening(source, Promise.all(steps));
    expect(await steps[1]).toEqual({ value: 1, done: false });
    const cancelled = source.sum(source.waits());
    await turn();
    cancelled.cancel();
    await expect(cancelled).rejects.toThrow('cancelled');
    const rejects = source.items({ valueOf() { throw new Error('no number'); } });
    await expect(rejects.next()).rejects.toThrow('no number');
    source.open();
    await turn();
    expect(poolOf(source).live).toBe(0);
    expect(printed).toEqual([]);
  });

  test('an item awaited a second time: the error, and where it was awaited first', () => {
    const source = new Source();
    const { item, frame } = pollOf(source.waits());
    expect(item).toBe(pending);
    (function awaitsFirst() { frame.handle = { settle: () => {} }; })();
    const error = thrownBy(function awaitsAgain() { frame.caller = frame; });
    expect(error).toBeInstanceOf(ConsumedError);
    expect(error.message).toBe('A frame of Source.waits is awaited a second time: its caller owns it, alone.');
    expect(error.stack).toContain('awaitsAgain');
    expect(error.cause.stack).toContain('awaitsFirst');
  });

  test('every item may be awaited once', async () => {
    const source = new Source();
    const stream = source.waits();
    const got: unknown[] = [];
    for (let round = 0; round < 3; round++) {
      const { item, frame } = pollOf(stream);
      expect(item).toBe(pending);
      frame.handle = { settle: (value) => got.push(value) };
      source.open(round);
      await turn();
    }
    expect(got).toEqual([0, 1, 2]);
    await stream.return();
    expect(printed).toEqual([]);
  });

  test('a frame used after its stream has ended: the error, and where it ended', async () => {
    const source = new Source();
    const stream = source.waits();
    const { frame } = pollOf(stream);
    frame.handle = { settle: () => {} };
    source.open();
    await turn();
    await stream.return();
    for (const use of [() => frame.state, () => (frame.caller = undefined), () => wait(frame, 1)]) {
      const error = thrownBy(use);
      expect(error).toBeInstanceOf(ReleasedError);
      expect(error.message).toBe('A frame of Source.waits is used after its call has ended. Nobody may keep a frame: its waiter is told once.');
      expect(error.cause.stack).toContain('at run ');
    }
  });

  test('an item that nobody awaits is reported when it is there, with where it was suspended', async () => {
    const source = new Source();
    const stream = source.waits();
    (function forgets() { pollOf(stream); })();
    expect(printed).toEqual([]);
    source.open('lost');
    await turn();
    expect(printed).toEqual([expect.any(LeakError)]);
    expect(printed[0].message).toBe('A frame of Source.waits was received through a poll and never awaited: its outcome is lost. Await every poll that returns pending.');
    expect(printed[0].cause.stack).toContain('forgets');
    printed.length = 0;
    await stream.return();
    expect(printed).toEqual([]);
  });

  test.each(['items', 'coroutine'])('a stream of %s that is dropped before it has ended is reported with its call site, and is not live any more', async (name) => {
    const source = new Source();
    await (async function drops() {
      const stream = (function makes() { return source[name](5); })();
      expect(await stream.next()).toEqual({ value: 0, done: false });
    })();
    expect(poolOf(source).live).toBe(1);
    await collected(name);
    // Other tests have dropped theirs.
    const errors = printed.filter((error) => error.message.includes(name));
    expect(errors).toEqual([expect.any(LeakError)]);
    const [error] = errors;
    expect(error.message).toBe(`A stream of Source.${name} was dropped before it had ended: its frame is lost, and its \`finally\` blocks never run. Finish its loop, or call its return().`);
    expect(error.cause.stack).toContain('makes');
    expect(poolOf(source).live).toBe(0);
  });

  test('a stream whose item somebody awaits is not reported, though it can never come', async () => {
    const source = new Source();
    (() => void source.sum(source.endless()))();
    await turn();
    expect(poolOf(source).live).toBe(2);
    await collected();
    expect(printed.filter((error) => error.message.includes('endless'))).toEqual([]);
    expect(poolOf(source).live).toBe(0);
  });
});

describe('join and race', () => {
  /** A join of one call, as emitted code begins it, and the frame by which it waits. */
  function entryOf(source: any): { joined: ReturnType<typeof beginJoin>; entry: Frame } {
    expect(source[pollSymbol('next')]()).toBe(pending);
    const callee = door.awaited as Frame;
    const joined = beginJoin(1, checkedPolicy);
    joined.wait();
    return { joined, entry: callee.caller! };
  }

  test('nothing is reported of what comes to its end, of what others outrun, and of what can never end', async () => {
    const source = new Source();
    for (let round = 0; round < 3; round++) {
      expect(await opening(source, source.both())).toEqual([1, 1, 3]);
      expect(await opening(source, source.first())).toBe(1);
    }
    const never = new Source();
    (() => void never.both())();
    never.waiting.length = 0;
    await collected();
    expect(poolOf(never).live).toBe(0);
    expect(printed).toEqual([]);
  });

  test('a frame by which a join waits is handed out once', async () => {
    const source = new Source();
    const entries = new Set<Frame>();
    for (let round = 0; round < 3; round++) {
      const { joined, entry } = entryOf(source);
      entries.add(entry);
      expect(joined.end()).toBe(pending);
      source.open();
      await turn();
    }
    expect(entries.size).toBe(3);
  });

  test('used after it has ended: the error, and where it ended', async () => {
    const source = new Source();
    const { joined, entry } = entryOf(source);
    expect(joined.end()).toBe(pending);
    source.open();
    await turn();
    for (const use of [() => run(entry, 1, false), () => entry.s0, () => (entry.caller = undefined)]) {
      const error = thrownBy(use);
      expect(error).toBeInstanceOf(ReleasedError);
      expect(error.message).toBe('A frame of join is used after its call has ended. Nobody may keep a frame: its waiter is told once.');
      expect(error.cause.stack).toContain('at run ');
    }
  });

  test('awaited a second time: the error, and where it was awaited first', () => {
    const { entry } = entryOf(new Source());
    (function awaitsFirst() { entry.caller = entry; })();
    const error = thrownBy(function awaitsAgain() { entry.handle = { settle: () => {} }; });
    expect(error).toBeInstanceOf(ConsumedError);
    expect(error.message).toBe('A frame of join is awaited a second time: its caller owns it, alone.');
    expect(error.cause.stack).toContain('awaitsFirst');
  });
});

describe('inline wrappers', () => {
  const { Inner, DynInner } = program(`
    import { dynTrait } from 'boxless';
    interface Waits { next(): Promise<unknown> }
    export const DynInner = dynTrait<Waits>();
    export class Inner implements Waits {
      waiting: ((value: unknown) => void)[] = [];
      open(value?: unknown) { for (const go of this.waiting.splice(0)) go(value); }
      @asyncTrait async next(): Promise<unknown> { return await new Promise((resolve) => this.waiting.push(resolve)); }
    }`, { checked: true });

  function roomOf(wrapper: any): Frame {
    expect(wrapper[pollSymbol('next')](1)).toBe(pending);
    return door.awaited as Frame;
  }

  test('each call has a frame of its own, in a room that counts as ever, and it is poisoned at the end', async () => {
    const inner = new Inner();
    const wrapper = DynInner.inline(2).from(inner);
    const frames: Frame[] = [];
    for (let round = 0; round < 3; round++) {
      const frame = roomOf(wrapper);
      frames.push(frame);
      frame.handle = { settle: () => {} };
      expect(poolOf(wrapper)).toMatchObject({ live: 1, idle: 1, created: 2 });
      inner.open(round);
      await turn();
      expect(poolOf(wrapper)).toMatchObject({ live: 0, idle: 2, created: 2, reused: round + 1 });
    }
    expect(new Set(frames).size).toBe(3);
    const error = thrownBy(() => frames[0]!.state);
    expect(error).toBeInstanceOf(ReleasedError);
    expect(error.message).toContain('A frame of DynInner.next is used after its call has ended.');
    expect(printed).toEqual([]);
  });

  test('one that nobody awaits is reported, and one awaited twice is an error', async () => {
    const inner = new Inner();
    const wrapper = DynInner.inline(2).from(inner);
    (function forgets() { roomOf(wrapper); })();
    inner.open();
    await turn();
    expect(printed.map(({ message }) => message)).toEqual(['A frame of DynInner.next was received through a poll and never awaited: its outcome is lost. Await every poll that returns pending.']);
    expect(printed[0].cause.stack).toContain('forgets');
    const frame = roomOf(wrapper);
    frame.handle = { settle: () => {} };
    expect(thrownBy(() => (frame.caller = frame))).toBeInstanceOf(ConsumedError);
  });
});
