/** An AbortSignal among the arguments cancels the call, whoever makes it. */
import { AbortError, Completer, poolOf } from 'boxless';
import { program, turn } from '../harness/program';

const { Tested } = program(`
  export class Tested {
    constructor(readonly gate: any, readonly log: (...words: any[]) => void) {}
    @asyncTrait({ signal: 'last' }) async get(key: string, options?: any): Promise<string> {
      this.log('runs');
      try { return key + (await this.gate.future); } finally { this.log('finally'); }
    }
    @asyncTrait({ signal: 'last' }) async ready(_signal?: any) { return 'ready'; }
    @asyncTrait({ signal: 'last' }) async rest(...rest: any[]) { try { await this.gate.future; return rest.length; } finally { this.log('finally'); } }
    @asyncTrait({ signal: 'last' }) async coroutine(_signal: any) { void arguments; try { await this.gate.future; } finally { this.log('finally'); } }
    @asyncTrait({ signal: 'last' }) async aborts(controller: any, _signal: any) { controller.abort('inside'); this.log('still runs'); await this.gate.future; this.log('not reached'); }
    @asyncTrait({ signal: 'last' }) async #hidden(_signal: any) { try { await this.gate.future; } finally { this.log('finally'); } }
    @asyncTrait async callsHidden(signal: any) { await undefined; try { await this.#hidden(signal); } catch (error) { this.log('caught'); throw error; } }
    @asyncTrait async caller(signal: any) { await undefined; try { return await this.get('k', { signal }); } catch (error: any) { this.log('caught ' + error.name); return 'recovered'; } }
    @asyncTrait async callerOfReady(signal: any) { await undefined; return await this.ready(signal); }
  }
`);

function setup(): { tested: any; gate: Completer<unknown>; events: string[]; controller: AbortController } {
  const events: string[] = [];
  const gate = new Completer<unknown>();
  return { gate, events, controller: new AbortController(), tested: new Tested(gate, (word: string) => events.push(word)) };
}
const outcome = (future: Promise<unknown>): Promise<unknown> => future.then((value) => ({ value }), (error: unknown) => error);

/** How many listeners a signal has. */
function listened(signal: AbortSignal): () => number {
  let count = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...args: unknown[]) => (count++, Reflect.apply(addEventListener, signal, args));
  signal.removeEventListener = (...args: unknown[]) => (count--, Reflect.apply(removeEventListener, signal, args));
  return () => count;
}

test.each([
  ['the last argument', (tested: any, signal: AbortSignal) => tested.get('k', signal)],
  ['an option bag', (tested: any, signal: AbortSignal) => tested.get('k', { signal, retries: 3 })],
  ['an argument more than there are parameters', (tested: any, signal: AbortSignal) => tested.ready(signal) && tested.get('k', { signal })],
  ['the last of a rest parameter', (tested: any, signal: AbortSignal) => tested.rest(1, 2, { signal })],
  ['a coroutine\'s argument', (tested: any, signal: AbortSignal) => tested.coroutine(signal)],
])('aborting cancels the call: %s', async (_, call) => {
  const { tested, events, controller } = setup();
  const listeners = listened(controller.signal);
  const future = call(tested, controller.signal);
  expect(listeners()).toBe(1);
  controller.abort(new Error('because'));
  const error = (await outcome(future)) as Error;
  expect(error).toBeInstanceOf(AbortError);
  expect(error.cause).toEqual(new Error('because'));
  expect(events.at(-1)).toBe('finally');
  expect(listeners()).toBe(0);
  expect(poolOf(tested).live).toBe(0);
});

test('a signal that is aborted already: nothing of the method runs', async () => {
  const { tested, events } = setup();
  const signal = AbortSignal.abort();
  const error = (await outcome(tested.get('k', signal))) as Error & { cause: Error };
  expect(error).toBeInstanceOf(AbortError);
  expect(error.cause.name).toBe('AbortError');
  expect(await tested.caller(signal)).toBe('recovered');
  expect(events).toEqual(['caught AbortError']);
  expect(await outcome(tested.callerOfReady(signal))).toBeInstanceOf(AbortError);
});

test('the caller is not cancelled: it may catch the error', async () => {
  for (const wait of [false, true]) {
    const { tested, events, controller } = setup();
    const future = tested.caller(controller.signal);
    if (wait) await turn();
    else await undefined;
    controller.abort();
    expect(await future).toBe('recovered');
    expect(events).toEqual(['runs', 'finally', 'caught AbortError']);
  }
});

test('private methods too', async () => {
  const { tested, events, controller } = setup();
  const future = tested.callsHidden(controller.signal);
  await turn();
  controller.abort();
  expect(await outcome(future)).toBeInstanceOf(AbortError);
  expect(events).toEqual(['finally', 'caught']);
});

test('aborted by the method itself, it is cancelled at its first suspension', async () => {
  const { tested, events, controller } = setup();
  const error = (await outcome(tested.aborts(controller, controller.signal))) as Error;
  expect(error.cause).toBe('inside');
  expect(events).toEqual(['still runs']);
});

test('no signal, another object, a call that ends: nothing listens, nothing is cancelled', async () => {
  const { tested, gate, controller } = setup();
  const listeners = listened(controller.signal);
  const calls = [tested.get('a'), tested.get('b', { signal: 'none' }), tested.get('c', null), tested.get('d', controller.signal), tested.ready(controller.signal)];
  expect(listeners()).toBe(1);
  gate.resolve('!');
  expect(await Promise.all(calls)).toEqual(['a!', 'b!', 'c!', 'd!', 'ready']);
  expect(listeners()).toBe(0);
  // The frame is another call's now.
  const next = tested.get('e');
  controller.abort();
  expect(await next).toBe('e!');
});

test('an override is called with its signal, and decides itself', async () => {
  const { tested } = setup();
  tested.get = async (_key: string, { signal }: any) => `mine ${signal.aborted}`;
  expect(await tested.caller(AbortSignal.abort())).toBe('mine true');
});
