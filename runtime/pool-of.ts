import { POLL, poolsOf, type Method } from './method';
import { Pool } from './pool';

/** Frames of one instance, summed over its trait methods, or of one pool. */
export interface PoolCounts {
  /** calls in flight that have suspended */
  live: number;
  /** frames waiting for their next call */
  idle: number;
  /** frames ever allocated: the most calls that were in flight at once, while the pool only grows */
  created: number;
  /** suspensions of a call that needed no allocation */
  reused: number;
  /** calls refused or delayed because the pool was full, or for which it grew above its `max` */
  exhausted: number;
}

/**
 * The state of the pools of an instance, its `#private` methods included; of the static methods of a class and of its
 * methods with `scope: 'class'`; of a trait function (called without a receiver); or of a `FramePool`. Meant for tests and
 * monitoring.
 *
 * @example
 * poolOf(cursor) // { live: 0, idle: 1, created: 1, reused: 999999, exhausted: 0 }
 */
export function poolOf(owner: object): PoolCounts {
  const counts: PoolCounts = { live: 0, idle: 0, created: 0, reused: 0, exhausted: 0 };
  const pools = new Set<Pool>();
  const add = (holder: object | undefined): void => {
    for (let pool = holder && poolsOf.get(holder); pool !== undefined; pool = pool.sibling) pools.add(pool);
  };
  // Methods with `scope: 'class'` have their pool on the prototype that holds them.
  const addChain = (from: unknown): void => {
    for (let at = from as object | null; at !== null; at = Object.getPrototypeOf(at) as object | null) add(at);
  };
  if (owner instanceof Pool) pools.add(owner);
  addChain(owner);
  if (typeof owner === 'function') {
    addChain((owner as { prototype?: object }).prototype ?? null);
    add(methodOf(owner));
  }
  for (const { value } of Object.values(Object.getOwnPropertyDescriptors(owner))) add(methodOf(value));
  for (const pool of pools) {
    counts.live += pool.live;
    counts.idle += pool.idleCount;
    counts.created += pool.created;
    counts.reused += pool.reused;
    counts.exhausted += pool.exhausted;
  }
  return counts;
}

/** Calls of a trait function without a receiver have a pool that hangs on the function. */
function methodOf(value: unknown): Method | undefined {
  return typeof value === 'function' ? (value as { [POLL]?: Method })[POLL] : undefined;
}
