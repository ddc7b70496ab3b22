/** The result of a public call is a whole promise to its holder. */
import { inspect, types } from 'node:util';
import { DisposedError, PooledFuture } from 'boxless';
import { program, turn } from '../harness/program';

const { Source } = program(`
  export class Source {
    @asyncTrait async ready() { return 'ready'; }
    @asyncTrait async later() { await new Promise((resolve) => setImmediate(resolve)); return 'later'; }
    @asyncTrait async fails() { throw new Error('failed'); }
    @asyncTrait async failsLater() { await undefined; throw new Error('failed later'); }
    @asyncTrait async passes(future: any) { return await future; }
    @asyncTrait async logs(events: unknown[]) { await undefined; events.push('ran'); return 'value'; }
  }
`);
const source = new Source();

test('it is a promise by every test there is', () => {
  const future = source.ready();
  expect(future).toBeInstanceOf(PooledFuture);
  expect(future).toBeInstanceOf(Promise);
  expect(Object.prototype.toString.call(future)).toBe('[object Promise]');
  expect(future.constructor).toBe(Promise);
  expect(Promise.resolve(future)).toBe(future);
});

test('then, catch and finally, any number of times', async () => {
  const future = source.later();
  expect(await Promise.all([future, future.then((x: string) => `${x}!`), future.finally(() => {}), future.catch(() => 'no')])).toEqual(['later', 'later!', 'later', 'later']);
  expect(await future).toBe('later');
  await expect(source.fails()).rejects.toThrow('failed');
  expect(await source.failsLater().catch((error: Error) => error.message)).toBe('failed later');
});

test('all the combinators take it', async () => {
  expect(await Promise.all([source.ready(), source.later()])).toEqual(['ready', 'later']);
  expect(await Promise.race([source.ready(), source.later()])).toBe('ready');
  expect(await Promise.any([source.fails(), source.later()])).toBe('later');
  expect((await Promise.allSettled([source.fails(), source.ready()])).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});

test('what then returns is an ordinary promise, and toPromise gives one', async () => {
  const future = source.ready();
  const plain = future.toPromise();
  expect(Object.getPrototypeOf(plain)).toBe(Promise.prototype);
  expect(Object.getPrototypeOf(future.then(() => 1))).toBe(Promise.prototype);
  expect(await plain).toBe('ready');
});

test('callbacks of then never run on the stack that adds or settles', async () => {
  const events: string[] = [];
  source.ready().then(() => events.push('then'));
  events.push('added');
  await turn();
  expect(events).toEqual(['added', 'then']);
});

test('nobody but the runtime decides it twice', async () => {
  const future = source.ready();
  future.settle('other', false);
  expect(await future).toBe('ready');
});

test('people can subclass and construct it like a promise', async () => {
  expect(await new PooledFuture((resolve) => resolve(1))).toBe(1);
  expect(await PooledFuture.resolve(2)).toBe(2);
  expect(await PooledFuture.all([PooledFuture.resolve(3)])).toEqual([3]);
});

describe('using', () => {
  const touches: [string, (future: PooledFuture<unknown>) => unknown][] = [
    ['await', async (future) => await future],
    ['a compiled await', (future) => source.passes(future)],
    ['then', async (future) => future.then()],
    ['catch', async (future) => future.catch()],
    ['finally', async (future) => future.finally()],
    ['toPromise', async (future) => future.toPromise()],
    ['cancel', async (future) => future.cancel()],
    ['Promise.all', (future) => Promise.all([future])],
    ['Promise.race', (future) => Promise.race([future])],
    ['Promise.any', (future) => Promise.any([future])],
    ['Promise.allSettled', (future) => Promise.allSettled([future])],
    ['Promise.resolve', async (future) => Promise.resolve(future)],
    ['returning it', async (future) => future],
  ];

  test.each(touches)('once it is disposed, %s is a named error', async (_, touch) => {
    const future = source.later();
    expect(await future).toBe('later');
    future[Symbol.dispose]();
    const error = await (touch(future) as Promise<unknown>).then(() => undefined, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(DisposedError);
    expect(error).toMatchObject({ code: 'BOXLESS_DISPOSED', message: expect.stringContaining('This future of Source.later was disposed. Await it before') });
  });

  test('it works with `using`, may be disposed twice, and is still told apart', async () => {
    let kept: unknown;
    const read = async (): Promise<unknown> => {
      using future = source.later();
      kept = future;
      return await future;
    };
    expect(await read()).toBe('later');
    (kept as Disposable)[Symbol.dispose]();
    expect(inspect(kept)).toBe('PooledFuture(Source.later) { <disposed> }');
    expect(kept instanceof PooledFuture).toBe(true);
    await expect((async () => await (kept as Promise<unknown>))()).rejects.toThrow(DisposedError);
  });

  test('disposing a call in flight lets it go on; what was attached before is told', async () => {
    const events: unknown[] = [];
    const future = source.logs(events);
    const told = future.then((value: unknown) => events.push(value));
    future[Symbol.dispose]();
    await told;
    expect(events).toEqual(['ran', 'value']);
  });
});

describe("returns: 'promise'", () => {
  const { Plain } = program(`
    @asyncTrait({ returns: 'promise' })
    export class Plain {
      async ready() { return 'ready'; }
      async later() { await undefined; return await this.ready(); }
      async fails() { throw new Error('failed'); }
      async #hidden() { return 'hidden'; }
      hidden() { return this.#hidden(); }
      @asyncTrait({ returns: 'future' }) async future() { return 'future'; }
    }
    /** @asyncTrait { returns: 'promise' } */
    export const load = async () => 'loaded';
  `);
  const plain = new Plain();

  test.each(['ready', 'later', 'hidden'])('a public call of %s gives a native promise', async (name) => {
    const promise = plain[name]();
    expect(Object.getPrototypeOf(promise)).toBe(Promise.prototype);
    expect(types.isPromise(promise)).toBe(true);
    expect(await promise).toBe(name === 'later' ? 'ready' : name);
  });

  test('it rejects as one, and a method can say otherwise', async () => {
    await expect(plain.fails()).rejects.toThrow('failed');
    expect(plain.future()).toBeInstanceOf(PooledFuture);
  });

  test('as a default of the plugin', async () => {
    const { All } = program('export class All { @asyncTrait async m() { return 1; } }', { returns: 'promise' });
    expect(Object.getPrototypeOf(new All().m())).toBe(Promise.prototype);
  });
});
