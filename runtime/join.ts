/**
 * `join` and `race`: several calls awaited at once.
 *
 *   await join(this.a(), p)   ->   $j = $join(2); <poll this.a() into $j>; $j.other(p);
 *                                  if (($t = $j.end()) === $pending) return $suspend(...)
 *
 * Every argument that has to wait is waited for by a frame of its own, an entry, which knows its place. Joins and entries
 * are pooled: in steady state nothing is allocated but the array that `join` gives.
 */
import { cancelFrame, type Cancellation } from './cancel';
import { door, pending } from './door';
import { Frame } from './frame';
import { PooledFuture } from './future';
import { Leaf } from './leaf';
import { Method, type Policy } from './method';
import { Pool } from './pool';
import { ignore, isObject } from './shared';
import { subscribe } from './subscribe';

/** The values of promises, by position. */
export type Joined<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> };

/**
 * Waits for all arguments and gives their values in order; rejects as soon as one of them does, and the others go on.
 *
 * Awaited on the spot in compiled code, `await join(this.a(), this.b())`, the calls are polled: no promise is made, and
 * where all are ready nothing waits. If the awaiting call is cancelled, the calls are. Anywhere else it is `Promise.all`
 * of its arguments.
 *
 * @example
 * const [user, rights] = await join(this.user(id), this.rights(id));
 */
export function join<T extends readonly unknown[]>(...values: T): Promise<Joined<T>> {
  return Promise.all(values) as Promise<Joined<T>>;
}

/**
 * Gives what the first argument to settle comes to, value or error. The others go on; what they come to is ignored, errors
 * included, as with `Promise.race`. Awaited on the spot in compiled code it allocates nothing; see `join`.
 *
 * @example
 * const answer = await race(this.ask(primary), this.ask(mirror));
 */
export function race<T extends readonly unknown[]>(...values: T): Promise<Awaited<T[number]>> {
  return Promise.race(values) as Promise<Awaited<T[number]>>;
}

const MAX_KEPT = 1024;

/** What resumes entries. They belong to no object, and run no code of the user's. */
const entering = enteringMethod();
/** The same in checked mode. */
let watched: Method | undefined;

function enteringMethod(): Method {
  const method = new Method('join', {});
  method.bind(() => undefined, (entry) => ((entry as Frame).s0 as Join | undefined)?.entered(entry as Frame));
  return method;
}

function watchedBy(checked: Policy): Method {
  if (watched === undefined) checked((watched = enteringMethod()));
  return watched;
}

const entryPool = new Pool(MAX_KEPT);

/** Joins that are not in use, linked by `next`: an array that shrinks and grows allocates. */
let free: Join | undefined;
let freeCount = 0;

/** One evaluation of `await join(...)` or `await race(...)`: what is known of its arguments so far. */
export class Join extends Leaf {
  next: Join | undefined = undefined;
  private isRace = false;
  /** The entries of the arguments that have to wait, by position; as long as the longest use so far. */
  private readonly waiting: (Frame | undefined)[] = [];
  private outstanding = 0;
  private count = 0;
  /** An argument whose state nobody can see came before, a promise: what comes after it must not overtake it. */
  private isBlind = false;
  private values: unknown[] | undefined = undefined;
  private isKnown = false;
  private failed = false;
  private outcome: unknown = undefined;
  /** Errors of calls that were ready, told to the engine: it reports them where an argument throws, and nobody comes to ask. */
  private unasked: Promise<never>[] | undefined = undefined;
  private isCancelled = false;
  private waiter: Frame | undefined = undefined;
  private method = entering;

  begin(size: number, isRace: boolean, checked?: Policy): this {
    this.method = checked === undefined ? entering : watchedBy(checked);
    this.isRace = isRace;
    this.values = isRace ? undefined : new Array<unknown>(size);
    return this;
  }

  /** A polled call was ready. */
  give(value: unknown): void {
    if (!this.isRace) this.values![this.count++] = value;
    else if (this.isBlind) this.wait(value);
    else this.know(value, false);
  }

