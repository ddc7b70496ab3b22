/** `for await` taken apart: what its loop asks, step by step (ECMAScript 14.7.5.6, 27.1.4 for synchronous sources). */

type Iterator = { next: unknown; return?: unknown };

const promiseThen = Promise.prototype.then;
const promiseResolve = Promise.resolve.bind(Promise);

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function invoke(fn: unknown, self: unknown, args: unknown[] = []): unknown {
  return Reflect.apply(fn as (...a: unknown[]) => unknown, self, args);
}

export class AsyncLoop {
  value: unknown = undefined;
  /** What closing the iterator gave, to be awaited. */
  closing: unknown = undefined;
  private inBody = false;
  private readonly nextMethod: unknown;

  constructor(
    private readonly iterator: Iterator,
    /** A synchronous iterator, whose values are awaited one by one. */
    private readonly isSync: boolean,
  ) {
    this.nextMethod = iterator.next;
  }

  /** Asks for the next result, which is then to be awaited. */
  next(): unknown {
    this.inBody = false;
    const result = invoke(this.nextMethod, this.iterator);
    return this.isSync ? unwrapped(result) : result;
  }

  /** Looks at the awaited result; false when the loop is over. */
  step(result: unknown): boolean {
    if (!isObject(result)) throw new TypeError(`Iterator result ${String(result)} is not an object`);
    if ((result as IteratorResult<unknown>).done) return false;
    this.value = (result as IteratorResult<unknown>).value;
    this.inBody = true;
    return true;
  }

  /** The body threw. True if there is something to await; its outcome does not count. */
  abandon(): boolean {
    try {
      return this.end();
    } catch {
      return false;
    }
  }

  /** The loop was left. True if `closing` is to be awaited and then looked at by `closed`. */
  end(): boolean {
    if (!this.inBody) return false;
    this.inBody = false;
    const close = this.iterator.return;
    if (close === undefined || close === null) return false;
    const result = invoke(close, this.iterator);
    this.closing = this.isSync ? unwrapped(result) : result;
    return true;
  }

  closed(result: unknown): void {
    if (!isObject(result)) throw new TypeError(`${String(result)} is not an object`);
  }
}

/** A synchronous result with its value awaited (AsyncFromSyncIteratorContinuation). */
function unwrapped(result: unknown): unknown {
  if (!isObject(result)) throw new TypeError(`Iterator result ${String(result)} is not an object`);
  const done = Boolean((result as IteratorResult<unknown>).done);
  return invoke(promiseThen, promiseResolve((result as IteratorResult<unknown>).value), [(value: unknown) => ({ value, done })]);
}

export function iterateAsync(iterable: unknown): AsyncLoop {
  const source = iterable as Partial<AsyncIterable<unknown> & Iterable<unknown>>;
  const asyncMethod: unknown = source[Symbol.asyncIterator];
  const isSync = asyncMethod === undefined || asyncMethod === null;
  const method = isSync ? source[Symbol.iterator] : asyncMethod;
  if (typeof method !== 'function') throw new TypeError('object is not async iterable');
  const iterator = invoke(method, iterable);
  if (!isObject(iterator)) throw new TypeError('Result of the Symbol.asyncIterator method is not an object');
  return new AsyncLoop(iterator as Iterator, isSync);
}
