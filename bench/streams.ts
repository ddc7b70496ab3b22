/** What `bench/streams.cjs` measures: loops over generators, one level and three. */
import { asyncTrait } from 'boxless';

export class Range {
  constructor(private readonly to: number) {}
  @asyncTrait
  async *items(): AsyncGenerator<number> {
    for (let i = 0; i < this.to; i++) yield i;
  }
}

export class Odd {
  constructor(private readonly source: Range) {}
  @asyncTrait
  async *items(): AsyncGenerator<number> {
    for await (const x of this.source.items()) if (x & 1) yield x;
  }
}

export class Nested {
  constructor(private readonly source: Odd) {}
  @asyncTrait
  async *items(): AsyncGenerator<number> {
    yield* this.source.items();
  }
}

export class Reader {
  constructor(private readonly source: { items(): AsyncGenerator<number> }) {}
  @asyncTrait
  async sum(): Promise<number> {
    let sum = 0;
    for await (const x of this.source.items()) sum = (sum + x) | 0;
    return sum;
  }
}

/** The same, synchronous, by hand: how fast iteration can be. */
export class SyncRange {
  constructor(private readonly to: number) {}
  *items(): Generator<number> {
    for (let i = 0; i < this.to; i++) yield i;
  }
}

export class SyncReader {
  constructor(private readonly source: SyncRange) {}
  sum(): number {
    let sum = 0;
    for (const x of this.source.items()) sum = (sum + x) | 0;
    return sum;
  }
}
