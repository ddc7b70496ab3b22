/**
 * `for await` and `yield *` taken apart: what they ask of their source, step by step (ECMAScript 14.7.5.6, 15.6.5).
 *
 * Each step is given the depth and gives what a poll gives: a value, or `pending`. A compiled stream, and an iterator whose `next()` is a trait
 * method, are polled on the spot; everything else is asked as natively, with a promise for each item.
 */
import { AsyncFromSync } from './async-from-sync';
import { cancelled } from './cancel';
import { awaitValue, LIMIT } from './door';
import type { Frame } from './frame';
import { checkResult, invoke, methodOf, opened, type AnyIterator } from './iterators';
import { Method, POLL } from './method';
import { NativeAwait } from './native-await';
import { isObject } from './shared';
import { busy, NEXT, RETURN, THROW, type StreamCore } from './stream';
import { done } from './stream-body';
import { coreOf, Shell } from './stream-shell';

/** An asynchronous iterator, opened as the language opens it. */
export abstract class Source {
  value: unknown = undefined;
  protected readonly iterator: AnyIterator;
  protected readonly nextMethod: unknown;
  /** What is polled in place of `next()`, if anything. */
  protected readonly core: StreamCore | undefined = undefined;
  private readonly trait: Method | undefined = undefined;
  /** What the last step gave is an iterator result, and not an item of a stream or `done`. */
  protected isResult = true;

  /** @param ticks every item takes its native tick, so nothing is polled */
  constructor(iterable: unknown, private readonly ticks = false) {
    this.iterator = iteratorOf(iterable as AsyncIterable<unknown>);
    this.nextMethod = this.iterator.next;
    if (ticks) return;
    const core = coreOf(this.iterator);
    if (core !== undefined && this.nextMethod === Shell.prototype.next) this.core = core.ticks ? undefined : core;
    else this.trait = traitOf(this.nextMethod);
  }

  protected ask(args: unknown[], depth: number): unknown {
    this.isResult = true;
    const { trait } = this;
    if (trait !== undefined && depth <= LIMIT) {
      // What nearly every iterator has, without an array of arguments.
      return args.length === 0 ? trait.direct.call(this.iterator, depth) : trait.pollDirect(this.iterator, args, depth);
    }
    return this.call(this.nextMethod, args);
  }

  /** Calls it as natively. What a stream or a trait method gives for that nobody else has: a cancellation goes on to it. */
  private call(method: unknown, args: unknown[]): symbol {
    const { iterator } = this;
    const value = invoke(method, iterator, args);
    const core = coreOf(iterator);
    awaitValue(value, core ?? iterator, core ? true : method);
    return awaitValue(new NativeAwait(value));
  }

  /** Calls `method` of the iterator, and polls it if it is a trait method. */
  protected askMethod(method: unknown, args: unknown[], depth: number): unknown {
    if (this.core !== undefined && method === Shell.prototype.return && args[0] === undefined) {
      const item = this.core.pollReturn(depth);
      if (item !== busy) {
        this.isResult = false;
        return item;
      }
    }
    this.isResult = true;
    const trait = this.ticks ? undefined : traitOf(method);
    if (trait !== undefined && depth <= LIMIT) return trait.pollDirect(this.iterator, args, depth);
    return this.call(method, args);
  }
}

function iteratorOf(iterable: AsyncIterable<unknown> & Partial<Iterable<unknown>>): AnyIterator {
  const method: unknown = iterable[Symbol.asyncIterator];
  if (method !== undefined && method !== null) return opened(method, iterable, 'asyncIterator');
  const sync: unknown = iterable[Symbol.iterator];
  if (typeof sync !== 'function') throw new TypeError('object is not async iterable');
  const iterator = opened(sync, iterable, 'iterator');
  return new AsyncFromSync(iterator, iterator.next);
}

function traitOf(fn: unknown): Method | undefined {
  const method = typeof fn === 'function' ? (fn as { [POLL]?: unknown })[POLL] : undefined;
  return method instanceof Method && !method.shape.stream ? method : undefined;
}

/** The iterator of a `for await`. */
export class AsyncLoop extends Source {
  /** The body runs: leaving the loop now closes the iterator. */
  open = false;

