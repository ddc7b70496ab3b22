/** The classes that are measured, once async and once written synchronously by hand. Leaves as cheap as can be. */
import { asyncTrait } from 'boxless';

export interface Entry { key: number; value: number }
export interface Source { next(): Promise<Entry | null> }
export interface SyncSource { next(): Entry | null }

export class Counter {
  at = 0;
  readonly entry: Entry = { key: 0, value: 0 };
  constructor(readonly end: number) {}

  /** What those do of which not the work but an option is measured. */
  protected step(): Entry | null {
    if (this.at >= this.end) return null;
    this.entry.key = this.at++;
    return this.entry;
  }
}

@asyncTrait
export class Range extends Counter implements Source {
  async next(): Promise<Entry | null> {
    if (this.at >= this.end) return null;
    this.entry.key = this.at++;
    return this.entry;
  }
}

@asyncTrait
export class Odd extends Counter implements Source {
  async next(): Promise<Entry | null> {
    if (this.at >= this.end) return null;
    this.entry.key = 2 * this.at++ + 1;
    return this.entry;
  }
}

@asyncTrait
export class Squares extends Counter implements Source {
  async next(): Promise<Entry | null> {
    if (this.at >= this.end) return null;
    this.entry.value = this.at * this.at;
    this.entry.key = this.at++;
    return this.entry;
  }
}

@asyncTrait
export class Down extends Counter implements Source {
  async next(): Promise<Entry | null> {
    if (this.at >= this.end) return null;
    this.entry.key = this.end - this.at++;
    return this.entry;
  }
}

@asyncTrait
export class Concat implements Source {
  current = 0;
  constructor(readonly inputs: readonly Source[]) {}
  async next(): Promise<Entry | null> {
    while (this.current < this.inputs.length) {
      const entry = await this.inputs[this.current]!.next();
      if (entry !== null) return entry;
      this.current++;
    }
    return null;
  }
}

/** Ends with the call of another. */
@asyncTrait
export class Delegate implements Source {
  constructor(readonly source: Source) {}
  async next(): Promise<Entry | null> {
    return this.source.next();
  }
}

@asyncTrait
export class Optional implements Source {
  constructor(readonly source: Source | undefined) {}
  async next(): Promise<Entry | null> {
    return (await this.source?.next()) ?? null;
  }
}

/** Awaits one call or another. */
@asyncTrait
export class Either implements Source {
  private turn = 0;
  constructor(readonly first: Source, readonly second: Source) {}
  async next(): Promise<Entry | null> {
    return await (this.turn++ & 1 ? this.first.next() : this.second.next());
  }
}

/** Limited methods: the calls in flight are counted. */
export class Exclusive extends Counter implements Source {
  @asyncTrait({ exclusive: true })
  async next(): Promise<Entry | null> {
    return this.step();
  }
}

export class Bounded extends Counter implements Source {
  @asyncTrait({ pool: { max: 8, onExhausted: 'throw' } })
  async next(): Promise<Entry | null> {
    return this.step();
  }
}

/** What public calls give: plain promises, or futures that are used again. */
export class Plain extends Counter implements Source {
  @asyncTrait({ returns: 'promise' })
  async next(): Promise<Entry | null> {
    return this.step();
  }
}

export class Once extends Counter implements Source {
  @asyncTrait({ reuse: 'await-once' })
  async next(): Promise<Entry | null> {
    return this.step();
  }
}

/** Keeps what a call gives, and awaits it afterwards. */
@asyncTrait
export class Keeper {
  async run(source: Source, calls: number): Promise<void> {
    for (let call = 0; call < calls; call++) {
      const kept = source.next();
      await kept;
    }
  }
}

/** Each level awaits something ready before it goes deeper: natively it has left its caller's stack by then. */
@asyncTrait
export class Deep {
  async ready(n: number): Promise<number> {
    return n;
  }
  async down(n: number): Promise<number> {
    const left = await this.ready(n);
    return left === 0 ? 0 : 1 + (await this.down(left - 1));
  }
}

@asyncTrait
export class Reader {
  constructor(readonly source: Source) {}
  async sum(): Promise<number> {
    let sum = 0;
    for (let entry = await this.source.next(); entry !== null; entry = await this.source.next()) sum += entry.key;
    return sum;
  }
}

export class SyncRange extends Counter implements SyncSource {
  next(): Entry | null {
    if (this.at >= this.end) return null;
    this.entry.key = this.at++;
    return this.entry;
  }
}

export class SyncOdd extends Counter implements SyncSource {
  next(): Entry | null {
    if (this.at >= this.end) return null;
    this.entry.key = 2 * this.at++ + 1;
    return this.entry;
  }
}

export class SyncSquares extends Counter implements SyncSource {
  next(): Entry | null {
    if (this.at >= this.end) return null;
    this.entry.value = this.at * this.at;
    this.entry.key = this.at++;
    return this.entry;
  }
}

export class SyncDown extends Counter implements SyncSource {
  next(): Entry | null {
    if (this.at >= this.end) return null;
    this.entry.key = this.end - this.at++;
    return this.entry;
  }
}

export class SyncConcat implements SyncSource {
  current = 0;
  constructor(readonly inputs: readonly SyncSource[]) {}
  next(): Entry | null {
    while (this.current < this.inputs.length) {
      const entry = this.inputs[this.current]!.next();
      if (entry !== null) return entry;
      this.current++;
    }
    return null;
  }
}

export class SyncReader {
  constructor(readonly source: SyncSource) {}
  sum(): number {
    let sum = 0;
    for (let entry = this.source.next(); entry !== null; entry = this.source.next()) sum += entry.key;
    return sum;
  }
}

/** Functions in place of methods. */
/** @asyncTrait */
export async function nextOf(counter: Counter): Promise<Entry | null> {
  if (counter.at >= counter.end) return null;
  counter.entry.key = counter.at++;
  return counter.entry;
}

/** @asyncTrait */
export async function sumOf(counter: Counter): Promise<number> {
  let sum = 0;
  for (let entry = await nextOf(counter); entry !== null; entry = await nextOf(counter)) sum = (sum + entry.key) | 0;
  return sum;
}

export function syncNextOf(counter: Counter): Entry | null {
  if (counter.at >= counter.end) return null;
  counter.entry.key = counter.at++;
  return counter.entry;
}

export function syncSumOf(counter: Counter): number {
  let sum = 0;
  for (let entry = syncNextOf(counter); entry !== null; entry = syncNextOf(counter)) sum = (sum + entry.key) | 0;
  return sum;
}

/** Four levels over a leaf that somebody else completes. */
export interface Getter { get(): Promise<number> }

@asyncTrait
export class Level implements Getter {
  constructor(readonly inner: Getter) {}
  async get(): Promise<number> {
    const value = await this.inner.get();
    return value + 1;
  }
}

export class ExclusiveLevel implements Getter {
  constructor(readonly inner: Getter) {}
  @asyncTrait({ exclusive: true })
  async get(): Promise<number> {
    const value = await this.inner.get();
    return value + 1;
  }
}

@asyncTrait
export class Leaf implements Getter {
  constructor(readonly wait: () => Promise<number>, readonly done: () => void) {}
  async get(): Promise<number> {
    const value = await this.wait();
    this.done();
    return value;
  }
}

@asyncTrait
export class Pump {
  constructor(readonly source: Getter) {}
  async run(rounds: number): Promise<number> {
    let sum = 0;
    for (let round = 0; round < rounds; round++) sum += await this.source.get();
    return sum;
  }
}
