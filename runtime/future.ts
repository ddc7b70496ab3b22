/** The result of a public call. */
import { Cancellation, cancelFrame } from './cancel';
import { noticeCall } from './context';
import { DisposedError } from './errors';
import type { Frame, Settles } from './frame';
import { makeInspectable } from './inspect';
import { isOwn, POLL, type Method } from './method';
import { define, isObject } from './shared';

// As @types/node declares them, for programs whose `lib` has no ESNext.Disposable and compilers that do not know it.
declare global {
  interface SymbolConstructor {
    readonly dispose: unique symbol;
    readonly asyncDispose: unique symbol;
  }
  interface Disposable {
    [Symbol.dispose](): void;
  }
}

type Settle = (value: unknown) => void;

let resolveOpened: Settle | undefined;
let rejectOpened: Settle | undefined;
const capture = (resolve: (value: unknown) => void, reject: (error: unknown) => void): void => {
  resolveOpened = resolve;
  rejectOpened = reject;
};

/** What a disposed future inherits from. */
let disposed: object;

/**
 * What a trait method returns to a caller that does not await it on the spot: a complete promise, so it can be stored,
 * awaited twice, raced, and left to the engine's unhandled-rejection tracking. The frame behind it is recycled when the
 * call ends; the future itself never is, because nobody can tell when its last holder is done with it.
 */
export class PooledFuture<T> extends Promise<T> implements Settles, Disposable {
  #resolve: (value: unknown) => void;
  #reject: (error: unknown) => void;
  #method: Method | undefined = undefined;
  /** The receiver of the call, until it ends. Not that of its frame: a dyn wrapper's call waits for a frame of what it wraps. */
  #self: unknown = undefined;
  /** The frame of the call, once it has suspended and until it ends. */
  #frame: Frame | undefined = undefined;
  /** Awaited on the spot? False where it is, but a function in between may have kept it: then the name has to lead to the method. */
  #isCertain: boolean | undefined = undefined;
  #disposedAt: Error | undefined = undefined;

  constructor(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason?: unknown) => void) => void) {
    super(executor);
    this.#resolve = resolveOpened!;
    this.#reject = rejectOpened!;
    // They hold the promise, and so its value, alive.
    resolveOpened = rejectOpened = undefined;
  }

  /** A future whose call has not ended yet. For the runtime. */
  static open(method: Method, self?: unknown): PooledFuture<unknown> {
    // Not by its name: then the class in dist/runtime/runtime.js would be called `_PooledFuture`.
    const future = new this<unknown>(capture);
    future.#method = method;
    noticeCall(future);
    future.#self = self;
    return future;
  }

  /** Ends the call. For the runtime; a second call has no effect. */
  settle(value: unknown, failed: boolean): void {
    this.#frame = this.#self = undefined;
    (failed ? this.#reject : this.#resolve)(value);
  }

  /**
   * Cancels the call, if it is still in flight. Its method goes on as if the `await` it waits at were a `return`: `finally`
   * blocks run (and may await), `catch` blocks do not. Calls that it awaits on the spot are cancelled before it. Then the
   * future rejects with an AbortError whose `cause` is `reason`, or with what a `finally` block threw.
   *
   * Nothing of this happens on the caller's stack. A method that is running notices at its next `await` that waits; one
   * that has ended, or is cancelled already, is left alone. What the method waits for through code that is not compiled
   * (a promise) goes on, and its result is ignored.
   *
   * @example
   * const answer = service.fetch(url);
   * setTimeout(() => answer.cancel(new Error('too slow')), 1000);
   * await answer; // AbortError: The call was cancelled. { cause: Error: too slow }
   */
  cancel(reason?: unknown): void {
    if (this.#frame !== undefined) cancelFrame(this.#frame, new Cancellation(reason));
  }

  // ------------------------------------------------------------------ for the runtime

  /** The call has suspended. */
  follow(frame: Frame): void {
    this.#frame = frame;
  }

  /**
   * The future is the operand of an `await`, as it came from a call on `self` of the method that `called` is the poll or the
   * public function of: then nobody else can have it, and a cancellation of the awaiting call may go on to this one. `true`
   * stands for a private method, which nobody can override.
   */
  static markOnTheSpot(value: unknown, self: unknown, called: unknown): void {
    if (!isObject(value) || !(#method in value) || value.#frame === undefined || value.#self !== self) return;
    const method = value.#method!;
    if (method.poll === called) value.#isCertain = false;
    else if (called === true || (called as { [POLL]?: unknown })[POLL] === method) value.#isCertain = true;
  }

  /** What a cancellation follows where a frame waits for `value`: a future that its `await` has for itself, or `true`. Looks at nothing of another object. */
  static followed(value: unknown): PooledFuture<unknown> | true {
    return isObject(value) && #isCertain in value && value.#isCertain !== undefined ? value : true;
  }

  /** The awaiting call is cancelled. False if the future may be somebody else's too. */
  cancelOnTheSpot(cancellation: Cancellation): boolean {
    const frame = this.#frame;
    if (frame === undefined) return true;
    if (this.#isCertain === false && !isOwn(this.#method!, this.#self)) return false;
    cancelFrame(frame, cancellation);
    return true;
  }

  /** A plain native promise with the same outcome. Costs a promise. */
  toPromise(): Promise<T> {
    return new Promise<T>((resolve) => resolve(this));
  }

  /**
   * Gives the future back: what `using future = x.m()` does at the end of its block. Whoever touches it afterwards gets a
   * DisposedError. What goes back to a pool, and when:
   *
   *   a call that waits for its turn (`onExhausted: 'wait'`)   its place in the queue and the frame that held it, now; it never begins
   *   a call that has suspended                                nothing now: its frame, when the method ends, as without `using`.
   *                                                            The method is not stopped (`cancel` does that)
   *   a call that has ended                                    nothing: its frame went back when it ended
   *
   * The future itself never does: it is a promise, and no promise can be made pending again. That is what `reuse: 'await-once'`
   * is for, whose futures are none, and are handed out again. A rejection nobody has asked for is reported as ever.
   */
  [Symbol.dispose](): void {
    this.#frame?.method.abandon?.(this.#frame);
    this.#disposedAt = this.#method?.replace && new Error('It was disposed here.');
    Object.setPrototypeOf(this, disposed);
  }

  static {
    const gone = {
      configurable: true,
      get(this: PooledFuture<unknown>): never {
        throw disposedError(this.#method, this.#disposedAt);
      },
    };
    disposed = Object.create(this.prototype, {
      // `catch` calls `then`, `finally` reads `constructor`.
      then: gone, toPromise: gone, cancel: gone,
      // `await` and Promise.resolve read `constructor`, and never `then`, of a promise.
      constructor: gone,
      [Symbol.dispose]: { value: () => {} },
    });
    makeInspectable(this.prototype, disposed, (future) => (future as PooledFuture<unknown>).#method);
  }
}

export function disposedError(method: Method | undefined, cause: Error | undefined): DisposedError {
  return new DisposedError(
    `This future${method ? ` of ${method.label}` : ''} was disposed. Await it before its \`using\` block ends.`,
    cause && { cause },
  );
}

// `await` recognises a promise of its own realm by its `constructor` (ECMAScript 27.2.4.7.1 PromiseResolve) and then
// takes one tick. Any other constructor would cost code that we do not compile two more ticks, and change its order.
define(PooledFuture.prototype, 'constructor', Promise);
