/** The programs whose costs are measured: two levels of `next()`, and a leaf that really waits. */
import { asyncTrait, Completer, FramePool, join, poolOf, race, withPool } from 'boxless';

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

class Racing {
  private readonly one = new Test();
  private readonly other = new Negative();
  @asyncTrait
  async next(): Promise<number> {
    return await race(this.one.next(), this.other.next());
  }
}

class Joining {
  private readonly one = new Test();
  private readonly other = new Other();
  @asyncTrait
  async next(): Promise<number> {
    const both = await join(this.one.next(), this.other.next());
    return both[0] + both[1];
  }
}

/** Sources that may be missing, or may not have the method. */
class Optional {
  private readonly source?: Source = new Test();
  private readonly parts?: { one?: Source } = { one: new Test() };
  private readonly missing = { source: undefined as { next?(): Promise<number> } | undefined };
  @asyncTrait
  async next(): Promise<number> {
    return ((await this.source?.next()) ?? 0) + ((await this.parts?.one!.next()) ?? 0) + ((await this.parts!.one?.next()) ?? 0) + (this.missing.source ? 1 : 0);
  }
}

/** Awaits one call or another. */
class Choice {
  private readonly known?: number;
  private readonly sources = [new Test(), new Test()] as const;
  private turn = 0;
  @asyncTrait
  async next(): Promise<number> {
    return (await (this.turn++ & 1 ? this.sources[0].next() : this.sources[1].next())) + (await (this.known ?? this.sources[0].next()));
  }
}

/** Ends with the call of another. */
class Delegate {
  constructor(private readonly source: Source) {}
  @asyncTrait
  async next(): Promise<number> {
    return this.source.next();
  }
}

/** The calls in flight are counted. */
class Exclusive {
  private row = 0;
  @asyncTrait({ exclusive: true })
  async next(): Promise<number> {
    return this.row++ & 1023;
  }
}

class Bounded {
  private row = 0;
  @asyncTrait({ pool: { max: 2, onExhausted: 'throw' } })
  async next(): Promise<number> {
    return this.row++ & 1023;
  }
}

/** Waits for one gate after every turn. */
class Gated {
  constructor(readonly gate: { readonly future: Promise<number> }) {}
  @asyncTrait
  async run(rounds: number): Promise<number> {
    let sum = 0;
    for (let round = 0; round < rounds; round++) sum = (sum + (await this.gate.future)) | 0;
    return sum;
  }
}

/** Two calls that wait, one after the other or together. */
class Pair {
  readonly gates = [new Completer<number>(), new Completer<number>()];
  @asyncTrait
  async leaf(n: number): Promise<number> {
    return await this.gates[n]!.future;
  }
  @asyncTrait
  async apart(): Promise<number> {
    return (await this.leaf(0)) + (await this.leaf(1));
  }
  @asyncTrait
  async joined(): Promise<number> {
    return (await join(this.leaf(0), this.leaf(1)))[0];
  }
  @asyncTrait
  async raced(): Promise<number> {
    return await race(this.leaf(0), this.leaf(1));
  }
  @asyncTrait
  async run(how: 'apart' | 'joined' | 'raced', rounds: number): Promise<number> {
    await undefined;
    let sum = 0;
    for (let round = 0; round < rounds; round++) {
      if (how === 'apart') sum += await this.apart();
      if (how === 'joined') sum += await this.joined();
      if (how === 'raced') sum += await this.raced();
    }
    return sum;
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
  'optional chains': () => new Optional(),
  'one call or another': () => new Choice(),
  'a delegate of a delegate': () => new Delegate(new Delegate(new Test())),
  'race of two': () => new Racing(),
  'exclusive': () => new Exclusive(),
  'pool: { max: 2 }': () => new Bounded(),
};

const KEPT_ROUNDS = 7;
const ROUNDS = 8;

/**
 * Bytes of heap that `rows` ready calls take, after a warm-up in which V8 compiles. What every call takes shows in every
 * round; what V8 does besides (feedback, code) in some: the least of them counts.
 */
export async function bytesOfReadyCalls(name: string, rows: number): Promise<number> {
  const pump = new Pump(name === 'join of two' ? new Joining() : SOURCES[name]!());
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

/** Bytes a completion, where two calls really wait, and are completed in turns of their own. */
export async function bytesOfWaitingPairs(how: 'apart' | 'joined' | 'raced', rounds: number): Promise<number> {
  const pair = new Pair();
  const run = async (count: number): Promise<number> => {
    const [first, second] = pair.gates as [Completer<number>, Completer<number>];
    let ended = false;
    let completions = 0;
    void pair.run(how, count).then(() => (ended = true));
    await null;
    const before = process.memoryUsage().heapUsed;
    while (!ended) {
      for (const gate of [first, second]) {
        gate.resolve(1);
        gate.reset();
        completions++;
        await null;
        await null;
      }
    }
    return (process.memoryUsage().heapUsed - before) / completions;
  };
  for (let round = 0; round < ROUNDS; round++) await run(rounds / 10);
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    (globalThis as { gc?: () => void }).gc!();
    least = Math.min(least, await run(rounds));
  }
  return least;
}

/** Bytes a turn in which `waiting` completers are completed, each with one call that waits for it; the driver's own included. */
export async function bytesOfTurns(waiting: number, rounds: number): Promise<number> {
  const gates = Array.from({ length: waiting }, () => new Completer<number>());
  const run = async (count: number): Promise<number> => {
    const ended = gates.map((gate) => new Gated(gate).run(count));
    await null;
    const before = process.memoryUsage().heapUsed;
    for (let round = 0; round < count; round++) {
      for (let i = 0; i < gates.length; i++) {
        gates[i]!.resolve(1);
        gates[i]!.reset();
      }
      await null;
      await null;
    }
    const bytes = process.memoryUsage().heapUsed - before;
    await Promise.all(ended);
    return bytes / count;
  };
  for (let round = 0; round < ROUNDS; round++) await run(rounds / 10);
  (globalThis as { gc?: () => void }).gc!();
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    // Not collected in between: that throws code away too. Where V8 collects by itself, nothing was measured.
    const bytes = await run(rounds);
    if (bytes >= 0) least = Math.min(least, bytes);
  }
  return least;
}

/** Bytes of an idle frame in a FramePool, after it has waited for a completer or for a promise. The middle of several: what else the process begins to keep, or drops, shows in one or two. */
export async function bytesOfKeptFrame(leaf: 'completer' | 'promise', frames: number): Promise<number> {
  const gc = (globalThis as { gc?: () => void }).gc!;
  const bytes: number[] = [];
  for (let round = 0; round < KEPT_ROUNDS; round++) {
    const pool = new FramePool({ max: frames });
    const gate: { readonly future: Promise<number>; resolve(value: number): void } = leaf === 'completer' ? new Completer<number>() : new Settled();
    const gated = new Gated(gate);
    gc();
    const before = process.memoryUsage().heapUsed;
    await withPool(pool, () => Promise.all(Array.from({ length: frames }, () => gated.run(1)).concat(new Promise<number>((go) => setImmediate(() => go((gate.resolve(1), 0)))))));
    await new Promise((go) => setImmediate(go));
    gc();
    bytes.push((process.memoryUsage().heapUsed - before) / poolOf(pool).idle);
  }
  return bytes.sort((a, b) => a - b)[KEPT_ROUNDS >> 1]!;
}

class Settled {
  readonly future = Promise.resolve(1);
  resolve(): void {}
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
