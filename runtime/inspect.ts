/** What `util.inspect` and `console.log` show of futures: `PooledFuture(Reader.next) { <pending> }`. */

import type { Method } from './method';
import { define } from './shared';

type Inspect = (value: unknown, options: object) => string;

/** The future that is being inspected, and then shown as the engine sees it. */
let inspected: unknown;

export function titleOf(method: Method | undefined): string {
  return method === undefined ? 'PooledFuture' : `PooledFuture(${method.label})`;
}

/** @param disposed what disposed futures inherit from, and where every other look at them is an error */
export function makeInspectable(prototype: object, disposed: object, methodOf: (future: object) => Method | undefined): void {
  const key = Symbol.for('nodejs.util.inspect.custom');
  const value = function (this: object, _depth: number, options: object, inspect: Inspect): unknown {
    if (inspected === this) return this;
    const before = inspected;
    inspected = this;
    try {
      return inspect(this, options).replace(/^Promise/, titleOf(methodOf(this)));
    } finally {
      inspected = before;
    }
  };
  define(prototype, key, value);
  const { get: touched } = Object.getOwnPropertyDescriptor(disposed, 'constructor')!;
  Object.defineProperty(disposed, 'constructor', {
    get(this: object): unknown {
      return inspected === this ? Promise : Reflect.apply(touched!, this, []);
    },
  });
  // Node reads this, then `constructor`, and then calls it.
  Object.defineProperty(disposed, key, {
    get(this: object): () => string {
      inspected = this;
      return () => {
        inspected = undefined;
        return `${titleOf(methodOf(this))} { <disposed> }`;
      };
    },
  });
}
