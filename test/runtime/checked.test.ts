/** Checked mode: what nobody may do with a frame or a future is seen, and reported with both call sites. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ConsumedError, DisposedError, LeakError, poolOf, ReleasedError } from 'boxless';
import { door, pending, pollSymbol } from 'boxless/internal';
import { run, wait, type Frame } from '../../runtime/frame';
import { program, turn } from '../harness/program';
import { thrownBy } from '../harness/thrown';

const TEXT = `
  export class Source {
    waiting: ((value: unknown) => void)[] = [];
    open(value?: unknown) { for (const go of this.waiting.splice(0)) go(value); }
    @asyncTrait async next(): Promise<any> { return await new Promise((resolve) => this.waiting.push(resolve)); }
    @asyncTrait async outer() { return await this.next(); }
    @asyncTrait async coroutine() { await this.next(); return arguments.length; }
    @asyncTrait async forever() { await new Promise(() => {}); }
    @asyncTrait({ reuse: 'await-once' }) async once() { return 1; }
    @asyncTrait({ pool: { max: 1, onExhausted: 'wait' } }) async waits() { return await this.next(); }
  }`;
const { Source } = program(TEXT, { checked: true });

/** As a compiled caller that forgets what it owns. */
function pollOf(source: any, name: string): Frame {
  expect(source[pollSymbol(name)]()).toBe(pending);
  return door.awaited as Frame;
}

test('the pools count as ever, though no frame is handed out twice', async () => {
  const source = new Source();
  const frames = new Set<unknown>();
  for (let round = 0; round < 3; round++) {
    const call = source.outer();
    frames.add(pollOf(source, 'next'));
    (door.awaited as Frame).handle = { settle: () => {} };
    source.open(round);
    expect(await call).toBe(round);
    await turn();
    expect(poolOf(source)).toEqual({ live: 0, idle: 3, created: 3, reused: 3 * round, exhausted: 0 });
  }
  expect(frames.size).toBe(3);
  const coroutine = source.coroutine(1, 2);
  source.open();
  expect(await coroutine).toBe(2);
  const queued = [source.waits(), source.waits()];
  source.open();
  await turn();
  source.open();
  await Promise.all(queued);
});

test('a frame awaited a second time: the error, and where it was awaited first', () => {
  const printed = jest.spyOn(console, 'error');
  const source = new Source();
  const frame = pollOf(source, 'next');
  const awaits = (): void => {
    const other = pollOf(source, 'forever');
    door.awaited = door.frame = frame;
    wait(other, 2);
  };
  const awaitsFirst = awaits;
  awaitsFirst();
  const first = frame.caller;
  const error = thrownBy(function awaitsAgain() { awaits(); });
  expect(error).toBeInstanceOf(ConsumedError);
  expect(error.message).toBe('A frame of Source.next is awaited a second time: its caller owns it, alone.');
  expect(error.stack).toContain('awaitsAgain');
  expect(error.cause.stack).toContain('checked.test.ts');
  expect(error.cause.stack).not.toContain('awaitsAgain');
  expect(frame.caller).toBe(first);
  // The one that could not wait for it was never handed out.
  expect(printed).not.toHaveBeenCalled();
});

test('a frame used after its call has ended: the error, and where it ended', async () => {
  const source = new Source();
  const frame = pollOf(source, 'next');
  let result: unknown;
  frame.handle = { settle: (value: unknown) => (result = value) };
  source.open('value');
  await turn();
  expect(result).toBe('value');
  const uses: (() => unknown)[] = [() => run(frame, 1, false), () => (frame.handle = undefined), () => frame.s0, () => frame.state, () => (frame.value = 1)];
  for (const use of uses) {
    const error = thrownBy(use);
    expect(error).toBeInstanceOf(ReleasedError);
    expect(error).toMatchObject({ code: 'BOXLESS_RELEASED', message: 'A frame of Source.next is used after its call has ended. Nobody may keep a frame: its waiter is told once.' });
    expect(error.stack).toContain('checked.test.ts');
    expect(error.cause.stack).toContain('at run ');
  }
});

describe('a frame that nobody awaits', () => {
  let printed: any[];
  beforeEach(() => {
    printed = [];
    jest.spyOn(console, 'error').mockImplementation((error) => void printed.push(error));
  });
  afterEach(() => jest.restoreAllMocks());

  test('is reported when its call ends, with where it was suspended', async () => {
    const source = new Source();
    (function forgets() { pollOf(source, 'next'); })();
    expect(printed).toEqual([]);
    source.open();
    await turn();
    expect(printed).toEqual([expect.any(LeakError)]);
    const [error] = printed;
    expect(error).toMatchObject({ code: 'BOXLESS_LEAK', message: 'A frame of Source.next was received through a poll and never awaited: its outcome is lost. Await every poll that returns pending.' });
    expect(error.stack).toMatch(/^LeakError: A frame of Source\.next .*\n(.*\n)*.*at run /);
    expect(error.cause.stack).toContain('forgets');
    expect(error.cause.stack).toContain('Source.next');
  });

  test('is reported when the collector finds that it can never end', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    (() => void pollOf(new Source(), 'forever'))();
    door.awaited = door.frame = undefined;
    for (let round = 0; round < 20 && printed.length === 0; round++) {
      await turn();
      collect();
    }
    expect(printed[0]).toBeInstanceOf(LeakError);
    expect(printed[0].message).toContain('it can never end');
    expect(printed[0].cause.stack).toContain('Source.forever');
  });

  test('nothing is reported of ordinary calls, ended, cancelled, or given up', async () => {
    const source = new Source();
    const calls = [source.outer(), source.next(), source.coroutine(), source.waits(), source.waits()];
    calls[1].cancel();
    calls[4][Symbol.dispose]();
    calls[1].catch(() => {});
    for (let round = 0; round < 3; round++) {
      await turn();
      source.open();
    }
    await Promise.all([calls[0], calls[2], calls[3]]);
    await turn();
    expect(printed).toEqual([]);
  });
});

test('futures consumed twice or used after they were disposed: both call sites', async () => {
  const source = new Source();
  const future = source.once();
  await (async function consumesFirst() { await future.then(); })();
  // It would be the same object else, and nobody could tell.
  expect(source.once()).not.toBe(future);
  const consumed = await future.then().catch((error: unknown) => error);
  expect(consumed).toBeInstanceOf(ConsumedError);
  expect(consumed.cause.stack).toContain('consumesFirst');

  const disposed = source.next();
  (function disposes() { disposed[Symbol.dispose](); })();
  const error = thrownBy(() => disposed.then());
  expect(error).toBeInstanceOf(DisposedError);
  expect(error.cause.stack).toContain('disposes');
});
