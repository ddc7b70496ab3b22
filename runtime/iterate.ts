/** What loops need to be left and re-entered in the middle: iterators held in an object of their own. */
import { cancelled } from './cancel';
import { checkResult, close, closeFailed, invoke, iteratorOf, type AnyIterator } from './iterators';

/**
 * The iterator of a `for (... of iterable)` whose body awaits. Semantics of ECMAScript 14.7.5.7: `next` is read once; the
 * iterator is closed when the body leaves, but not when `next()` itself throws or is done.
 *
 * Arrays whose iteration nobody has changed are indexed: no result object per step.
 */
export class ForOf {
  value: unknown = undefined;
  /** The body runs: leaving the loop now closes the iterator. */
  private inBody = false;
  private readonly iterator: AnyIterator | undefined;
  private readonly nextMethod: unknown;
  private readonly array: readonly unknown[] | undefined;
  private index = 0;

  constructor(iterable: unknown) {
    if (Array.isArray(iterable) && iterable[Symbol.iterator] === arrayIterator && arrayIteratorPrototype.next === arrayNext) {
      this.array = iterable;
      return;
    }
    this.iterator = iteratorOf(iterable);
    this.nextMethod = this.iterator.next;
  }

  /** Moves on; false when there is nothing more. */
  step(): boolean {
    this.inBody = false;
    if (this.array !== undefined) {
      if (this.index >= this.array.length) {
        // A finished array iterator stays finished, whatever is pushed later.
        this.index = Infinity;
        return false;
      }
      this.value = this.array[this.index++];
      return true;
    }
    const result = invoke(this.nextMethod, this.iterator, []);
    checkResult(result);
    if (result.done) return false;
    this.value = result.value;
    this.inBody = true;
    return true;
  }

  /** The body threw: closes the iterator; the body's error wins over any error of closing. Being cancelled is no throw but a way out. */
  abandon(error: unknown): void {
    if (!this.inBody) return;
    if (error === cancelled) return this.end();
    this.inBody = false;
    closeFailed(this.iterator!);
  }

  /** The loop was left: closes the iterator if it is still open. */
  end(): void {
    if (!this.inBody) return;
    this.inBody = false;
    close(this.iterator!);
  }
}

const arrayIterator = Array.prototype[Symbol.iterator];
const arrayIteratorPrototype = Object.getPrototypeOf([][Symbol.iterator]()) as { next: unknown };
const arrayNext = arrayIteratorPrototype.next;

/** The keys a `for (... in object)` visits, as the engine enumerates them: deleted keys are skipped, even mid-loop. */
export function* forIn(object: unknown): Generator<string> {
  for (const key in object as object) yield key;
}
