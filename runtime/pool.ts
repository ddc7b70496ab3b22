/** Pools: where frames come from, and where they go when their calls end. */
import { door } from './door';
import { clearWide, Frame } from './frame';
import type { Method } from './method';

/** Frames kept idle per pool; more than that many calls in flight at once are rare, and their frames are let go. */
export const MAX_IDLE = 1024;

/** Where a frame goes when its call has ended. */
export interface Home {
  /** The pool from which the calls of a resumed call take their frames too: see `withPool`. */
  readonly arena: Pool | undefined;
  /** Nothing happens at a release but what `Pool` does: then the frame may be kept warm before. */
  readonly isPlain: boolean;
  release(frame: Frame): void;
}

export class Pool implements Home {
  idle: Frame | undefined = undefined;
  idleCount = 0;
  live = 0;
  created = 0;
  reused = 0;
  exhausted = 0;
  /** The pool of another method on the same receiver. */
  sibling: Pool | undefined = undefined;
  readonly arena: Pool | undefined = undefined;
  readonly isPlain: boolean;

  constructor(
    /** Frames kept idle. With more calls in flight the pool grows, and lets the frames above it go afterwards. */
    readonly max: number,
    /** Whose frames they are; undefined where many methods share a pool. */
    readonly method?: Method,
  ) {
    this.isPlain = method !== undefined;
  }

  acquire(method: Method): Frame {
    let frame = this.idle;
    if (frame === undefined) {
      frame = new Frame();
      frame.pool = this;
      this.created++;
      if (this.live >= this.max) this.exhausted++;
    } else {
      this.idle = frame.next;
      this.idleCount--;
      this.reused++;
      frame.next = undefined;
    }
    this.live++;
    frame = method.replace?.(this) ?? frame;
    frame.method = method;
    return frame;
  }

  /** Takes the frame back, emptied: it keeps nothing of its call alive. */
  release(frame: Frame): void {
    frame.state = 0;
    frame.self = frame.caller = frame.handle = frame.value = frame.awaited = undefined;
    frame.failed = frame.shielded = false;
    if (frame.isRare) this.end(frame);
    frame.s0 = frame.s1 = frame.s2 = frame.s3 = undefined;
    if (frame.isWide) {
      frame.isWide = false;
      clearWide(frame);
    }
    this.live--;
    if (this.idleCount >= this.max) return;
    frame.next = this.idle;
    this.idle = frame;
    this.idleCount++;
  }

  private end(frame: Frame): void {
    frame.isRare = frame.delivered = false;
    frame.cancellation = frame.scope = undefined;
    const { atEnd } = frame;
    frame.atEnd = undefined;
    atEnd?.();
  }
}

/**
 * Frames whose calls have ended in this turn of the trampoline, the first first. A chain of calls that has been resumed is usually called
 * again at once, by the loop at its top, and suspends again from its leaf upwards, in the order in which its frames came free:
 *
 *     resumed    leaf, filter, concat; the loop goes on
 *     suspends   leaf, filter, concat
 *
 * So each finds its own frame at the head, with receiver, method and pool still in it, and not through the WeakMap of pools: 10 of
 * the 58 ns that a level takes else (`npm run bench`). Emptied at the end of each turn, so that no frame keeps its receiver longer,
 * and before anything else looks at a pool, so that its counts are right.
 */
const warm = { first: undefined as Frame | undefined, last: undefined as Frame | undefined };

/** The call of `frame` has ended. Its pool gets it at the end of the turn, if nobody takes it before. */
export function keepWarm(frame: Frame): void {
  frame.caller = frame.handle = undefined;
  if (warm.first === undefined) warm.first = frame;
  else warm.last!.next = frame;
  warm.last = frame;
}

/** The warm frame of `method` on `self`, if it is the next. Otherwise all go to their pools. */
export function takeWarm(self: unknown, method: Method): Frame | undefined {
  const frame = warm.first;
  if (frame !== undefined && frame.self === self && frame.method === method && door.arena === undefined) {
    warm.first = frame.next;
    frame.next = undefined;
    (frame.pool as Pool).reused++;
    return frame;
  }
  coolDown();
  return undefined;
}

/** Gives the warm frames to their pools. */
export function coolDown(): void {
  for (let frame = warm.first; frame !== undefined; frame = warm.first) {
    warm.first = frame.next;
    frame.next = undefined;
    frame.pool!.release(frame);
  }
  warm.last = undefined;
}
