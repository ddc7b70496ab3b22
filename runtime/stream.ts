/**
 * Streams: what a compiled `async *` method returns. One generator of ECMAScript 27.6, driven in one of two ways:
 *
 *   publicly   next(), return(), throw() by anybody: requests in a queue, a promise for each, native ticks
 *   polled     by a compiled loop: an item that is there is handed over as it is, and nothing is allocated
 *
 * The body is a compiled method whose frame belongs to the stream until it ends. It stops where it waits (`pending`), at a
 * `yield` (the item) and at its end (`done`).
 */
import { Adoption } from './adoption';
import { door, pending, PUBLIC_DEPTH } from './door';
import type { Frame, Settles } from './frame';
import { PooledFuture } from './future';
import type { Method } from './method';
import type { Home, Pool } from './pool';
import { callWith, isObject, once } from './shared';
import { subscribe } from './subscribe';

/** What a poll gives when the stream has ended. */
const done: symbol = once('done', () => Symbol('boxless.done'));

/** What a poll gives when the stream cannot be polled now: somebody else's request runs, or the stack is deep. */
const busy: symbol = once('busy', () => Symbol('boxless.busy'));

// Exported so, and imported constants put into variables of the module's own: as properties of a CommonJS module, which they
// are else, each costs 1 to 2 ns where it is read, and an item reads several.
export { busy, done };
const theDoor = door;
const waiting = pending;
const call = callWith;

/** Constants that are written out where they stand: a module's variable costs a load and a check each time, some 20 an item. */
const enum Phase {
  Start,
  /** Suspended at a `yield`. */
  Yield,
  Running,
  /** Waits for the operand of a `yield`. */
  Operand,
  /** Waits for the value given to `return()`, before the body leaves at its `yield`. */
  Leaving,
  /** Has ended, and waits for the value given to a late `return()`. */
  Draining,
  Ended,
}

/** `LIMIT` of the door. */
const enum Depth {
  Limit = 200,
}

export const NEXT = 0;
export const THROW = 1;
export const RETURN = 2;

/**
 * What runs the body of a method's streams. `body` is a property of the object's prototype, so that V8 sees in the shape of
 * the object which function it is, and puts that into the loop that polls: 13 ns an item in place of 19.
 */
export interface Code {
  body(this: unknown, frame: Frame): unknown;
}

interface Request {
  readonly kind: number;
  readonly value: unknown;
  readonly future: PooledFuture<unknown>;
  next: Request | undefined;
}

/** It is the home of its frame: the trampoline hands the frame back at every item, and the stream keeps it until the body ends. */
export class StreamCore implements Settles, Home {
  phase: Phase = Phase.Start;
  readonly isPlain = false;
  /** The next resumption leaves the body, as by a `return` at its `yield`. */
  leaving = false;
  /** The item comes from a `yield *`: it is not awaited. */
  raw = false;
  /** What the body returned. */
  result: unknown = undefined;
  private isPublic = false;
  private first: Request | undefined = undefined;
  private last: Request | undefined = undefined;
  private readonly pool: Home;
  private readonly method: Method;

  constructor(
    private readonly frame: Frame,
    private readonly code: Code,
    /** Every item takes its native tick. */
    private readonly ticks: boolean,
  ) {
    this.pool = frame.pool!;
    this.method = frame.method;
    frame.pool = this;
  }

  get arena(): Pool | undefined {
    return this.pool.arena;
  }

  // ------------------------------------------------------------------ polled

  /** The next item, `done`, `pending` (then the caller owns `door.awaited`) or `busy`. Throws what the body throws. */
  poll(): unknown {
    if (this.phase > Phase.Yield || theDoor.depth >= Depth.Limit || this.ticks) return this.phase === Phase.Ended && !this.ticks ? done : busy;
    const { frame } = this;
    let result: unknown;
    this.isPublic = false;
    this.phase = Phase.Running;
    const { depth } = door;
    door.depth = depth + 1;
    try {
      result = call(this.code.body, frame.self, frame);
    } catch (error) {
      door.depth = depth;
      this.release();
      throw error;
    }
    door.depth = depth;
    // The usual item, in a few steps: V8 sees all of it in the loop that polls.
    // Each `typeof` on its own: as a string that is compared it would be a call.
    if (typeof result === 'symbol' || typeof result === 'object' || typeof result === 'function' || this.raw || this.first !== undefined) return this.polled(result);
    this.phase = Phase.Yield;
    return result;
  }

