/** `await using` in compiled code: the resources of one block, and disposing of them with awaits in between. */

interface Resource {
  readonly value: unknown;
  /** Undefined for `await using x = null`, which only takes its tick. */
  readonly method: ((this: unknown) => unknown) | undefined;
  readonly isAsync: boolean;
}

/**
 * The resources of one block:
 *
 *   const $u1 = new Disposer();
 *   try { const x = $u1.use(open(), true); ... }
 *   catch (e) { $u1.fail(e); }
 *   finally { const waits = $u1.dispose(); if (waits) await waits; }
 *
 * Order, errors and ticks are those of TypeScript's helpers (`__disposeResources`), which follow DisposeResources of
 * ECMAScript Explicit Resource Management: so a program does the same with and without us.
 */
export class Disposer {
  private readonly resources: Resource[] = [];
  private error: unknown = undefined;
  private failed = false;
  /** Only `await using x = null` so far: its one tick is still to come. */
  private owesTick = false;
  private hasAwaited = false;

  /** `using x = value`, or with `isAsync` `await using x = value`. */
  use<T>(value: T, isAsync: boolean): T {
    const isNothing = value === undefined || value === null;
    if (!isNothing && typeof value !== 'object' && typeof value !== 'function') throw new TypeError('Object expected.');
    if (!isNothing || isAsync) this.resources.push({ value, method: isNothing ? undefined : methodOf(value, isAsync), isAsync });
    return value;
  }

  /** The block, or disposing of something, threw. */
  fail(error: unknown): void {
    this.error = this.failed ? suppress(error, this.error) : error;
    this.failed = true;
  }

  /** Disposes of everything, the last one first. Returns what has to be awaited, if anything; throws what the block ends with. */
  dispose(): Promise<void> | undefined {
    const next = (): Promise<void> | undefined => this.dispose();
    for (let resource; (resource = this.resources.pop()) !== undefined; ) {
      const { value, method, isAsync } = resource;
      if (!isAsync && this.owesTick && !this.hasAwaited) {
        this.owesTick = false;
        this.resources.push(resource);
        return Promise.resolve().then(next);
      }
      if (method === undefined) {
        this.owesTick = true;
        continue;
      }
      try {
        const result = method.call(value);
        if (!isAsync) continue;
        this.hasAwaited = true;
        return Promise.resolve(result).then(next, (error: unknown) => {
          this.fail(error);
          return this.dispose();
        });
      } catch (error) {
        this.fail(error);
      }
    }
    if (this.owesTick && !this.hasAwaited) return this.failed ? Promise.reject(this.error) : Promise.resolve();
    if (this.failed) throw this.error;
    return undefined;
  }
}

function methodOf(value: object, isAsync: boolean): (this: unknown) => unknown {
  const read = (symbol: symbol | undefined): unknown => (symbol === undefined ? undefined : (value as Record<symbol, unknown>)[symbol]);
  const asynchronous = isAsync ? read((Symbol as { asyncDispose?: symbol }).asyncDispose) : undefined;
  const method = asynchronous ?? read((Symbol as { dispose?: symbol }).dispose);
  if (typeof method !== 'function') throw new TypeError('Object not disposable.');
  if (!isAsync || method === asynchronous) return method as () => unknown;
  // A synchronous method is not awaited for what it returns.
  return function (this: unknown) {
    try {
      Reflect.apply(method, this, []);
    } catch (error) {
      return Promise.reject(error);
    }
    return undefined;
  };
}

type SuppressedErrorClass = new (error: unknown, suppressed: unknown, message: string) => Error;

function suppress(error: unknown, suppressed: unknown): unknown {
  const text = 'An error was suppressed during disposal.';
  const { SuppressedError: Known } = globalThis as { SuppressedError?: SuppressedErrorClass };
  if (Known !== undefined) return new Known(error, suppressed, text);
  const made = new Error(text);
  made.name = 'SuppressedError';
  return Object.assign(made, { error, suppressed });
}
