/** dyn wrappers whose costs are measured: twelve classes behind one trait, and what a wrapper holds. */
import { asyncTrait, dynTrait, FramePool } from 'boxless';

interface Source {
  next(): Promise<number>;
  get(key: number): Promise<number>;
  take(key: number, limit?: number): Promise<number>;
}

export const DynSource = dynTrait<Source>(['next', 'get', 'take']);

/** Twelve classes of different shapes, each with code of its own. */
export const CLASSES = Array.from({ length: 12 }, (_, index) => {
  const step = index + 1;
  return class implements Source {
    private row = 0;
    [field: `field${number}`]: number;
    constructor() {
      for (let i = 0; i < index; i++) this[`field${i}`] = i;
    }
    @asyncTrait async next(): Promise<number> {
      this.row = (this.row + step) & 1023;
      return this.row;
    }
    @asyncTrait async get(key: number): Promise<number> {
      return (this.row + key) & 1023;
    }
    @asyncTrait async take(key: number, limit = 2): Promise<number> {
      return (this.row + key + limit) & 1023;
    }
  };
});

class Synchronous {
  private row = 0;
  next(): number { return (this.row = (this.row + 1) & 1023); }
  get(key: number): number { return key; }
  take(key: number, limit = 2): number { return key + limit; }
}

class Pump {
  constructor(private readonly sources: readonly Source[]) {}
  @asyncTrait async next(rounds: number): Promise<number> {
    let sum = 0;
    const { sources } = this;
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < sources.length; i++) sum = (sum + (await sources[i]!.next())) | 0;
    }
    return sum;
  }
  @asyncTrait async get(rounds: number): Promise<number> {
    let sum = 0;
    const { sources } = this;
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < sources.length; i++) sum = (sum + (await sources[i]!.get(round & 7))) | 0;
    }
    return sum;
  }
  @asyncTrait async take(rounds: number): Promise<number> {
    let sum = 0;
    const { sources } = this;
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < sources.length; i++) sum = (sum + (await sources[i]!.take(round & 7))) | 0;
    }
    return sum;
  }
}

const twelve = (wrap: (source: Source) => Source): Source[] => CLASSES.map((Class) => wrap(new Class()));

const JOBS: Record<string, (rounds: number) => Promise<number>> = {};
for (const method of ['next', 'get', 'take'] as const) {
  const pump = new Pump(twelve((source) => DynSource.from(source)));
  JOBS[`twelve classes: ${method}`] = (rounds) => pump[method](rounds);
}
const inline = new Pump(twelve((source) => DynSource.inline(1).from(source)));
JOBS['twelve classes, inline(1): get'] = (rounds) => inline.get(rounds);
const pool = new FramePool();
const pooled = new Pump(twelve((source) => DynSource.from(source, { pool })));
JOBS['twelve classes, a pool of the caller: take'] = (rounds) => pooled.take(rounds);
const synchronous = new Pump(Array.from({ length: 12 }, () => DynSource.from(new Synchronous() as unknown as Source)));
JOBS['a synchronous class: get'] = (rounds) => synchronous.get(rounds);
const nested = new Pump(twelve((source) => DynSource.from(DynSource.from(source))));
JOBS['a wrapper in a wrapper: next'] = (rounds) => nested.next(rounds);

const ROUNDS = 8;
const collect = (globalThis as { gc?: () => void }).gc!;

/** The least bytes of heap that twelve times `rounds` ready calls take, per job. */
export async function bytesOfReadyCalls(rounds: number): Promise<Record<string, number>> {
  const bytes: Record<string, number> = {};
  for (const [name, run] of Object.entries(JOBS)) {
    for (let round = 0; round < ROUNDS; round++) await run(rounds / 10);
    let least = Infinity;
    for (let round = 0; round < ROUNDS; round++) {
      collect();
      const before = process.memoryUsage().heapUsed;
      await run(rounds);
      least = Math.min(least, process.memoryUsage().heapUsed - before);
    }
    bytes[name] = least;
  }
  return bytes;
}

/** Bytes per wrapper, of many around one implementation. */
export function bytesOfWrapping(count: number): number {
  const impl = new CLASSES[3]!();
  const kept: unknown[] = new Array(count).fill(undefined);
  for (let i = 0; i < 10_000; i++) DynSource.from(impl);
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < count; i++) kept[i] = DynSource.from(impl);
  return (process.memoryUsage().heapUsed - before) / kept.length;
}
