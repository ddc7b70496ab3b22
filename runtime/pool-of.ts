import { POLL, poolsOf, type Method } from './method';
import { coolDown, Pool } from './pool';

/** Frames of one instance, summed over its trait methods, or of one pool. */
export interface PoolCounts {
  /**
   * calls in flight that have suspended, and streams that have not ended. One that is dropped in the middle is counted for ever:
   * to hear of it would cost each stream an entry in a FinalizationRegistry, so that is done in checked mode alone.
   */
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
  const add = (from: Pool | undefined): void => {
    for (let pool = from; pool !== undefined; pool = pool.sibling) pools.add(pool);
  };
  const addMethod = (value: unknown, isWhole: boolean): void => {
    const method = typeof value === 'function' ? (value as { [POLL]?: Method })[POLL] : undefined;
    add(method?.pools?.get(owner));
    // Calls without a receiver have a pool that hangs on the function.
    if (isWhole) add(method?.pools?.get(method));
  };
  // Methods with `scope: 'class'` have their pool on the prototype that holds them.
  const addChain = (from: object | null): void => {
    for (let at = from; at !== null; at = Object.getPrototypeOf(at) as object | null) {
      add(poolsOf.get(at));
      for (const { value } of Object.values(Object.getOwnPropertyDescriptors(at))) addMethod(value, at === owner);
    }
  };
  if (owner instanceof Pool) pools.add(owner);
  coolDown();
  addChain(owner);
  addMethod(owner, true);
  if (typeof owner === 'function') addChain((owner as { prototype?: object }).prototype ?? null);
  for (const pool of pools) {
    counts.live += pool.live;
    counts.idle += pool.idleCount;
    counts.created += pool.created;
    counts.reused += pool.reused;
    counts.exhausted += pool.exhausted;
  }
  return counts;
}
