/** What `util.inspect` and `console.log` show of futures: `PooledFuture(Reader.next) { <pending> }`. */

import type { Method } from './method';

type Inspect = (depth: number, options: object, inspect: (value: unknown, options: object) => string) => string;

/** The future of which Node has asked for its way to be shown, and is about to read `constructor`. */
let asked: unknown;
/** The future that is shown as the engine sees it. */
let shown: unknown;

export function titleOf(method: Method | undefined): string {
  return method === undefined ? 'PooledFuture' : `PooledFuture(${method.label})`;
}

/** @param disposed what disposed futures inherit from, and where every other look at them is an error */
export function makeInspectable(prototype: object, disposed: object, methodOf: (future: object) => Method | undefined): void {
  Object.defineProperty(prototype, Symbol.for('nodejs.util.inspect.custom'), {
    configurable: true,
    // Node reads this, then `constructor`, and then calls it.
    get(this: object): Inspect | undefined {
      if (shown === this) return undefined;
      asked = this;
      return (_depth, options, inspect) => {
        asked = undefined;
        const title = titleOf(methodOf(this));
        if (Object.getPrototypeOf(this) === disposed) return `${title} { <disposed> }`;
        const before = shown;
        shown = this;
        try {
          return inspect(this, options).replace(/^Promise/, title);
        } finally {
          shown = before;
        }
      };
    },
  });
  const { get: touched } = Object.getOwnPropertyDescriptor(disposed, 'constructor')!;
  Object.defineProperty(disposed, 'constructor', {
    get(this: object): unknown {
      return asked === this ? Promise : Reflect.apply(touched!, this, []);
    },
  });
}
