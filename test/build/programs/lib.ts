import { asyncTrait } from 'boxless';

export interface Source {
  next(): Promise<number | null>;
}

export class Range implements Source {
  static readonly title = `${this.name} ${typeof Range.prototype.next}`;
  private at: number;

  constructor(from: number, private readonly to: number, private readonly waits: boolean) {
    this.at = from;
  }

  @asyncTrait
  async next(): Promise<number | null> {
    if (this.waits) await new Promise<void>((resolve) => setImmediate(resolve));
    return this.at < this.to ? this.at++ : null;
  }
}

@asyncTrait
export class Chain implements Source {
  static made = 0;
  static readonly title = `Chain ${typeof Chain.of}`;
  #reads = 0;
  log: string[] = [];

  static async of(...sources: Source[]): Promise<Chain> {
    await undefined;
    Chain.made++;
    return new Chain(sources);
  }

  constructor(private readonly sources: Source[]) {}

  async next(): Promise<number | null> {
    while (this.sources.length > 0) {
      const value = await this.#read(this.sources[0]!);
      if (value !== null) return value;
      this.sources.shift();
    }
    return null;
  }

  async #read(source: Source): Promise<number | null> {
    this.#reads++;
    return await source.next();
  }

  get reads(): number {
    return this.#reads;
  }

  async sum(limit = Infinity): Promise<number> {
    let sum = 0;
    try {
      for (let value = await this.next(); value !== null; value = await this.next()) {
        if (value > limit) throw new RangeError(`${value} > ${limit}`);
        sum += value;
      }
    } catch (error) {
      this.log.push(String(error));
      return -1;
    } finally {
      this.log.push('done');
    }
    return sum;
  }

  /** A closure counts in a variable that is kept across awaits. */
  async counted(): Promise<number> {
    let count = 0;
    const add = (): number => ++count;
    for await (const value of [1, 2, 3]) if (value !== 2) add();
    await this.next();
    return add();
  }
}

/** @asyncTrait */
export async function total(source: Source): Promise<number> {
  let sum = 0;
  for (let value = await source.next(); value !== null; value = await source.next()) sum += value;
  return sum;
}
