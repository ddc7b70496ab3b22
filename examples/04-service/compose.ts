import { Backend } from './backend.js';
import { Cache, ConcurrencyLimit, Journal, Logging, Retry, Timeout } from './layers.js';
import { DynService, type WebService } from './service.js';

export interface Stack {
  readonly service: WebService;
  readonly backend: Backend;
  readonly journal: Journal;
  readonly limit: ConcurrencyLimit<unknown, unknown>;
}

export const LIMIT = 4;
export const QUEUE = 8;
const TIMEOUT_MS = 500;
const ATTEMPTS = 3;
const KEPT = 1_000;

/** One type of layer in the next, as the compiler sees it: each call site knows the class behind it. */
export function composeStatically(): Stack {
  const backend = new Backend();
  const journal = new Journal();
  const limit = new ConcurrencyLimit(new Timeout(new Retry(backend, ATTEMPTS), TIMEOUT_MS), LIMIT, QUEUE);
  return { service: new Logging(new Cache(limit, KEPT), journal), backend, journal, limit: limit as never };
}

export type LayerName = 'log' | 'cache' | 'limit' | 'timeout' | 'retry';

/** From names, as a configuration file would say it: whatever is inside a layer is behind a dyn wrapper. */
export function composeFrom(names: readonly LayerName[]): Stack {
  const backend = new Backend();
  const journal = new Journal();
  let limit: ConcurrencyLimit<unknown, unknown> | undefined;
  let service = DynService.from(backend);
  for (const name of names.toReversed()) service = DynService.from(layer(name, service));
  return { service, backend, journal, limit: limit! };

  function layer(name: LayerName, inner: WebService): WebService {
    switch (name) {
      case 'log': return new Logging(inner, journal);
      case 'cache': return new Cache(inner, KEPT);
      case 'timeout': return new Timeout(inner, TIMEOUT_MS);
      case 'retry': return new Retry(inner, ATTEMPTS);
      case 'limit': {
        const made = new ConcurrencyLimit(inner, LIMIT, QUEUE);
        limit = made as never;
        return made;
      }
    }
  }
}

export const ALL: readonly LayerName[] = ['log', 'cache', 'limit', 'timeout', 'retry'];
