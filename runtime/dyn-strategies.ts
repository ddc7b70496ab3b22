/**
 * Where the frames of a wrapper's calls come from, if not from the implementation:
 *
 *   DynKv.inline(n).from(impl)       n frames that the wrapper holds: what a call waits for is passed on through one of them, so
 *                                    the wrapper hears of its end and can refuse the call that is one too many
 *   DynKv.from(impl, { pool })       a pool of the caller's, for the call and all that it calls: `withPool` around each
 *
 * Both have vtables of their own, whose functions are called on an object that holds the implementation and its vtable. They are
 * the same for all classes.
 */
import { door, pending } from './door';
import type { VTable } from './dyn-shims';
import { InlineFullError } from './errors';
import { FORWARD, Frame, wait } from './frame';
import { POLL, publicSymbol, type AnyFunction, type Method } from './method';
import { Pool } from './pool';

/** The implementation with its vtable, and the room. */
export class Room extends Pool {
  /** Calls that have been made and have not suspended yet; `live` counts those that have. */
  private running = 0;

  constructor(
    readonly inner: object,
    readonly table: VTable,
    private readonly calls: number,
  ) {
    super(calls);
    for (; this.created < calls; this.created++, this.idleCount++) {
      const frame = new Frame();
      frame.pool = this;
      frame.next = this.idle;
      this.idle = frame;
    }
  }

  /** @throws {InlineFullError} while as many calls are in flight as there is room for */
  enter(method: Method): void {
    if (this.live + this.running >= this.calls) {
      this.exhausted++;
      const calls = this.calls === 1 ? 'a call is' : `${this.calls} calls are`;
      throw new InlineFullError(`${method.label} was called while ${calls} in flight, and its wrapper has room for no more. Await it first, or make more room: inline(${this.calls + 1}).`);
    }
    this.running++;
  }

  leave(): void {
    this.running--;
  }

  /** The call has suspended: its caller waits for a frame of this room. */
  keep(method: Method): symbol {
    return wait(this.acquire(method), FORWARD);
  }
}

export function inlineEntry(name: PropertyKey, prototype: object): AnyFunction {
  const method = (prototype as Record<symbol, { [POLL]: Method }>)[publicSymbol(name)]![POLL];
  // What is given is passed on and nothing else done with it: then V8 makes no array of it.
  return function (...args) {
    const room = this as Room;
    room.enter(method);
    let result: unknown;
    try {
      result = room.table[name as string]!.call(room.inner, ...args);
    } finally {
      room.leave();
    }
    return result === pending ? room.keep(method) : result;
  };
}

/** The implementation with its vtable, and the pool. */
export interface Supplied {
  readonly inner: object;
  readonly table: VTable;
  readonly pool: Pool;
}

export function suppliedEntry(name: PropertyKey): AnyFunction {
  return function (...args) {
    const { inner, table, pool } = this as Supplied;
    const before = door.arena;
    door.arena = pool;
    try {
      return table[name as string]!.call(inner, ...args);
    } finally {
      door.arena = before;
    }
  };
}
