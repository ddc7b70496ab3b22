/** `reuse: 'await-once'`: public futures that are recycled after their first consumption. */
import { Cancellation, cancelFrame } from './cancel';
import { ConsumedError } from './errors';
import { Frame, type Settles } from './frame';
import { disposedError } from './future';
import { titleOf } from './inspect';
import { Leaf, Returned } from './leaf';
import { define, ignore, isObject, perObject } from './shared';
import type { Method, Policy } from './method';
import { fulfilled, Outcome } from './outcome';
import { MAX_IDLE } from './pool';
import { enqueue } from './queue';

/** The futures of one method on one receiver that are ready for the next call. */
interface Idle {
  first: OnceFuture | undefined;
  count: number;
}

/**
 * To its holder what PooledFuture is, but no native promise, since those cannot be made pending again. A compiled `await` takes its value
 * without a promise between; anybody else goes through `then`, which makes one.
 *
 *     handed out: pending --settle--> settled --await, then, dispose--> over (in `idle`) --next call--> pending
 *                        --await, then, dispose--> promised to one --settle--> over
 */
class OnceFuture extends Leaf implements Settles, Disposable {
  next: OnceFuture | undefined = undefined;
  private state: 'pending' | 'fulfilled' | 'rejected' | 'over' = 'pending';
  private value: unknown = undefined;
  /** The one consumer, until the call ends. */
  private waiter: Frame | Settles | undefined = undefined;
  private frame: Frame | undefined = undefined;
  /** A rejection that nobody has asked for yet, told to the engine so that it reports it. */
  private unasked: Promise<never> | undefined = undefined;
  private gone: 'consumed' | 'disposed' | undefined = undefined;
  private goneAt: Error | undefined = undefined;

  constructor(
    private readonly method: Method,
    private readonly idle: Idle,
  ) {
    super();
  }

  static open(method: Method, idle: Idle): OnceFuture {
    const future = idle.first;
    if (future === undefined) return new this(method, idle);
    idle.first = future.next;
    idle.count--;
    future.next = future.gone = undefined;
    future.state = 'pending';
    return future;
  }

  follow(frame: Frame): void {
    this.frame = frame;
  }

  settle(value: unknown, failed: boolean): void {
    this.frame = undefined;
    if (!failed && Returned.is(value)) {
      fulfilled(value).then((v) => this.settle(v, false), (error: unknown) => this.settle(error, true));
      return;
    }
    this.state = failed ? 'rejected' : 'fulfilled';
    this.value = value;
    if (this.waiter !== undefined) this.tell(this.waiter);
    else {
      if (failed) this.unasked = Promise.reject(value);
      if (this.gone !== undefined) this.recycle();
    }
  }

  attach(frame: Frame): void {
    this.consume(frame);
  }

  /** The awaiting call is cancelled, this one is not: somebody else may have wanted its effects. */
  detach(frame: Frame): boolean {
    if (this.waiter !== frame) return false;
    this.waiter = { settle: ignore };
    return true;
  }

  then<A = unknown, B = never>(onValue?: ((value: any) => A | PromiseLike<A>) | null, onError?: ((error: unknown) => B | PromiseLike<B>) | null): Promise<A | B> {
    const outcome = new Outcome();
    try {
      this.consume(outcome);
    } catch (error) {
      outcome.settle(error, true);
    }
    return outcome.promise().then(onValue, onError);
  }

  /** As of PooledFuture. No effect where the call has ended. */
  cancel(reason?: unknown): void {
    if (this.frame !== undefined) cancelFrame(this.frame, new Cancellation(reason));
  }

  toPromise(): Promise<unknown> {
    return this.then();
  }

  [Symbol.dispose](): void {
    if (this.gone !== undefined) return;
    this.leave('disposed');
    if (this.frame?.method.abandon?.(this.frame) || this.state !== 'pending') this.recycle();
  }

  [Symbol.for('nodejs.util.inspect.custom')](_depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    const shown = this.gone ?? (this.state === 'pending' ? 'pending' : undefined);
    const value = shown === undefined ? inspect(this.value, options) : `<${shown}>`;
    return `${titleOf(this.method)} { ${this.state === 'rejected' && shown === undefined ? '<rejected> ' : ''}${value} }`;
  }

  private consume(waiter: Frame | Settles): void {
    if (this.gone === 'disposed') throw disposedError(this.method, this.goneAt);
    if (this.gone === 'consumed') {
      throw new ConsumedError(
        `This future of ${this.method.label} was awaited already, and the method has reuse: 'await-once'. Keep the value in place of the future, or take the option away.`,
        this.goneAt && { cause: this.goneAt },
      );
    }
    this.leave('consumed');
    if (this.state === 'pending') this.waiter = waiter;
    else this.tell(waiter);
  }

  private leave(how: 'consumed' | 'disposed'): void {
    this.gone = how;
    if (this.method.replace) this.goneAt = new Error(`It was ${how} here first.`);
  }

  private tell(waiter: Frame | Settles): void {
    const { value, state } = this;
    this.unasked?.catch(ignore);
    this.recycle();
    if (waiter instanceof Frame) enqueue(waiter, value, state === 'rejected');
    else waiter.settle(value, state === 'rejected');
  }

  static {
    // As of any promise of this realm: see PooledFuture.
    define(this.prototype, 'constructor', Promise);
  }

  private recycle(): void {
    const { idle } = this;
    this.state = 'over';
    this.value = this.waiter = this.frame = this.unasked = undefined;
    // In checked mode no future is handed out twice: then every second consumption is seen.
    if (this.method.replace || idle.count === MAX_IDLE) return;
    this.next = idle.first;
    idle.first = this;
    idle.count++;
  }
}

export const oncePolicy: Policy = (method) => {
  const idleOf = perObject((): Idle => ({ first: undefined, count: 0 }));
  method.start = (self, args) => method.begin(self, args, OnceFuture.open(method, idleOf(isObject(self) ? self : method)));
};
