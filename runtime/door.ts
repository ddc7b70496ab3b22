/**
 * The calling convention between compiled caller and compiled callee (DESIGN section 3).
 *
 *   poll(...) returns the value       ready
 *             throws                  ready, with an error
 *             returns `pending`       has to wait; `door.awaited` is what it waits for, and the caller now owns that
 */
import { once } from './shared';

/** What a poll returns when its value is not there yet. A unique symbol: no user value can be taken for it. */
export const pending: symbol = once('pending', () => Symbol('boxless.pending'));

export interface Door {
  /**
   * 0: calls on the spot may be polled. 1: not during the first segment of a public call, which must behave exactly as a native
   * async method until it first yields; and no in too great a depth, where a call is made publicly to unwind the stack.
   * A number, because V8 tests a boolean field it knows nothing about in 1.7 ns and compares a small integer in none.
   */
  closed: 0 | 1;
  /** How many activations deep compiled code has gone on eagerly on this stack, where native code would have left it. */
  depth: number;
  /** The side channel: what the method that returned `pending` last waits for. Valid until the next poll. */
  awaited: unknown;
}

export const door: Door = once('door', () => ({ closed: 0, depth: 0, awaited: undefined }));

/** The depth at which the door closes: far below what any stack holds, far above what is common. */
const LIMIT = 200;

/** `await v` for anything that is not a trait method called on the spot: it always takes its tick. */
export function awaitValue(value: unknown): symbol {
  door.awaited = value;
  return pending;
}

/** `await f(...)` with `eager: 'values'`: the result of a call that is not thenable is ready. */
export function awaitEager(value: unknown): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value;
  const then = (value as { then?: unknown }).then;
  if (typeof then !== 'function') return value;
  door.awaited = value;
  return pending;
}

/** From its second await on an activation is deeper than the native stack would be: count it. Returns the depth to restore. */
export function deepen(): number {
  const depth = door.depth++;
  if (depth >= LIMIT) door.closed = 1;
  return depth;
}

/** The activation that counted to `depth` ends, or its `catch` goes on. Negative: it never counted. */
export function leave(depth: number): void {
  if (depth >= 0) restore(depth);
}

function restore(depth: number): void {
  door.depth = depth;
  // Only the depth had closed it: during the first segment of a public call nothing has been counted yet.
  if (depth < LIMIT) door.closed = 0;
}
