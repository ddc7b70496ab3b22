/** `join` and `race`: what goes on, what is cancelled, and that nobody's rejection is reported twice or lost. */
import { AbortError, Completer, join, poolOf, race } from 'boxless';
import { program, turn } from '../harness/program';

const { Tested } = program(`
  import { join, race } from 'boxless';
  export class Tested {
    constructor(readonly gates: any, readonly log: (...words: any[]) => void) {}
    @asyncTrait async leaf(name: string) {
      try { return await this.gates[name].future; } catch (error) { this.log(name + ' caught'); throw error; } finally { this.log(name + ' finally'); }
    }
    @asyncTrait async slow(name: string) { try { return await this.leaf(name); } finally { await undefined; this.log(name + ' slow finally'); } }
    @asyncTrait async joined() { await undefined; try { return await join(this.leaf('a'), this.slow('b')); } catch (error) { this.log('caught'); throw error; } finally { this.log('joined finally'); } }
    @asyncTrait async publicly() { try { return await join(this.leaf('a'), this.slow('b')); } finally { this.log('joined finally'); } }
    @asyncTrait async raced() { await undefined; try { return await race(this.leaf('a'), this.slow('b')); } finally { this.log('raced finally'); } }
    @asyncTrait async withPromise(promise: Promise<unknown>) { await undefined; return await join(promise, this.leaf('a')); }
    @asyncTrait async racedWithPromise(promise: Promise<unknown>) { await undefined; return await race(promise, this.leaf('a')); }
    @asyncTrait async deep(n: number): Promise<number> { if (n === 0) { await this.gates.a.future; return 0; } await undefined; const [below] = await join(this.deep(n - 1), 1); return below + 1; }
  }
`);

// Checked mode captures stacks, and the machine may be shared.
jest.setTimeout(60_000);

interface Setup { tested: any; gates: Record<'a' | 'b', Completer<unknown>>; events: string[] }
function setup(): Setup {
  const gates = { a: new Completer<unknown>(), b: new Completer<unknown>() };
  const events: string[] = [];
  return { gates, events, tested: new Tested(gates, (...words: string[]) => events.push(words.join(' '))) };
}
const outcome = (future: Promise<unknown>): Promise<unknown> => future.then((value) => ({ value }), (error: unknown) => error);

test('as functions they are Promise.all and Promise.race of their arguments', async () => {
  expect(await join(Promise.resolve(1), 2, { then: (done: (x: number) => void) => done(3) } as PromiseLike<number>)).toEqual([1, 2, 3]);
  expect(await join()).toEqual([]);
  expect(await race(new Promise(() => {}), Promise.resolve('second'))).toBe('second');
  await expect(join(1, Promise.reject(new Error('no')))).rejects.toThrow('no');
});

test('values in order, whoever is first', async () => {
  const { tested, gates } = setup();
  const future = tested.joined();
  await turn();
  gates.b.resolve('B');
  await turn();
  gates.a.resolve('A');
  expect(await future).toEqual(['A', 'B']);
});

test('join rejects at the first rejection; the others go on, and their rejections are nobody\'s', async () => {
  const { tested, gates, events } = setup();
  const future = outcome(tested.joined());
  await turn();
  gates.a.reject(new Error('first'));
  expect(await future).toEqual(new Error('first'));
  expect(events).toEqual(['a caught', 'a finally', 'caught', 'joined finally']);
  gates.b.reject(new Error('late'));
  await turn();
  expect(events.slice(4)).toEqual(['b caught', 'b finally', 'b slow finally']);
  expect(poolOf(tested).live).toBe(0);
});

test('race: the first wins, the loser goes on and is not mixed up with what comes later', async () => {
  const { tested, gates, events } = setup();
  const first = tested.raced();
  await turn();
  gates.a.resolve('A');
  expect(await first).toBe('A');
  gates.a.reset();
  const second = tested.raced();
  await turn();
  // Both losers wait for b: the one of the first race must not end the second.
  gates.b.resolve('B');
  expect(await second).toBe('B');
  expect(events.filter((event) => event === 'raced finally')).toHaveLength(2);
  gates.a.reject(new Error('late loser'));
  await turn();
  expect(poolOf(tested).live).toBe(0);
});

describe.each(['joined', 'publicly', 'raced'])('cancelling %s', (method) => {
  test('cancels every call, waits for their finally blocks, and then goes out', async () => {
    const { tested, events } = setup();
    const future = tested[method]();
    await turn();
    future.cancel('why');
    const error = (await outcome(future)) as Error;
    expect(error).toBeInstanceOf(AbortError);
    expect(error.cause).toBe('why');
    expect(events).toEqual(['a finally', 'b finally', 'b slow finally', `${method === 'raced' ? 'raced' : 'joined'} finally`]);
    expect(poolOf(tested).live).toBe(0);
  });
});

test.each(['joined', 'publicly'])('cancelling %s when one of the calls has ended already', async (method) => {
  const { tested, events, gates } = setup();
  const future = tested[method]();
  await turn();
  gates.a.resolve('A');
  await turn();
  future.cancel();
  expect(await outcome(future)).toBeInstanceOf(AbortError);
  expect(events).toEqual(['a finally', 'b finally', 'b slow finally', 'joined finally']);
});

test('cancelling beside a promise: it is not waited for', async () => {
  for (const method of ['withPromise', 'racedWithPromise']) {
    const { tested, events } = setup();
    let reject!: (error: unknown) => void;
    const future = tested[method](new Promise((_, no) => (reject = no)));
    await turn();
    future.cancel();
    expect(await outcome(future)).toBeInstanceOf(AbortError);
    expect(events).toEqual(['a finally']);
    reject(new Error('late'));
    await turn();
  }
});

test('a promise beside a call: values and rejections', async () => {
  const { tested, gates } = setup();
  const future = tested.withPromise(Promise.resolve('P'));
  await turn();
  gates.a.resolve('A');
  expect(await future).toEqual(['P', 'A']);
  expect(await outcome(tested.withPromise(Promise.reject(new Error('P'))))).toEqual(new Error('P'));
  expect(await outcome(tested.racedWithPromise(Promise.reject(new Error('P'))))).toEqual(new Error('P'));
});

test('100,000 levels of join resume on one stack frame', async () => {
  const { tested, gates } = setup();
  const future = tested.deep(100_000);
  for (let i = 0; i < 3; i++) await turn();
  gates.a.resolve(1);
  expect(await future).toBe(100_000);
});
