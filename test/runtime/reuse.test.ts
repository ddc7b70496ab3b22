/** `reuse: 'await-once'`: public futures that are recycled after their first consumption. */
import { ConsumedError, DisposedError, poolOf } from 'boxless';
import { program, turn } from '../harness/program';

const TEXT = `
  @asyncTrait({ reuse: 'await-once' })
  export class Source {
    async ready(x: unknown = 'ready') { return x; }
    async later(x: unknown = 'later') { await undefined; return x; }
    async waits(on: Promise<unknown>) { return await on; }
    async fails() { throw new Error('failed'); }
    async failsLater() { await undefined; throw new Error('failed later'); }
    async adopts() { return Promise.resolve('adopted'); }
    async plain(f: () => Promise<unknown>) { const future = f(); return await future; }
    async deep(n: number): Promise<number> { if (n === 0) return 0; await undefined; const inner = this.deep(n - 1); return 1 + (await inner); }
  }`;
const { Source } = program(TEXT);
/** In checked mode no object is handed out twice. */
const { Source: Recycling } = program(TEXT, { checked: false });
const reason = (promise: Promise<unknown>): Promise<unknown> => Promise.resolve(promise).then(() => 'no error', (error: unknown) => error);

test('it is consumed in every way a promise is', async () => {
  const source = new Source();
  expect(await source.ready()).toBe('ready');
  expect(await source.later()).toBe('later');
  expect(await source.later().then((x: string) => `${x}!`)).toBe('later!');
  expect(await source.later().finally(() => {})).toBe('later');
  expect(await source.failsLater().catch((error: Error) => error.message)).toBe('failed later');
  expect(await source.adopts()).toBe('adopted');
  expect(await Promise.all([source.ready(1), source.later(2), source.adopts()])).toEqual([1, 2, 'adopted']);
  expect(await Promise.race([source.later(), new Promise(() => {})])).toBe('later');
  expect(await Promise.any([source.fails(), source.later()])).toBe('later');
  expect((await Promise.allSettled([source.fails(), source.ready()])).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(await Promise.resolve(source.later())).toBe('later');
  expect(await source.later().toPromise()).toBe('later');
  expect(Object.getPrototypeOf(source.ready().toPromise())).toBe(Promise.prototype);
});

test('it looks like a promise', () => {
  const future = new Source().ready();
  expect(future).toBeInstanceOf(Promise);
  expect(Object.prototype.toString.call(future)).toBe('[object Promise]');
  expect(future.constructor).toBe(Promise);
});

test.each<[string, (source: any, future: any) => Promise<unknown>]>([
  ['ready', (source, future) => source.plain(() => future)],
  ['awaited natively', async (_, future) => await future],
])('a compiled await takes the value without a promise, before or after the call has ended: %s', async (_, consume) => {
  const source = new Source();
  expect(await consume(source, source.ready(1))).toBe(1);
  expect(await consume(source, source.later(2))).toBe(2);
  const ended = source.later(3);
  await turn();
  expect(await consume(source, ended)).toBe(3);
  await expect(consume(source, source.fails())).rejects.toThrow('failed');
  await expect(consume(source, source.failsLater())).rejects.toThrow('failed later');
});

test('the next call on the receiver gets the same object', async () => {
  const source = new Recycling();
  const first = source.later(1);
  expect(await first).toBe(1);
  const second = source.later(2);
  expect(second).toBe(first);
  expect(source.later(3)).not.toBe(second);
  expect(new Recycling().later(4)).not.toBe(first);
  expect(await second).toBe(2);
});

test('as many objects as calls in flight, over thousands of calls', async () => {
  const source = new Recycling();
  const seen = new Set<unknown>();
  for (let n = 0; n < 1000; n++) {
    const futures = [source.later(n), source.later(n + 1), source.later(n + 2)];
    for (const future of futures) seen.add(future);
    expect(await Promise.all(futures)).toEqual([n, n + 1, n + 2]);
  }
  expect(seen.size).toBe(3);
  expect(poolOf(source)).toMatchObject({ live: 0, created: 3 });
});

test.each<[string, (future: any) => Promise<unknown>]>([
  ['await', async (future) => await future],
  ['then', (future) => future.then()],
  ['catch', (future) => future.catch(() => 'caught')],
  ['Promise.all', (future) => Promise.all([future])],
  ['toPromise', (future) => future.toPromise()],
  ['a compiled await', (future) => new Source().plain(() => future)],
])('consumed a second time by %s: a named error', async (how, consume) => {
  for (const method of ['ready', 'later']) {
    const future = new Source()[method]();
    expect(await future).toBe(method);
    if (how === 'catch') {
      expect(await consume(future)).toBe('caught');
      continue;
    }
    const error = await reason(consume(future));
    expect(error).toBeInstanceOf(ConsumedError);
    expect(error).toMatchObject({
      code: 'BOXLESS_CONSUMED',
      message: `This future of Source.${method} was awaited already, and the method has reuse: 'await-once'. Keep the value in place of the future, or take the option away.`,
    });
  }
});

test('twice while the call is in flight: the first gets the value, the second the error', async () => {
  const source = new Source();
  const future = source.later('value');
  const [first, second] = [reason(future.then((x: unknown) => { throw x; })), reason(future)];
  expect(await first).toBe('value');
  expect(await second).toBeInstanceOf(ConsumedError);
});

test('disposed, it goes back without being consumed, before or after its call has ended', async () => {
  const source = new Recycling();
  const ended = source.later();
  await turn();
  ended[Symbol.dispose]();
  ended[Symbol.dispose]();
  expect(await reason(ended)).toBeInstanceOf(DisposedError);
  const next = source.later(1);
  expect(next).toBe(ended);
  next[Symbol.dispose]();
  const other = source.later(2);
  expect(other).not.toBe(next);
  expect(await other).toBe(2);
  await turn();
  const both = [source.later(3), source.later(4)];
  expect(new Set(both)).toEqual(new Set([next, other]));
  expect(await Promise.all(both)).toEqual([3, 4]);
});

test('cancelled, or awaited by a call that is cancelled', async () => {
  const source = new Source();
  const cancelled = source.waits(new Promise(() => {}));
  cancelled.cancel('enough');
  expect(await reason(cancelled)).toMatchObject({ code: 'ABORT_ERR', cause: 'enough' });
  let open: (value: unknown) => void = () => {};
  const inner = source.waits(new Promise((resolve) => (open = resolve)));
  const outer = source.plain(() => inner);
  await turn();
  outer.cancel();
  expect(await reason(outer)).toMatchObject({ code: 'ABORT_ERR' });
  open('too late');
  await turn();
  expect(poolOf(source).live).toBe(0);
  expect(await source.waits(Promise.resolve('still works'))).toBe('still works');
});

test('a chain of them resumes on one stack frame', async () => {
  expect(await new Source().deep(20_000)).toBe(20_000);
});
