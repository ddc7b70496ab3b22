/** A leaf that user code completes: `await completer.future` in compiled code suspends without a promise. */
import { Adoption } from './adoption';
import type { Cancellation } from './cancel';
import { CompleterError } from './errors';
import type { Frame } from './frame';
import { Leaf } from './leaf';
import { fulfilled, Outcome } from './outcome';
import { enqueue } from './queue';
import { ignore, isObject } from './shared';

type State = 'pending' | 'fulfilled' | 'rejected';

class CompleterFuture<T> extends Leaf implements Promise<T> {
  state: State = 'pending';
  private value: unknown = undefined;
  private firstWaiter: Frame | undefined = undefined;
  private lastWaiter: Frame | undefined = undefined;
  /** Made for callers that are not compiled, and to have a rejection nobody awaits reported. */
  private promise: Promise<T> | undefined = undefined;
  private outcome: Outcome<T> | undefined = undefined;

  constructor(private readonly onCancel: ((reason: unknown) => void) | undefined) {
    super();
  }

  get [Symbol.toStringTag](): string {
    return 'Promise';
  }

  attach(frame: Frame): void {
    if (this.state !== 'pending') {
      if (this.state === 'rejected') void this.asPromise().catch(ignore);
      return enqueue(frame, this.value, this.state === 'rejected');
    }
    frame.next = undefined;
    if (this.lastWaiter === undefined) this.firstWaiter = frame;
    else this.lastWaiter.next = frame;
    this.lastWaiter = frame;
  }

  detach(frame: Frame, cancellation: Cancellation): boolean {
    let before: Frame | undefined = undefined;
    let at = this.firstWaiter;
    while (at !== undefined && at !== frame) {
      before = at;
      at = at.next;
    }
    if (at === undefined) return false;
    if (before === undefined) this.firstWaiter = frame.next;
    else before.next = frame.next;
    if (this.lastWaiter === frame) this.lastWaiter = before;
    frame.next = undefined;
    if (this.onCancel !== undefined && this.firstWaiter === undefined && this.promise === undefined) this.undo(this.onCancel, cancellation);
    return true;
  }

  /** What undoing throws, the cancelled call ends with. */
  private undo(onCancel: (reason: unknown) => void, cancellation: Cancellation): void {
    try {
      onCancel(cancellation.reason);
    } catch (error) {
      cancellation.over(error);
    }
  }

  settle(value: unknown, failed: boolean): void {
    this.state = failed ? 'rejected' : 'fulfilled';
    this.value = value;
    const hadWaiters = this.firstWaiter !== undefined;
    let frame = this.firstWaiter;
    this.firstWaiter = this.lastWaiter = undefined;
    while (frame !== undefined) {
      const { next } = frame;
      enqueue(frame, value, failed);
      frame = next;
    }
    this.outcome?.settle(value, failed);
    if (failed && !hadWaiters && this.promise === undefined) this.promise = Promise.reject(value);
  }

  clear(): void {
    if (this.firstWaiter !== undefined) throw new CompleterError('A Completer was reset while somebody waits for it. Complete it first.');
    // Who has asked for a promise is told of the next end.
    if (this.state === 'pending') return;
    this.state = 'pending';
    this.value = this.promise = this.outcome = undefined;
  }

  private asPromise(): Promise<T> {
    if (this.promise !== undefined) return this.promise;
    const outcome = new Outcome<T>();
    if (this.state === 'pending') this.outcome = outcome;
    else outcome.settle(this.value, this.state === 'rejected');
    return (this.promise = outcome.promise());
  }

  then<A = T, B = never>(onValue?: ((value: T) => A | PromiseLike<A>) | null, onError?: ((error: unknown) => B | PromiseLike<B>) | null): Promise<A | B> {
    return this.asPromise().then(onValue, onError);
  }

  catch<B = never>(onError?: ((error: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.asPromise().catch(onError);
  }

  finally(onEnd?: (() => void) | null): Promise<T> {
    return this.asPromise().finally(onEnd);
  }
}

/** What can be said of a completer when it is made. */
export interface CompleterOptions {
  /**
   * Undoes what was begun: a timer, a request. Called with the reason of the cancellation when the last compiled call that
   * waited for the future has been cancelled, and nobody holds the future as a promise. What it throws, the cancelled call rejects with.
   */
  onCancel?: (reason: unknown) => void;
}

/**
 * A future and the means to complete it.
 *
 * Completing never runs a waiter on the caller's stack: all that complete in one turn are resumed in one microtask, in
 * order. Costs one microtask per turn; waiting for `future` in compiled code allocates nothing.
 *
 * @example
 * const ready = new Completer<number>();
 * setTimeout(() => ready.resolve(1), 10);
 * await ready.future; // 1
 */
export class Completer<T> {
  private readonly leaf: CompleterFuture<T>;
  /** The thenable that decides. */
  private adopted: Promise<T> | undefined = undefined;

  constructor(options?: CompleterOptions) {
    this.leaf = new CompleterFuture<T>(options?.onCancel);
  }

  /** What the waiters await. The same object for the whole life of the completer. */
  get future(): Promise<T> {
    return this.leaf;
  }

  /** Fulfils the future; a thenable is adopted. No effect if it is completed already, or adopts a thenable. */
  resolve(value: T | PromiseLike<T>): void {
    if (this.isDecided) return;
    if (!isObject(value)) return this.leaf.settle(value, false);
    if (value === (this.leaf as unknown)) return this.leaf.settle(new TypeError('Chaining cycle detected for promise'), true);
    let then: unknown;
    try {
      then = (value as PromiseLike<T>).then;
    } catch (error) {
      return this.leaf.settle(error, true);
    }
    if (typeof then !== 'function') return this.leaf.settle(value, false);
    // `then` has been read, and may be a getter: the engine must not read it again.
    const adopted = (this.adopted = fulfilled<T>(new Adoption(value, then) as unknown as T));
    const settle = (failed: boolean) => (outcome: unknown): void => {
      if (this.adopted !== adopted) return;
      this.adopted = undefined;
      this.leaf.settle(outcome, failed);
    };
    adopted.then(settle(false), settle(true));
  }

  /** Rejects the future. No effect if it is completed already, or adopts a thenable. */
  reject(error: unknown): void {
    if (!this.isDecided) this.leaf.settle(error, true);
  }

  private get isDecided(): boolean {
    return this.adopted !== undefined || this.leaf.state !== 'pending';
  }

  /**
   * Makes the future pending again, to be completed once more without allocation. Whoever stored the future sees the new
   * round.
   *
   * @throws {CompleterError} while a compiled call waits
   */
  reset(): void {
    this.leaf.clear();
    this.adopted = undefined;
  }
}