  /** `return()` of a loop that is left: `done`, `pending`, `busy`, or what a `yield` in a `finally` gave. */
  pollReturn(): unknown {
    if (this.phase === Phase.Ended && !this.ticks) return done;
    if (this.phase > Phase.Yield || theDoor.depth >= Depth.Limit || this.ticks) return busy;
    if (this.phase === Phase.Start) {
      this.end();
      return done;
    }
    this.leaving = true;
    this.isPublic = false;
    this.phase = Phase.Running;
    let result: unknown;
    const { depth } = door;
    door.depth = depth + 1;
    try {
      result = call(this.code.body, this.frame.self, this.frame);
    } catch (error) {
      this.release();
      throw error;
    } finally {
      door.depth = depth;
    }
    return this.polled(result);
  }

  /** The body has come to `first` while it was polled. */
  private polled(first: unknown): unknown {
    let result: unknown;
    try {
      result = this.after(first);
    } catch (error) {
      this.release();
      throw error;
    }
    // Somebody may have asked for more while the body ran.
    if (result === done || (result !== waiting && this.first !== undefined)) this.release();
    return result;
  }

  // ------------------------------------------------------------------ the body

  /** Runs the body to its next item, to where it waits, or to its end. */
  private advance(): unknown {
    this.phase = Phase.Running;
    return this.after(call(this.code.body, this.frame.self, this.frame));
  }

  /** The body has run, and has come to `result`. */
  private after(first: unknown): unknown {
    const { frame } = this;
    for (let result = first; ; result = call(this.code.body, frame.self, frame)) {
      this.phase = Phase.Running;
      if (result === waiting || result === done) return result;
      if (this.raw) this.raw = false;
      else {
        const operand = this.isPublic ? result : adoptable(result);
        if (operand !== done) {
          // `yield x` awaits x (AsyncGeneratorYield).
          this.phase = Phase.Operand;
          try {
            subscribe(operand, frame);
          } catch (error) {
            frame.value = error;
            frame.failed = true;
            continue;
          }
          door.awaited = door.frame = frame;
          return pending;
        }
      }
      this.phase = Phase.Yield;
      return result;
    }
  }

  /** What the body awaited has settled. Called by the trampoline, through the body's method. */
  goOn(): unknown {
    const { frame } = this;
    if (!frame.failed) {
      if (this.phase === Phase.Operand) {
        this.phase = Phase.Yield;
        const item = frame.value;
        frame.value = undefined;
        return item;
      }
      if (this.phase === Phase.Leaving) this.leaving = true;
    }
    return this.advance();
  }

  /** The body gave an item, or has ended. Called by the trampoline too, before it passes on what there is. */
  release(): void {
    if (this.phase === Phase.Yield) this.frame.caller = this.frame.handle = undefined;
    else this.end();
    // Requests that came while a loop polled. Those of a public drive are served when its own is settled.
    if (!this.isPublic && this.first !== undefined) this.serve();
  }

  private end(): void {
    this.phase = Phase.Ended;
    this.abandon();
  }

  /** Gives the frame back. */
  abandon(): void {
    this.frame.pool = this.pool;
    this.pool.release(this.frame);
  }

  // ------------------------------------------------------------------ public

  request(kind: number, value: unknown): Promise<unknown> {
    const request: Request = { kind, value, future: PooledFuture.open(this.method), next: undefined };
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
      if (result === waiting) return;
      this.release();
      this.complete(result, threw);
    }
  }

  private enter(value: unknown, failed: boolean): unknown {
    this.frame.value = value;
    this.frame.failed = failed;
    return this.advance();
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
    this.first = next;
    if (next === undefined) this.last = undefined;
    if (threw) future.settle(result, true);
    else if (result !== done) future.settle({ value: result, done: false }, false);
    else {
      const value = this.result;
      this.result = undefined;
      future.settle({ value, done: true }, false);
    }
  }

  /** The body came to something after it had waited for a public request. */
  settle(result: unknown, threw: boolean): void {
    this.complete(result, threw);
    this.serve();
  }
}

/** What must be awaited of the operand of a `yield`; `done` if the operand is its own value. */
function adoptable(value: unknown): unknown {
  if (!isObject(value)) return done;
  if (value instanceof Promise) return value;
  try {
    const { then } = value as { then?: unknown };
    return typeof then === 'function' ? new Adoption(value, then) : done;
  } catch (error) {
    return Promise.reject(error);
  }
}
