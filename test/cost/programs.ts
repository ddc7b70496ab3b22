/** The programs whose costs are measured: two levels of `next()`, and a leaf that really waits. */
import { asyncTrait, poolOf } from 'boxless';

class Test {
  private row = 0;
  @asyncTrait
  async next(): Promise<number> {
    return this.row++ & 1023;
  }
}

class Other extends Test {}
class Negative {
  private row = 0;
  @asyncTrait
  async next(): Promise<number> {
    return -(this.row++ & 1023);
  }
}

interface Source {
  next(): Promise<number>;
}

class Concat {
  private current = 0;
  constructor(private readonly inputs: readonly Source[]) {}
  @asyncTrait
  async next(): Promise<number> {
    while (this.current < this.inputs.length) {
      const value = await this.inputs[this.current]!.next();
      if (value !== -1) return value;
      this.current++;
    }
    return -1;
  }
}

class Limit {
  private total = 0;
  constructor(private readonly input: Source) {}
  @asyncTrait
  async next(): Promise<number> {
    const value = await this.input.next();
    this.total = (this.total + value) | 0;
    return value;
  }
}

/** Spells its locals out: an expression, a try, a private method, a default. */
@asyncTrait
class Mixed {
  private readonly source = new Test();
  async #twice(by = 2): Promise<number> {
    return (await this.source.next()) * by;
  }
  async next(): Promise<number> {
    try {
      return (await this.#twice()) + ((await this.source.next()) && (await this.#twice(1)));
    } catch {
      return 0;
    }
  }
}

class Pump {
  constructor(private readonly source: Source) {}
  @asyncTrait
  async run(rows: number): Promise<number> {
    let sum = 0;
    for (let row = 0; row < rows; row++) sum = (sum + (await this.source.next())) | 0;
    return sum;
  }
}

type Resolve = (value: number) => void;

/** A leaf that many calls wait for at once, each for a promise of its own. */
class Waiting {
  readonly waiting: Resolve[] = [];
  @asyncTrait
  async next(): Promise<number> {
    return 1 + (await new Promise<number>((resolve) => this.waiting.push(resolve)));
  }
  open(): void {
    for (const resolve of this.waiting.splice(0)) resolve(1);
  }
}

const SOURCES: Record<string, () => Source> = {
  'Concat over Test': () => new Concat([new Test()]),
  'Limit over Concat over three kinds': () => new Limit(new Concat([new Other(), new Negative(), new Test()])),
  'private methods, defaults, try': () => new Mixed(),
};

const ROUNDS = 8;

/**
 * Bytes of heap that `rows` ready calls take, after a warm-up in which V8 compiles. What every call takes shows in every
 * round; what V8 does besides (feedback, code) in some: the least of them counts.
 */
export async function bytesOfReadyCalls(name: string, rows: number): Promise<number> {
  const pump = new Pump(SOURCES[name]!());
  for (let round = 0; round < ROUNDS; round++) await pump.run(rows / 10);
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    (globalThis as { gc?: () => void }).gc!();
    const before = process.memoryUsage().heapUsed;
    await pump.run(rows);
    least = Math.min(least, process.memoryUsage().heapUsed - before);
  }
  return least;
}

/** The pool's counts after many suspending calls on one instance, `inFlight` at a time. */
export async function poolAfter(calls: number, inFlight: number): Promise<object> {
  const source = new Waiting();
  for (let done = 0; done < calls; done += inFlight) {
    const running = Array.from({ length: inFlight }, () => source.next());
    source.open();
    await Promise.all(running);
  }
  return poolOf(source);
}

export const names = Object.keys(SOURCES);
