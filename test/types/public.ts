/** What the types promise to people. Never run: types.test.ts checks that it compiles, and that each expected error is one. */
import { Readable } from 'node:stream';
import {
  asyncTrait, PooledFuture, poolOf, join, race, Completer, AbortError, BoxlessError, OptionError, NotAsyncError, type PoolCounts, ConsumedError, DisposedError, ExclusiveError, FramePool, LeakError, PoolExhaustedError, ReleasedError, withPool, cursorOf, iterate, toNodeStream, toWebStream, type Cursor, type PoolOptions, type TraitOptions,
} from 'boxless';


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

@asyncTrait({ pool: { max: 4, onExhausted: 'wait', scope: 'class' }, exclusive: false, returns: 'promise' })
export class Limited {
  @asyncTrait({ exclusive: true, pool: {} })
  async alone(): Promise<void> {}
  @asyncTrait({ reuse: 'await-once', returns: 'future' })
  async once(): Promise<number> {
    return 1;
  }
  @asyncTrait({ pool: { max: 1 } })
  async #hidden(): Promise<void> {}
  hidden(): Promise<void> {
    return this.#hidden();
  }
}

export const shared = { pool: { max: 3, onExhausted: 'throw' } } satisfies TraitOptions;
export const policy: PoolOptions = { max: 3, scope: 'instance' };

export class WrongOptions {
  // @ts-expect-error no such value
  @asyncTrait({ pool: { onExhausted: 'block' } })
  async exhausted(): Promise<void> {}
  // @ts-expect-error no such scope
  @asyncTrait({ pool: { scope: 'module' } })
  async scoped(): Promise<void> {}
  // @ts-expect-error a number
  @asyncTrait({ pool: { max: 'many' } })
  async many(): Promise<void> {}
  // @ts-expect-error no such option of a pool
  @asyncTrait({ pool: { size: 1 } })
  async sized(): Promise<void> {}
  // @ts-expect-error true or false
  @asyncTrait({ exclusive: 'yes' })
  async alone(): Promise<void> {}
  // @ts-expect-error no such value
  @asyncTrait({ reuse: 'always' })
  async again(): Promise<void> {}
  // @ts-expect-error no such value
  @asyncTrait({ returns: 'Promise' })
  async native(): Promise<void> {}
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

export async function disposes(call: () => Promise<number>): Promise<number> {
  // A call's type is what was written; that it gives a PooledFuture is said by hand.
  using used = call() as PooledFuture<number>;
  const plain: Promise<number> = used.toPromise();
  return (await used) + (await plain);
}
const promised: Promise<number> = future;
// @ts-expect-error a promise that need not be ours cannot be disposed
promised[Symbol.dispose]();

export const pool = new FramePool({ max: 8 });
export const unlimited: FramePool = new FramePool();
export const most: number = pool.max;
export const ofPool: PoolCounts = poolOf(pool);
export const worked: string = withPool(pool, () => 'done');
export const working: Promise<number> = withPool(pool, async () => 1);
// @ts-expect-error not a number
export const badPool = new FramePool({ max: 'many' });
// @ts-expect-error read only
pool.max = 3;
// @ts-expect-error the pool first
withPool(() => {}, pool);

export function handle(error: unknown): string {
  if (error instanceof PoolExhaustedError) return error.code satisfies 'BOXLESS_POOL_EXHAUSTED';
  if (error instanceof ExclusiveError) return error.code satisfies 'BOXLESS_EXCLUSIVE';
  if (error instanceof ConsumedError) return error.code satisfies 'BOXLESS_CONSUMED';
  if (error instanceof DisposedError) return error.code satisfies 'BOXLESS_DISPOSED';
  if (error instanceof ReleasedError) return error.code satisfies 'BOXLESS_RELEASED';
  if (error instanceof LeakError) return error.code satisfies 'BOXLESS_LEAK';
  if (error instanceof AbortError) return error.code satisfies 'ABORT_ERR';
  if (error instanceof OptionError) return error.code satisfies 'BOXLESS_OPTION';
  if (error instanceof NotAsyncError) return error.code satisfies 'BOXLESS_NOT_ASYNC';
  return error instanceof BoxlessError ? error.code : 'foreign';
}

// Adapters between trait iterators and streams.
export async function streams(rows: Marked<string>): Promise<void> {
  for await (const row of iterate(rows)) row.toUpperCase();
  const generated: AsyncGenerator<string, void, void> = iterate(rows);
  const web: ReadableStream<string> = toWebStream(rows);
  const again: ReadableStream<string> = toWebStream(generated);
  const node: Readable = toNodeStream(rows, Readable);
  const cursor: Required<Cursor<string>> = cursorOf(web);
  const row: string | null = await cursor.next();
  await cursorOf(again).close();
  const bytes: Cursor<Uint8Array> = cursorOf<Uint8Array>(node);
  void [row, bytes];
  // @ts-expect-error a number is no source
  iterate(1);
  // @ts-expect-error the class is needed: the runtime imports nothing
  toNodeStream(rows);
  // @ts-expect-error null would be the end
  cursorOf<string | null>(iterate<string | null>({ next: async () => null }));
  // @ts-expect-error a trait iterator gives promises
  toWebStream({ next: () => 1 });
}
