/**
 * Cancelling a call: the suspended method goes on as if its `await` were a `return`. Its `finally` blocks run, its `catch`
 * blocks do not, and whoever waits for the call gets an AbortError.
 *
 *   future.cancel()      call -> frame -> frame -> leaf       every frame on the way down is marked, the leaf lets go
 *                                                  leaf       its frame is resumed in a microtask, with `cancelled` thrown
 *                                        frame <---- ends     a marked frame gets `cancelled`, whatever the callee came to
 */
import { AbortError } from './errors';
import { Frame } from './frame';
import { PooledFuture } from './future';
import { Leaf } from './leaf';
import { enqueue } from './queue';
import { once } from './shared';

/**
 * Thrown at the `await` of a cancelled method. No user code ever sees it: every `catch` around an await begins with
 * `caught(error)`, and a method that ends with it ends with the AbortError.
 */
export const cancelled: symbol = once('cancelled', () => Symbol('boxless.cancelled'));

/** The first thing in every `catch` around an await: a cancellation passes it by, as a `return` does. */
export function caught(error: unknown): void {
  if (error === cancelled) throw error;
}

/** One cancellation: of a call and of everything that call waits for on the spot. */
export class Cancellation {
  /**
   * What the waiter gets: an AbortError; or what a `finally` on the way out threw, which takes the place of the cancellation, as it
   * does of a `return`.
   */
  outcome: unknown;

  constructor(readonly reason: unknown) {
    this.outcome = new AbortError('The call was cancelled.', { cause: reason });
  }

  /** A marked method has thrown `error`: what its caller gets. */
  over(error: unknown): unknown {
    if (error !== cancelled) this.outcome = error;
    return this.outcome;
  }
}

/** Marks the call of `frame` and all it waits for on the spot. What is running takes notice when it suspends next. */
export function cancelFrame(frame: Frame, cancellation: Cancellation): void {
  if (mark(frame, cancellation)) interrupt(frame);
}

/** False where it is marked already: it is on its way out. */
function mark(frame: Frame, cancellation: Cancellation): boolean {
  if (frame.cancellation !== undefined) return false;
  frame.cancellation = cancellation;
  return (frame.isRare = true);
}

/** A marked frame does not wait any longer. Called also when it was marked while it ran, and now waits. */
export function interrupt(frame: Frame): void {
  // What cleans up takes notice at its next await outside of a `finally`.
  for (let leaf = frame; !leaf.delivered && !leaf.shielded; ) {
    const { awaited } = leaf;
    const cancellation = leaf.cancellation!;
    if (awaited instanceof Frame) {
      if (!mark(awaited, cancellation)) return;
      leaf = awaited;
      continue;
    }
    // It runs. A leaf that is complete already has its frames in the queue.
    if (awaited === undefined || (awaited instanceof Leaf && !awaited.detach(leaf, cancellation))) return;
    if (awaited instanceof PooledFuture && awaited.cancelOnTheSpot(cancellation)) return;
    leaf.forgetPromise();
    return enqueue(leaf, undefined, false);
  }
}
