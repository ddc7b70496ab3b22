import { POLL, type Method } from './method';

/** Frames of one instance, summed over its trait methods. */
export interface PoolCounts {
  /** calls in flight that have suspended */
  live: number;
  /** frames waiting for their next call */
  idle: number;
  /** frames ever allocated: the most calls that were in flight at once, while the pool only grows */
  created: number;
  /** suspensions of a call that needed no allocation */
  reused: number;
  /** calls refused or delayed because the pool was full */
  exhausted: number;
}

/**
 * The state of an instance's pools. Costs a walk over the instance's methods; meant for tests and monitoring.
 *
 * @example
 * poolOf(cursor) // { live: 0, idle: 1, created: 1, reused: 999999, exhausted: 0 }
 */
export function poolOf(instance: object): PoolCounts {
  const counts: PoolCounts = { live: 0, idle: 0, created: 0, reused: 0, exhausted: 0 };
  const seen = new Set<unknown>();
  for (let owner: object | null = instance; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
    for (const key of Reflect.ownKeys(owner)) {
      const value: unknown = Object.getOwnPropertyDescriptor(owner, key)?.value;
      const method = typeof value === 'function' ? (value as { [POLL]?: Method })[POLL] : undefined;
      if (method === undefined || seen.has(method)) continue;
      seen.add(method);
      const pool = method.existingPool(instance);
      if (pool === undefined) continue;
      counts.live += pool.live;
      counts.idle += pool.idleCount;
      counts.created += pool.created;
      counts.reused += pool.reused;
      counts.exhausted += pool.exhausted;
    }
  }
  return counts;
}
