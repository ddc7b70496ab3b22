/** The result of a public call is a whole promise to its holder. */
import { PooledFuture } from 'boxless';
import { program, turn } from '../harness/program';

const { Source } = program(`
  export class Source {
    @asyncTrait async ready() { return 'ready'; }
    @asyncTrait async later() { await new Promise((resolve) => setImmediate(resolve)); return 'later'; }
    @asyncTrait async fails() { throw new Error('failed'); }
    @asyncTrait async failsLater() { await undefined; throw new Error('failed later'); }
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
