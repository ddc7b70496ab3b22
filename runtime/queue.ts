/** Frames that are to be resumed in a microtask, and never on the stack of whoever caused it. */
import { notice, runWithoutStore } from './context';
import { run, type Frame } from './frame';
import { nativeThen, settled } from './shared';

/** Linked by `next`, in the order in which they became ready. */
const ready = { first: undefined as Frame | undefined, last: undefined as Frame | undefined, scheduled: false };

export function enqueue(frame: Frame, value: unknown, failed: boolean): void {
  frame.value = value;
  frame.failed = failed;
  frame.next = undefined;
  if (ready.first === undefined) ready.first = frame;
  else ready.last!.next = frame;
  ready.last = frame;
  if (ready.scheduled) return;
  // Marked afterwards: where the stack is exhausted this throws, and the next one has to try again.
  notice(nativeThen(settled, drain));
  ready.scheduled = true;
}

/**
 * Resumes everything that is ready, in order; what becomes ready meanwhile too. One microtask, however many completions.
 * What a cancellation takes from a promise has lost its store, which the engine kept; what has a scope of its own goes into that.
 */
function drain(): void {
  runWithoutStore(drainAll);
}

function drainAll(): void {
  for (let frame = ready.first; frame !== undefined; frame = ready.first) {
    ready.first = frame.next;
    frame.next = undefined;
    run(frame, frame.value, frame.failed);
  }
  ready.last = undefined;
  ready.scheduled = false;
}