  next(depth: number): unknown {
    this.open = false;
    const { core } = this;
    if (core !== undefined) {
      const item = core.poll(depth);
      if (typeof item !== 'symbol' || item !== busy) {
        this.isResult = false;
        return item;
      }
    }
    return this.ask(NOTHING, depth);
  }

  /** Looks at what `next` came to; false when the loop is over. */
  step(result: unknown): boolean {
    if (!this.isResult) {
      // Compared with symbols only: for any value, V8 calls its general `===`.
      if (typeof result === 'symbol' && result === done) return false;
      this.value = result;
    } else {
      checkResult(result);
      if (result.done) return false;
      this.value = result.value;
    }
    return (this.open = true);
  }

  /** The loop was left in its body (AsyncIteratorClose). */
  close(depth: number): unknown {
    this.open = false;
    const method = methodOf(this.iterator, 'return');
    if (method !== undefined) return this.askMethod(method, NOTHING, depth);
    this.isResult = false;
    return undefined;
  }

  /** Looks at what `close` came to. */
  closed(result: unknown): void {
    if (this.isResult) checkResult(result);
  }

  /** Closing has failed, which counts for less than an error that the loop was left by. Being cancelled is none, but a way out. */
  failed(error: unknown, isThrown: boolean, thrown: unknown): void {
    if (!isThrown || thrown === cancelled) throw error;
  }
}

const NOTHING: unknown[] = [];
/** Without a `throw` of its own the source is closed, and then that is an error. */
const CLOSING = 3;
/** Without a `return` of its own the value is awaited, and the generator leaves with it. */
const VALUE = 4;

/** The source of a `yield *`: what is sent, thrown and returned to the generator goes on to it. */
export class Delegate extends Source {
  readonly #isDelegate = true;
  /** The generator has to leave with `value`. */
  leaves = false;
  private mode: number = NEXT;
  private sent: unknown = undefined;

  /** Asks nothing of an item of the program's, which may be a Proxy: see `Leaf.is`. */
  static is(value: unknown): value is Delegate {
    return isObject(value) && #isDelegate in value;
  }

  next(depth: number): unknown {
    const { iterator, mode, sent } = this;
    if (mode === NEXT) {
      if (this.core !== undefined && sent === undefined) {
        const item = this.core.poll(depth);
        if (item !== busy) {
          this.isResult = false;
          return item;
        }
      }
      return this.ask([sent], depth);
    }
    const method = methodOf(iterator, mode === THROW ? 'throw' : 'return');
    if (method !== undefined) return this.askMethod(method, [sent], depth);
    if (mode === RETURN) {
      this.mode = VALUE;
      return awaitValue(sent);
    }
    this.mode = CLOSING;
    const close = methodOf(iterator, 'return');
    if (close !== undefined) return this.askMethod(close, NOTHING, depth);
    this.isResult = false;
    return undefined;
  }

  /** Looks at what `next` came to; false when the delegation is over. */
  step(result: unknown): boolean {
    if (this.mode === VALUE) {
      this.value = result;
      this.leaves = true;
      return false;
    }
    if (this.mode === CLOSING) {
      if (this.isResult) checkResult(result);
      throw new TypeError("The iterator does not provide a 'throw' method");
    }
    if (!this.isResult) {
      const isDone = result === done;
      this.value = isDone ? this.core!.result : result;
      if (isDone) this.leaves = this.mode === RETURN;
      return !isDone;
    }
    checkResult(result);
    const isDone = Boolean(result.done);
    this.value = result.value;
    if (isDone) this.leaves = this.mode === RETURN;
    return !isDone;
  }

  /** The item, which the generator gives as it is. */
  hand(frame: Frame): unknown {
    (frame.pool as StreamCore).raw = true;
    return this.value;
  }

  /** Takes what the generator gets for the item. */
  receive(frame: Frame): void {
    const stream = frame.pool as StreamCore;
    this.sent = frame.value;
    frame.value = undefined;
    this.mode = frame.failed ? THROW : stream.leaving ? RETURN : NEXT;
    frame.failed = stream.leaving = false;
  }
}
