/**
 * The calling convention between compiled caller and compiled callee (DESIGN section 3).
 *
 *   poll(...) returns the value       ready
 *             throws                  ready, with an error
 *             returns `pending`       has to wait; `door.awaited` is what it waits for, and the caller now owns that
 */
import { PooledFuture } from './future';
import type { Pool } from './pool';
import { once } from './shared';

/** What a poll returns when its value is not there yet. A unique symbol: no user value can be taken for it. */
export const pending: symbol = once('pending', () => Symbol('boxless.pending'));

export interface Door {
  /**
   * How many activations deep compiled code has gone on eagerly on this stack, where native code would have left it. Calls
   * on the spot are polled while it is below 200 (written into the emitted code, so part of the ABI; far below what any
   * stack holds, far above what is common). Deeper, a call is made publicly, which suspends once and unwinds the stack.
   *
   * A number compared by `<`: V8 takes 1.3 ns a site for the same test on a boolean or a 0 | 1 field (measured).
   */
  depth: number;
  /** The side channel: what the method that returned `pending` last waits for. Valid until the next poll. */
  awaited: unknown;
  /** The pool given by the caller for this stretch of work (`withPool`): frames come from it. */
  arena: Pool | undefined;
}

export const door: Door = once('door', () => ({ depth: 0, awaited: undefined, arena: undefined }));

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
  if (poll !== undefined && value instanceof PooledFuture) value.markOnTheSpot(self, poll);
  door.awaited = value;
  return pending;
}

/**
 * `await f(...)` with `eager: 'values'`: the result of a call that is not thenable is ready; but a public call yields at its
 * first await all the same.
 */
export function awaitEager(value: unknown, self?: unknown, poll?: unknown): unknown {
  if (door.depth >= LIMIT) return awaitValue(value, self, poll);
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value;
  const then = (value as { then?: unknown }).then;
  if (typeof then !== 'function') return value;
  return awaitValue(value, self, poll);
}

/** From its second await on an activation is deeper than the native stack would be: count it. Returns the depth to restore. */
export function deepen(): number {
  return door.depth++;
}

/** The activation that counted to `depth` ends, or its `catch` goes on. Negative: it never counted. */
export function leave(depth: number): void {
  if (depth >= 0) door.depth = depth;
}
