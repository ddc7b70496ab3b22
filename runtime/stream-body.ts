/**
 * The body of a stream: a compiled method whose frame belongs to the stream until it ends. It stops where it waits (`pending`), at a
 * `yield` (the item) and at its end (`done`).
 */
import { Adoption } from './adoption';
import { door, pending } from './door';
import type { Frame } from './frame';
import type { Method } from './method';
import type { Home, Pool } from './pool';
import { callWith, isObject, once } from './shared';
import { subscribe } from './subscribe';

/** What a poll gives when the stream has ended. */
export const done: symbol = once('done', () => Symbol('boxless.done'));

/** Constants that are written out where they stand: a module's variable costs a load and a check each time, some 20 an item. */
export const enum Phase {
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

/**
 * What runs the body of a method's streams. `body` is a property of the object's prototype, so that V8 sees in the shape of
 * the object which function it is, and puts that into the loop that polls: 13 ns an item in place of 19.
 */
export interface Code {
  body(this: unknown, frame: Frame, depth: number): unknown;
}

export abstract class StreamBody implements Home {
  phase: Phase = Phase.Start;
  readonly isPlain = false;
  /** The next resumption leaves the body, as by a `return` at its `yield`. */
  leaving = false;
  /** Somebody has something to say to the body at its `yield`. Loops never have, so this is all that is looked at for their items. */
  isTold = false;
  /** The item comes from a `yield *`: it is not awaited. */
  raw = false;
  /** What the body returned. */
  result: unknown = undefined;
  /** Somebody's request drives the body, and no loop. */
  protected isPublic = false;
  private readonly pool: Home;
  protected readonly method: Method;

  constructor(
    protected readonly frame: Frame,
    protected readonly code: Code,
  ) {
    this.pool = frame.pool!;
    this.method = frame.method;
    frame.pool = this;
  }

  get arena(): Pool | undefined {
    return this.pool.arena;
  }

  /** The body gave an item, or has ended. Called by the trampoline too, before it passes on what there is. */
  abstract release(): void;

  /** Runs the body to its next item, to where it waits, or to its end. What it has to be told is in its frame. */
  protected advance(depth: number): unknown {
    this.phase = Phase.Running;
    this.isTold = true;
    return this.after(callWith(this.code.body, this.frame.self, this.frame, depth), depth);
  }

  /** The body has run, and has come to `result`. */
  protected after(first: unknown, depth: number): unknown {
    const { frame } = this;
    for (let result = first; ; result = callWith(this.code.body, frame.self, frame, depth)) {
      this.phase = Phase.Running;
      if (result === pending || result === done) return result;
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
            frame.failed = this.isTold = true;
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
    return this.advance(0);
  }

  protected end(): void {
    this.phase = Phase.Ended;
    this.abandon();
  }

  /** Gives the frame back. */
  abandon(): void {
    this.frame.pool = this.pool;
    this.pool.release(this.frame);
  }
}

/** What must be awaited of the operand of a `yield`; `done` if the operand is its own value. */
function adoptable(value: unknown): unknown {
  if (!isObject(value)) return done;
  try {
    const { then } = value as { then?: unknown };
    if (typeof then !== 'function') return done;
    // Not before: it asks a Proxy for its prototype.
    return value instanceof Promise ? value : new Adoption(value, then);
  } catch (error) {
    return Promise.reject(error);
  }
}
