/** Trait iterators and streams of the platforms, in both directions. Nothing is asked for before somebody wants it. */
import { iterate, type Cursor } from './iterate-cursor';

function iterable<T>(source: Cursor<T> | AsyncIterable<T>): AsyncIterable<T> {
  return Symbol.asyncIterator in source ? source : iterate(source);
}

/**
 * A Web `ReadableStream` of the items. One item is asked for when a reader wants one; cancelling the stream closes the
 * source. Costs what a ReadableStream costs: some promises an item.
 *
 * @param source a trait iterator, or anything that `for await` takes
 * @throws {ReferenceError} where the platform has no ReadableStream
 */
export function toWebStream<T>(source: AsyncIterable<T>): ReadableStream<T>;
export function toWebStream<T>(source: Cursor<T>): ReadableStream<T>;
export function toWebStream<T>(source: Cursor<T> | AsyncIterable<T>): ReadableStream<T> {
  const iterator = iterable(source)[Symbol.asyncIterator]();
  return new ReadableStream<T>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason: unknown) {
        await iterator.return?.(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/** What of Node's `Readable` is needed: `import { Readable } from 'node:stream'`. */
export interface ReadableClass<S> {
  from(iterable: AsyncIterable<unknown>, options?: { highWaterMark?: number }): S;
}

/**
 * A Node `Readable` of the items, in object mode. It asks for one item ahead; destroying it closes the source.
 *
 * @param source a trait iterator, or anything that `for await` takes
 * @param Readable the class, since the runtime imports nothing
 *
 * @example
 * import { Readable } from 'node:stream';
 * await pipeline(toNodeStream(rows, Readable), response);
 */
export function toNodeStream<T, S>(source: Cursor<T> | AsyncIterable<T>, Readable: ReadableClass<S>): S {
  return Readable.from(iterable(source), { highWaterMark: 1 });
}

/**
 * A trait iterator over an async iterable: a generator, a Node `Readable`, a Web `ReadableStream`. `close()` closes the
 * source. An item cannot be `null`, which is the end. Calls of `next()` that overlap are answered in their order.
 *
 * @example
 * const rows = cursorOf(response.body);
 * for (let row = await rows.next(); row !== null; row = await rows.next()) { ... }
 */
export function cursorOf<T extends {} | undefined>(source: AsyncIterable<T> | ReadableStream<T>): Required<Cursor<T>> {
  // Not every browser can iterate over a ReadableStream; all can read one.
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : readerOf<T>(source);
  return {
    async next() {
      const { done, value } = await iterator.next();
      return done ? null : value;
    },
    async close() {
      await iterator.return?.();
    },
  };
}

function readerOf<T>(stream: ReadableStream<T>): AsyncIterator<T> {
  const reader = stream.getReader();
  return {
    async next() {
      const { done, value } = await reader.read();
      return done ? { done, value: undefined } : { done, value };
    },
    async return() {
      await reader.cancel();
      return { done: true, value: undefined };
    },
  };
}