  /** A polled call threw. */
  fail(error: unknown): void {
    const rejected = Promise.reject<never>(error);
    if (this.isBlind) return this.wait(rejected);
    (this.unasked ??= []).push(rejected);
    this.know(error, true);
  }

  /** A polled call has to wait. @param isCall nobody else can have it */
  wait(awaited: unknown = door.awaited, isCall = true): void {
    const entry = entryPool.acquire(this.method);
    entry.state = 1;
    entry.s0 = this;
    entry.s1 = this.count;
    entry.s2 = isCall;
    try {
      subscribe(awaited, entry);
    } catch (error) {
      entry.pool!.release(entry);
      return this.fail(error);
    }
    this.isBlind ||= awaited !== door.frame;
    this.waiting[this.count++] = entry;
    this.outstanding++;
  }

  /** An argument that is no polled call. `self` and `poll`: see `awaitValue`. */
  other(value: unknown, self?: unknown, poll?: unknown): void {
    if (poll !== undefined) PooledFuture.markOnTheSpot(value, self, poll);
    if (isObject(value)) this.wait(value, poll !== undefined);
    else this.give(value);
  }

  /** All arguments are there: the value, the error, or `pending`. */
  end(): unknown {
    if (!this.isKnown && this.outstanding > 0) {
      door.awaited = this;
      return pending;
    }
    const { isKnown, failed, outcome, values } = this;
    this.finish();
    if (failed) throw outcome;
    return isKnown ? outcome : values;
  }

  attach(frame: Frame): void {
    this.waiter = frame;
  }

  /** All calls are cancelled; when the last of them has ended, the awaiting method goes on. */
  detach(_frame: Frame, cancellation: Cancellation): boolean {
    this.isCancelled = true;
    for (const entry of this.waiting) if (entry !== undefined) cancelFrame(entry, cancellation);
    return false;
  }

  /** An entry has its value or error: gives what the awaiting method goes on with, and tells the entry of it. */
  entered(entry: Frame): unknown {
    const index = entry.s1 as number;
    const { value, failed } = entry;
    this.waiting[index] = undefined;
    this.outstanding--;
    if (this.waiter === undefined) {
      // An argument threw, and nobody came to wait. A promise of the program's is its own affair.
      if (failed && entry.s2 === true) void Promise.reject(value);
      return undefined;
    }
    if (!failed && !this.isRace) this.values![index] = value;
    const isOver = this.outstanding === 0 || (!this.isCancelled && (failed || this.isRace));
    if (!isOver) return undefined;
    const { values, isRace, isCancelled } = this;
    entry.caller = this.waiter;
    this.finish();
    if (failed && !isCancelled) throw value;
    return isRace ? value : values;
  }

  private know(outcome: unknown, failed: boolean): void {
    this.count++;
    if (this.isKnown) return;
    this.isKnown = true;
    this.outcome = outcome;
    this.failed = failed;
  }

  /** Whoever still waits goes on, for nobody. */
  private finish(): void {
    for (let i = 0; i < this.count; i++) {
      const entry = this.waiting[i];
      if (entry === undefined) continue;
      entry.s0 = this.waiting[i] = undefined;
    }
    this.unasked?.forEach((rejected) => rejected.catch(ignore));
    this.unasked = undefined;
    this.outstanding = this.count = 0;
    this.isBlind = this.isKnown = this.failed = this.isCancelled = false;
    this.values = this.outcome = this.waiter = undefined;
    if (freeCount === MAX_KEPT) return;
    this.next = free;
    free = this;
    freeCount++;
  }
}

function take(): Join {
  const join = free;
  if (join === undefined) return new Join();
  free = join.next;
  freeCount--;
  return join;
}

/** @param checked in checked mode, its policy */
export function beginJoin(size: number, checked?: Policy): Join {
  return take().begin(size, false, checked);
}

export function beginRace(checked?: Policy): Join {
  return take().begin(0, true, checked);
}
