/** Parts of patterns, literals and templates, for those that are taken apart around an await. */
import { cancelled } from './cancel';
import { checkResult, close, closeFailed, invoke, iteratorOf, type AnyIterator } from './iterators';
import type { AnyFunction } from './method';
import { call } from './shared';

/**
 * The iterator of an array pattern (ECMAScript 8.6.2): asked once for each element, closed at the end unless it is done, and
 * not closed when it throws itself.
 */
export class Elements {
  private readonly iterator: AnyIterator;
  private readonly nextMethod: unknown;
  private done = false;

  constructor(iterable: unknown) {
    this.iterator = iteratorOf(iterable);
    this.nextMethod = this.iterator.next;
  }

  /** The next element; undefined when there are no more. */
  next(): unknown {
    if (this.done) return undefined;
    // If one of these throws, the iterator counts as done.
    this.done = true;
    const result = invoke(this.nextMethod, this.iterator, []);
    checkResult(result);
    if (result.done) return undefined;
    const { value } = result;
    this.done = false;
    return value;
  }

  /** All that are left, for `...rest`. */
  rest(): unknown[] {
    const values: unknown[] = [];
    for (;;) {
      const value = this.next();
      if (this.done) return values;
      values.push(value);
    }
  }

  /** The pattern has its values. */
  end(): void {
    if (this.done) return;
    this.done = true;
    close(this.iterator);
  }

  /** The pattern threw: its error wins over any error of closing. Being cancelled is no throw but a way out. */
  abandon(error: unknown): void {
    if (this.done) return;
    if (error === cancelled) return this.end();
    this.done = true;
    closeFailed(this.iterator);
  }
}

/** `...rest` of an object pattern: own enumerable properties but those that were taken (ECMAScript 7.3.26 CopyDataProperties). */
export function restOf(source: unknown, taken: readonly unknown[]): object {
  const from = Object(source) as Record<PropertyKey, unknown>;
  const excluded = taken.map((key) => (typeof key === 'symbol' ? key : String(key)));
  const rest: object = {};
  // No array is iterated here: a program may have replaced how that is done.
  Reflect.ownKeys(from).forEach((key) => {
    if (excluded.includes(key) || !Reflect.getOwnPropertyDescriptor(from, key)?.enumerable) return;
    Object.defineProperty(rest, key, { value: from[key], writable: true, enumerable: true, configurable: true });
  });
  return rest;
}

/** A tag read from an object before its template's values awaited. */
export function tag(fn: unknown, self: unknown, text: string): AnyFunction {
  return (...args) => call(fn, self, args, text);
}
