/** What `util.inspect` and `console.log` show of futures: `PooledFuture(Reader.next) { <pending> }`. */

type Inspect = (value: unknown, options: object) => string;

/** The future that is being inspected, and then shown as the engine sees it. */
let inspected: unknown;

export function isInspected(future: object): boolean {
  return inspected === future;
}

/** @param disposed what disposed futures inherit from, and where every other look at them is an error */
export function makeInspectable(prototype: object, disposed: object, titleOf: (future: object) => string): void {
  const key = Symbol.for('nodejs.util.inspect.custom');
  const value = function (this: object, _depth: number, options: object, inspect: Inspect): unknown {
    if (inspected === this) return this;
    const before = inspected;
    inspected = this;
    try {
      return inspect(this, options).replace(/^Promise/, titleOf(this));
    } finally {
      inspected = before;
    }
  };
  Object.defineProperty(prototype, key, { value, writable: true, configurable: true });
  // Node reads this, then `constructor`, and then calls it.
  Object.defineProperty(disposed, key, {
    get(this: object): () => string {
      inspected = this;
      return () => {
        inspected = undefined;
        return `${titleOf(this)} { <disposed> }`;
      };
    },
  });
}
