/**
 * Streams: what a compiled `async *` method returns. One generator of ECMAScript 27.6, driven in one of two ways:
 *
 *   publicly   next(), return(), throw() by anybody: requests in a queue, a promise for each, native ticks
 *   polled     by a compiled loop: an item that is there is handed over as it is, and nothing is allocated
 */
import { door, pending, PUBLIC_DEPTH } from './door';
import type { Frame, Settles } from './frame';
import { PooledFuture } from './future';
import { callWith, once } from './shared';
import { done, Phase, StreamBody, type Code } from './stream-body';
import { subscribe } from './subscribe';

/** What a poll gives when the stream cannot be polled now: somebody else's request runs, or the stack is deep. */
export const busy: symbol = once('busy', () => Symbol('boxless.busy'));

/** `LIMIT` of the door. */
const enum Depth {
  Limit = 200,
}

export const NEXT = 0;
export const THROW = 1;
export const RETURN = 2;

interface Request {
  readonly kind: number;
  readonly value: unknown;
  readonly future: PooledFuture<unknown>;
  next: Request | undefined;
}

/** It is the home of its frame: the trampoline hands the frame back at every item, and the stream keeps it until the body ends. */
export class StreamCore extends StreamBody implements Settles {
  private first: Request | undefined = undefined;
  private last: Request | undefined = undefined;

  constructor(
    frame: Frame,
    code: Code,
    /** Every item takes its native tick: it is never polled. */
    readonly ticks: boolean,
  ) {
    super(frame, code);
  }

  // ------------------------------------------------------------------ polled

  /** The next item, `done`, `pending` (then the caller owns `door.awaited`) or `busy`. Throws what the body throws. */
  poll(depth: number): unknown {
    if (this.phase > Phase.Yield || depth > Depth.Limit) return this.phase === Phase.Ended ? done : busy;
    const { frame } = this;
    let result: unknown;
    this.phase = Phase.Running;
    try {
      result = callWith(this.code.body, frame.self, frame, depth);
    } catch (error) {
      this.release();
      throw error;
    }
    // The usual item, in a few steps: V8 sees all of it in the loop that polls.
    // Each `typeof` on its own: as a string that is compared it would be a call.
    if (typeof result === 'symbol' || typeof result === 'object' || typeof result === 'function' || this.raw || this.first !== undefined) return this.polled(result, depth);
    this.phase = Phase.Yield;
    return result;
  }

  /** `return()` of a loop that is left: `done`, `pending`, `busy`, or what a `yield` in a `finally` gave. */
  pollReturn(depth: number): unknown {
    if (this.phase > Phase.Yield || depth > Depth.Limit) return this.phase === Phase.Ended ? done : busy;
    if (this.phase === Phase.Start) {
      this.end();
      return done;
    }
    this.leaving = this.isTold = true;
    this.phase = Phase.Running;
    let result: unknown;
    try {
      result = callWith(this.code.body, this.frame.self, this.frame, depth);
    } catch (error) {
      this.release();
      throw error;
    }
    return this.polled(result, depth);
  }

  /** The body has come to `first` while it was polled. */
  private polled(first: unknown, depth: number): unknown {
    let result: unknown;
    try {
      result = this.after(first, depth);
    } catch (error) {
      this.release();
      throw error;
    }
    // Somebody may have asked for more while the body ran.
    if (result === done || (result !== pending && this.first !== undefined)) this.release();
    return result;
  }

  override release(): void {
    if (this.phase === Phase.Yield) this.frame.caller = this.frame.handle = undefined;
    else this.end();
    // Requests that came while a loop polled. Those of a public drive are served when its own is settled.
    if (!this.isPublic && this.first !== undefined) this.serve();
  }

  // ------------------------------------------------------------------ public

  request(kind: number, value: unknown): Promise<unknown> {
    const request: Request = { kind, value, future: PooledFuture.open(this.method, this), next: undefined };
    if (this.last === undefined) this.first = request;
    else this.last.next = request;
    this.last = request;
    if (this.phase === Phase.Start && kind !== NEXT) this.end();
    this.serve();
    return request.future;
  }

  /** Serves what is in the queue, as far as it goes without waiting. */
  private serve(): void {
    while (this.first !== undefined) {
      if (this.phase === Phase.Ended) {
        if (this.serveEnded(this.first)) return;
        continue;
      }
      if (this.phase > Phase.Yield) return;
      const { kind, value } = this.first;
      const { frame } = this;
      const { depth } = door;
      this.isPublic = true;
      frame.handle = this;
      // As a public call: until it first waits, nothing is polled.
      door.depth = PUBLIC_DEPTH;
      let result: unknown;
      let threw = false;
      try {
        result = kind === RETURN ? this.leave(value) : this.enter(value, kind === THROW);
      } catch (error) {
        result = error;
        threw = true;
      } finally {
        door.depth = depth;
      }
      if (result === pending) return this.first.future.follow(frame);
      this.release();
      this.complete(result, threw);
    }
  }

  private enter(value: unknown, failed: boolean): unknown {
    this.frame.value = value;
    this.frame.failed = failed;
    return this.advance(PUBLIC_DEPTH);
  }

  /** `return(value)` at a `yield`: the value is awaited first, and its rejection is thrown there. */
  private leave(value: unknown): unknown {
    this.phase = Phase.Leaving;
    try {
      subscribe(value, this.frame);
      return pending;
    } catch (error) {
      return this.enter(error, true);
    }
  }

  /** A request to a stream that has ended. True if it has to wait. */
  private serveEnded({ kind, value }: Request): boolean {
    if (kind === RETURN) {
      this.phase = Phase.Draining;
      void this.awaitReturn(value);
      return this.phase === Phase.Draining;
    }
    this.result = undefined;
    this.complete(kind === THROW ? value : done, kind === THROW);
    return false;
  }

  private async awaitReturn(value: unknown): Promise<void> {
    let result: unknown;
    let threw = false;
    try {
      result = await value;
    } catch (error) {
      result = error;
      threw = true;
    }
    this.phase = Phase.Ended;
    this.result = result;
    this.complete(threw ? result : done, threw);
    this.serve();
  }

  /** Settles the oldest request. */
  private complete(result: unknown, threw: boolean): void {
    const { future, next } = this.first!;
    this.isPublic = false;
    this.first = next;
    if (next === undefined) this.last = undefined;
    const isDone = result === done;
    const value = isDone ? this.result : result;
    if (isDone) this.result = undefined;
    future.settle(threw ? value : { value, done: isDone }, threw);
  }

  /** The body came to something after it had waited for a public request. */
  settle(result: unknown, threw: boolean): void {
    this.complete(result, threw);
    this.serve();
  }
}

