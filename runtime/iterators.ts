/** What ECMAScript does with iterators, in its steps. */
import { isObject } from './shared';

export type AnyIterator = { next?: unknown; return?: unknown; throw?: unknown };

export function invoke(fn: unknown, self: unknown, args: unknown[]): unknown {
  return Reflect.apply(fn as (...a: unknown[]) => unknown, self, args);
}

/** GetMethod (ECMAScript 7.3.11). */
export function methodOf(object: object, name: 'return' | 'throw'): unknown {
  const method = (object as AnyIterator)[name];
  if (method === undefined || method === null) return undefined;
  if (typeof method !== 'function') throw new TypeError(`${String(method)} is not a function`);
  return method;
}

export function checkResult(result: unknown): asserts result is IteratorResult<unknown> {
  if (!isObject(result)) throw new TypeError(`Iterator result ${String(result)} is not an object`);
}

/** The iterator that `method`, found under Symbol.`symbol`, gives. */
export function opened(method: unknown, iterable: unknown, symbol: 'iterator' | 'asyncIterator'): AnyIterator {
  const iterator = invoke(method, iterable, []);
  if (!isObject(iterator)) throw new TypeError(`Result of the Symbol.${symbol} method is not an object`);
  return iterator;
}

/** GetIterator (ECMAScript 7.4.3) of what is no async iterable. */
export function iteratorOf(iterable: unknown): AnyIterator {
  const method: unknown = (iterable as Iterable<unknown>)[Symbol.iterator];
  if (typeof method !== 'function') throw new TypeError(`${typeof iterable === 'symbol' ? 'symbol' : String(iterable)} is not iterable`);
  return opened(method, iterable, 'iterator');
}

/** IteratorClose (ECMAScript 7.4.11) of a loop that was left otherwise than by a throw. */
export function close(iterator: object): void {
  const method = methodOf(iterator, 'return');
  if (method !== undefined) checkResult(invoke(method, iterator, []));
}

/** The same where an error leads out, which is the one that counts. */
export function closeFailed(iterator: object): void {
  try {
    const method = methodOf(iterator, 'return');
    if (method !== undefined) invoke(method, iterator, []);
  } catch {
    // The first error is the one that counts.
  }
}
