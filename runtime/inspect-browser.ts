/** In place of inspect.ts in bundles for browsers: they show a future as the promise it is. */

import type { Method } from './method';

export function titleOf(_method: Method | undefined): string {
  return 'PooledFuture';
}

export function makeInspectable(_prototype: object, _disposed: object, _methodOf: (future: object) => Method | undefined): void {}
