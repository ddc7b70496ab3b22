/** A pool given by the caller for a stretch of work, as Rust and Swift hand allocators down. */
import { door } from './door';
import { OptionError } from './errors';
import type { Frame } from './frame';
import { poolsOf, type Method } from './method';
import { MAX_IDLE, Pool } from './pool';

class Arena extends Pool {
  override readonly arena: Pool = this;

  override release(frame: Frame): void {
    super.release(frame);
    // A method may be a closure: what it has captured goes when the call does.
    frame.method = undefined as unknown as Method;
  }
}

/**
 * A pool of frames that belongs to no instance: an arena. Frames of all methods share it. A kept frame takes 280 bytes, 505
 * when it has waited for a promise; drop the pool, and they are gone.
 *
 * @example
 * const pool = new FramePool({ max: 64 });
 * withPool(pool, () => server.handle(request));
 * poolOf(pool) // { live, idle, created, reused, exhausted }
 */
export class FramePool {
  /** Frames kept idle. With more calls in flight the pool grows, counts them as `exhausted`, and lets their frames go afterwards. */
  readonly max: number;

  /** @throws {OptionError} if `max` is no whole number of at least 1 */
  constructor({ max = MAX_IDLE }: { max?: number } = {}) {
    if (!Number.isInteger(max) || max < 1) throw new OptionError(`The option 'max' of a FramePool cannot be ${String(max)}. Give a whole number of at least 1.`);
    this.max = max;
    poolsOf.set(this, new Arena(max));
  }
}

/**
 * Runs `work` with `pool`: the frames of calls that first suspend while it runs, and of the calls those make after they have
 * been resumed, come from `pool` and go back to it. What `work` returns is returned.
 *
 * The stretch ends when `work` returns: behind the first `await` of an async `work` that is not compiled, calls take their
 * frames from their instances again. A trait method called in the stretch stays in it to its end.
 *
 * Costs nothing besides two assignments.
 *
 * @throws {OptionError} if `pool` is no FramePool
 */
export function withPool<T>(pool: FramePool, work: () => T): T {
  const arena = arenaOf(pool);
  if (arena === undefined) throw new OptionError('withPool takes a FramePool and a function. Make the pool by new FramePool({ max }).');
  const before = door.arena;
  door.arena = arena;
  try {
    return work();
  } finally {
    door.arena = before;
  }
}

/** The frames of a FramePool; undefined for anything else. */
export function arenaOf(pool: unknown): Pool | undefined {
  const arena = pool instanceof FramePool ? poolsOf.get(pool) : undefined;
  return arena instanceof Arena ? arena : undefined;
}
