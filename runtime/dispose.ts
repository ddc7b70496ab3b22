/** `await using` in compiled code: the resources of one block, and disposing of them with awaits in between. */

interface Resource {
  readonly value: unknown;
  /** Undefined for `await using x = null`, which only takes its tick. */
  readonly method: ((this: unknown) => unknown) | undefined;
  readonly isAsync: boolean;
}

/**
 * The steps of DisposeResources (ECMAScript Explicit Resource Management), cut where they await:
 *
 *   const $u1 = new Disposer();
 *   try { const x = $u1.use(open(), true); ... }
 *   catch (e) { $u1.fail(e); }
 *   finally { while ($u1.next()) try { await $u1.awaited } catch (e) { $u1.fail(e); } $u1.end(); }
 */
export class Disposer {
  private readonly resources: Resource[] = [];
  private error: unknown = undefined;
  private failed = false;
  private needsAwait = false;
  private hasAwaited = false;
  /** What has to be awaited now. */
  awaited: unknown = undefined;

  /** `using x = value`, or with `isAsync` `await using x = value`. */
  use<T>(value: T, isAsync: boolean): T {
    if (value === undefined || value === null) {
      if (isAsync) this.resources.push({ value, method: undefined, isAsync });
      return value;
    }
    if (typeof value !== 'object' && typeof value !== 'function') throw new TypeError('Object expected.');
    this.resources.push({ value, method: methodOf(value, isAsync), isAsync });
    return value;
  }

  /** The block, or disposing of something, threw. */
  fail(error: unknown): void {
    this.error = this.failed ? suppress(error, this.error) : error;
    this.failed = true;
  }

  /** Goes on until something has to be awaited, or nothing is left. */
  next(): boolean {
    for (;;) {
      const resource = this.resources.pop();
      if (resource?.isAsync && resource.method === undefined) {
        this.needsAwait = true;
        continue;
      }
      if (!resource?.isAsync && this.needsAwait && !this.hasAwaited) {
        if (resource !== undefined) this.resources.push(resource);
        this.needsAwait = false;
        this.awaited = undefined;
        return true;
      }
      if (resource === undefined) return false;
      try {
        this.awaited = resource.method!.call(resource.value);
      } catch (error) {
        this.fail(error);
        continue;
      }
      if (!resource.isAsync) continue;
      this.hasAwaited = true;
      return true;
    }
  }

  /** Throws what the block ends with. */
  end(): void {
    if (this.failed) throw this.error;
  }
}

function methodOf(value: object, isAsync: boolean): (this: unknown) => unknown {
  const read = (symbol: symbol | undefined): unknown => (symbol === undefined ? undefined : (value as Record<symbol, unknown>)[symbol]);
  const asynchronous = isAsync ? read((Symbol as { asyncDispose?: symbol }).asyncDispose) : undefined;
  const method = asynchronous ?? read((Symbol as { dispose?: symbol }).dispose);
  if (typeof method !== 'function') throw new TypeError('Object not disposable.');
  if (!isAsync || (asynchronous !== undefined && asynchronous !== null)) return method as () => unknown;
  // A synchronous method is not awaited for what it returns.
  return async function (this: unknown) { Reflect.apply(method, this, []); };
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
