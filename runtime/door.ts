/**
 * The calling convention between compiled caller and compiled callee (DESIGN section 3).
 *
 *   poll.call(o, depth, ...) returns the value       ready
 *                            throws                  ready, with an error
 *                            returns `pending`       has to wait; `door.awaited` is what it waits for, and the caller now owns that
 *
 * `depth` is how many activations deep compiled code has gone on eagerly on this stack, where native code would have left
 * it. A call on the spot is polled while it is below 200; deeper, the call is made publicly, which suspends once and unwinds
 * the stack. An argument and no field: it costs nothing measurable (V8 folds it where it inlines), while a field that is
 * counted up and down took 1.3 ns of the 4.6 ns of two levels of `next()`, and one that is only written before each poll
 * 0.3 ns. The first argument, since a caller does not know how many parameters the callee has.
 */
import type { Frame } from './frame';
import { PooledFuture } from './future';
import type { Pool } from './pool';
import { isObject, once } from './shared';

/** What a poll returns when its value is not there yet. A unique symbol: no user value can be taken for it. */
export const pending: symbol = once('pending', () => Symbol('boxless.pending'));

export interface Door {
  /** The depth of code that has no parameter for it: a running generator (see coroutine.ts), helpers of the runtime. */
  depth: number;
  /** The side channel: what the method that returned `pending` last waits for. Valid until the next poll. */
  awaited: unknown;
  /**
   * The last frame that was left in `awaited`. To compare them tells whether it still stands there; `instanceof` would walk the
   * prototypes of whatever else does, and ask a Proxy for its own: 3 of 51 ns a level (`npm run bench`).
   */
  frame: Frame | undefined;
  /** The pool given by the caller for this stretch of work (`withPool`): frames come from it. */
  arena: Pool | undefined;
}

export const door: Door = once('door', () => ({ depth: 0, awaited: undefined, frame: undefined, arena: undefined }));

/** Written into the emitted code, so part of the ABI; far below what any stack holds, far above what is common. */
export const LIMIT = 200;

/**
 * The depth during the first segment of a public call, which must behave exactly as a native async method until it first
 * yields: nothing is polled.
 */
export const PUBLIC_DEPTH = 1 << 20;

/**
 * `await v` for anything that is not a trait method called on the spot: it always takes its tick. If `v` came from such a
 * call all the same (`await self.m()` in a first segment, or too deep to be polled), a cancellation has to know.
 */
export function awaitValue(value: unknown, self?: unknown, poll?: unknown): symbol {
  if (poll !== undefined) PooledFuture.markOnTheSpot(value, self, poll);
  door.awaited = value;
  return pending;
}

/**
 * `await f(...)` with `eager: 'values'`: the result of a call that is not thenable is ready; but a public call yields at its
 * first await all the same.
 */
export function awaitEager(value: unknown, self?: unknown, poll?: unknown): unknown {
  if (door.depth >= LIMIT) return awaitValue(value, self, poll);
  if (!isObject(value)) return value;
  const then = (value as { then?: unknown }).then;
  if (typeof then !== 'function') return value;
  return awaitValue(value, self, poll);
}

/** Code that has no parameter for its depth begins. Returns the depth to give back to `leave`. */
export function deepen(depth: number): number {
  const outer = door.depth;
  door.depth = depth;
  return outer;
}

/** Such code ends, or stops for a while. */
export function leave(outer: number): void {
  door.depth = outer;
}
