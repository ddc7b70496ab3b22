/** Loops over streams whose items are ready, one level and three. */
import { asyncTrait, poolOf } from 'boxless';

class Range {
  constructor(private readonly to: number) {}
  @asyncTrait
  async *items(): AsyncGenerator<number> {
    for (let i = 0; i < this.to; i++) yield i & 1023;
  }
}

class Chain {
  constructor(private readonly source: Range) {}
  @asyncTrait
  async *odd(): AsyncGenerator<number> {
    for await (const x of this.source.items()) if (x & 1) yield x;
  }
  @asyncTrait
  async *items(): AsyncGenerator<number> {
    try {
      yield* this.odd();
    } finally {
      await null;
    }
  }
}

/** A trait iterator: `next` is a trait method, and gives the same result object each time. */
class Rows {
  private readonly result = { value: 0, done: false };
  private row = 0;
  constructor(private readonly to: number) {}
  @asyncTrait
  async next(): Promise<IteratorResult<number>> {
    this.result.value = this.row & 1023;
    this.result.done = this.row++ >= this.to;
    return this.result;
  }
  items(): AsyncIterable<number> {
    return this as unknown as AsyncIterable<number>;
  }
  [Symbol.asyncIterator](): this {
    return this;
  }
}

class Reader {
  @asyncTrait
  async sum(source: { items(): AsyncIterable<number> }): Promise<number> {
    let sum = 0;
    for await (const x of source.items()) sum = (sum + x) | 0;
    return sum;
  }
}

class Driver {
  @asyncTrait
  async drive(make: (rows: number) => { items(): AsyncIterable<number> }, rows: number): Promise<number> {
    await null;
    const reader = new Reader();
    for (let round = 0; round < 8; round++) await reader.sum(make(rows / 10));
    let least = Infinity;
    for (let round = 0; round < 8; round++) {
      const source = make(rows);
      (globalThis as { gc?: () => void }).gc!();
      const before = process.memoryUsage().heapUsed;
      await reader.sum(source);
      least = Math.min(least, process.memoryUsage().heapUsed - before);
    }
    return least;
  }
}

const KINDS: Record<string, (rows: number) => { items(): AsyncIterable<number> }> = {
  'a generator': (rows) => new Range(rows),
  'a delegation to a filter over a generator': (rows) => new Chain(new Range(rows)),
  'a trait iterator': (rows) => new Rows(rows),
};

export const names = Object.keys(KINDS);

export function bytesOf(name: string, rows: number): Promise<number> {
  return new Driver().drive(KINDS[name]!, rows);
}

/** Many streams of one instance, one after the other: their frame is the same. */
export async function poolAfter(streams: number): Promise<object> {
  const range = new Range(3);
  for (let i = 0; i < streams; i++) await new Reader().sum(range);
  return poolOf(range);
}
