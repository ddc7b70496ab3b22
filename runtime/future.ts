/** The result of a public call. */
import type { Settles } from './frame';
import type { Method } from './method';

type Settle = (value: unknown) => void;

let resolveOpened: Settle | undefined;
let rejectOpened: Settle | undefined;
const capture = (resolve: (value: unknown) => void, reject: (error: unknown) => void): void => {
  resolveOpened = resolve;
  rejectOpened = reject;
};

/**
 * What a trait method returns to a caller that does not await it on the spot: a complete promise, so it can be stored,
 * awaited twice, raced, and left to the engine's unhandled-rejection tracking. The frame behind it is recycled when the
 * call ends; the future itself never is, because nobody can tell when its last holder is done with it.
 */
export class PooledFuture<T> extends Promise<T> implements Settles {
  #resolve: (value: unknown) => void;
  #reject: (error: unknown) => void;

  constructor(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: unknown) => void) => void) {
    super(executor);
    this.#resolve = resolveOpened!;
    this.#reject = rejectOpened!;
    // They hold the promise, and so its value, alive.
    resolveOpened = rejectOpened = undefined;
  }

  /** A future whose call has not ended yet. */
  static open(_method: Method): PooledFuture<unknown> {
    return new PooledFuture<unknown>(capture);
  }

  /** Ends the call. For the runtime; a second call has no effect. */
  settle(value: unknown, failed: boolean): void {
    if (failed) this.#reject(value);
    else this.#resolve(value);
  }

  /** A plain native promise with the same outcome. */
  toPromise(): Promise<T> {
    return new Promise<T>((resolve) => resolve(this));
  }
}

// `await` recognises a promise of its own realm by its `constructor` (ECMAScript 27.2.4.7.1 PromiseResolve) and then
// takes one tick. Any other constructor would cost code that we do not compile two more ticks, and change its order.
Object.defineProperty(PooledFuture.prototype, 'constructor', { value: Promise, writable: true, configurable: true });
