/** Pools: where frames come from, and where they go when their calls end. */
import { Frame } from './frame';
import type { Method } from './method';

/** Frames kept idle per pool; more than that many calls in flight at once are rare, and their frames are let go. */
export const MAX_IDLE = 1024;

/** Where a frame goes when its call has ended. */
export interface Home {
  /** The pool from which the calls of a resumed call take their frames too: see `withPool`. */
  readonly arena: Pool | undefined;
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

  constructor(
    /** Frames kept idle. With more calls in flight the pool grows, and lets the frames above it go afterwards. */
    readonly max: number,
    /** Whose frames they are; undefined where many methods share a pool. */
    readonly method?: Method,
  ) {}

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
    if (method.replace !== undefined) frame = method.replace(this);
    frame.method = method;
    return frame;
  }

  /** Takes the frame back, emptied: it keeps nothing of its call alive. */
  release(frame: Frame): void {
    frame.state = 0;
    frame.self = frame.waiter = frame.value = frame.awaited = frame.cancellation = undefined;
    frame.failed = frame.delivered = frame.shielded = false;
    if (frame.atEnd !== undefined) {
      frame.atEnd();
      frame.atEnd = undefined;
    }
    frame.s0 = frame.s1 = frame.s2 = frame.s3 = undefined;
    if (frame.isWide) {
      frame.isWide = false;
      frame.s4 = frame.s5 = frame.s6 = frame.s7 = frame.s8 = frame.s9 = frame.s10 = frame.s11 = undefined;
      frame.rest = undefined;
    }
    this.live--;
    if (this.idleCount >= this.max) return;
    frame.next = this.idle;
    this.idle = frame;
    this.idleCount++;
  }
}
