/** What the types promise to people. Never run: types.test.ts checks that it compiles, and that each expected error is one. */
import { asyncTrait, PooledFuture, poolOf, join, race, Completer, AbortError, BoxlessError, OptionError, NotAsyncError, type PoolCounts } from 'boxless';

interface Cursor<T> {
  next(): Promise<T | null>;
}

export class Marked<T> implements Cursor<T> {
  @asyncTrait
  async next(): Promise<T | null> {
    return null;
  }
  @asyncTrait({ scheduling: 'microtask' })
  async withOptions(a: number, ...rest: string[]): Promise<number> {
    return a + rest.length;
  }
  @asyncTrait({ signal: 'last' })
  async withSignal(key: string, options: { signal?: AbortSignal } = {}): Promise<string> {
    return key + String(options.signal?.aborted);
  }
  @asyncTrait({})
  static async make<U>(): Promise<Marked<U>> {
    return new Marked<U>();
  }
  @asyncTrait
  async *items(from: number): AsyncGenerator<T, string, boolean> {
    if (yield* this.items(from)) return 'end';
    return 'other';
  }
  @asyncTrait
  protected async generic<U extends string>(u: U): Promise<U> {
    return u;
  }
}

@asyncTrait
export class Whole {
  async m(): Promise<void> {}
}

@asyncTrait({ scheduling: 'eager' })
export abstract class Abstract {
  abstract m(): Promise<void>;
}

export class Wrong {
  // @ts-expect-error not async: it returns no promise
  @asyncTrait
  sync(): number {
    return 1;
  }
  // @ts-expect-error a generator that is not async
  @asyncTrait
  *items(): Generator<number> {
    yield 1;
  }
  // @ts-expect-error no such option
  @asyncTrait({ schedulling: 'eager' })
  async misspelt(): Promise<void> {}
  // @ts-expect-error no such value
  @asyncTrait({ scheduling: 'sometimes' })
  async badValue(): Promise<void> {}
  // @ts-expect-error no such value
  @asyncTrait({ signal: true })
  async badSignal(): Promise<void> {}
  // @ts-expect-error a field is not a method
  @asyncTrait
  field = 1;
  // @ts-expect-error an accessor is not a method
  @asyncTrait
  get accessor(): number {
    return 1;
  }
}

// The public type stays what was written.
export const next: Promise<string | null> = new Marked<string>().next();
export const items: AsyncGenerator<string, string, boolean> = new Marked<string>().items(1);
export const made: Promise<Marked<number>> = Marked.make<number>();

export const future: PooledFuture<number> = new PooledFuture<number>((resolve) => resolve(1));
export const asPromise: Promise<number> = future;
export const counts: PoolCounts = poolOf(new Whole());
export const live: number = counts.live;
// @ts-expect-error only objects have pools
poolOf(1);

declare const maybe: number | Promise<string>;
export const joined: Promise<[number, string, boolean | null]> = join(Promise.resolve(1), new PooledFuture<string>(() => {}), true as boolean | null);
export const mixed: Promise<[number | string]> = join(maybe);
export const none: Promise<[]> = join();
export const list: Promise<number[]> = join(...[Promise.resolve(1)]);
export const raced: Promise<number | string> = race(Promise.resolve(1), 'two', maybe);
// @ts-expect-error the second is a string
export const notNumbers: Promise<[number, number]> = join(1, Promise.resolve('2'));
// @ts-expect-error it gives the value of one, not of all
export const notAll: Promise<[number, number]> = race(1, 2);
// @ts-expect-error the arguments are the calls themselves, not a list of them
export const notAList: Promise<number[]> = join([Promise.resolve(1)]);

future.cancel();
future.cancel(new Error('any reason'));
// @ts-expect-error one reason
future.cancel(1, 2);
export const undoable = new Completer<number>({ onCancel: (reason: unknown) => void reason });
// @ts-expect-error no such option
export const misspeltOption = new Completer<number>({ oncancel() {} });

export function handle(error: unknown): string {
  if (error instanceof AbortError) return error.code satisfies 'ABORT_ERR';
  if (error instanceof OptionError) return error.code satisfies 'BOXLESS_OPTION';
  if (error instanceof NotAsyncError) return error.code satisfies 'BOXLESS_NOT_ASYNC';
  return error instanceof BoxlessError ? error.code : 'foreign';
}
