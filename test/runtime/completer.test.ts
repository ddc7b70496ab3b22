/** What a Completer's future is to code that is not compiled, before and after compiled code has waited for it. */
import { Completer } from 'boxless';
import { program, turn } from '../harness/program';

const { Waits } = program('export class Waits { @asyncTrait async for(future: Promise<unknown>) { return await future; } }');

const native = (future: Promise<unknown>): Promise<unknown> => future.then((value) => `value ${String(value)}`, (error: Error) => `error ${error.message}`);
const outcomeWithin = (promise: Promise<unknown>): Promise<unknown> => Promise.race([promise, turn().then(turn).then(() => 'nothing')]);

test.each(['fulfilled', 'rejected'])('%s while a compiled call waited, it tells everybody who asks afterwards', async (how) => {
  const completer = new Completer<unknown>();
  const waiting = native(new Waits().for(completer.future));
  if (how === 'fulfilled') completer.resolve(1);
  else completer.reject(new Error('no'));
  const expected = how === 'fulfilled' ? 'value 1' : 'error no';
  expect(await waiting).toBe(expected);
  expect(await outcomeWithin(native(completer.future))).toBe(expected);
  expect(await outcomeWithin(native(new Waits().for(completer.future)))).toBe(expected);
  expect(await outcomeWithin(native(completer.future))).toBe(expected);
});

test.each(['fulfilled', 'rejected'])('%s while native and compiled code waited, it tells both', async (how) => {
  const completer = new Completer<unknown>();
  const waiting = [native(completer.future), native(new Waits().for(completer.future)), native(completer.future)];
  if (how === 'fulfilled') completer.resolve(1);
  else completer.reject(new Error('no'));
  expect(await Promise.all(waiting)).toEqual(Array(3).fill(how === 'fulfilled' ? 'value 1' : 'error no'));
});

test('a reset before the end leaves nobody behind: who asked as natively sees the next end', async () => {
  const completer = new Completer<unknown>();
  const asked = native(completer.future);
  completer.reset();
  completer.resolve(1);
  expect(await outcomeWithin(asked)).toBe('value 1');
  completer.reset();
  const again = native(completer.future);
  completer.resolve(new Promise<never>(() => {}));
  completer.reset();
  completer.reject(new Error('no'));
  expect(await outcomeWithin(again)).toBe('error no');
});
