import { asyncTrait } from 'boxless';

@asyncTrait
class Source {
  constructor(private readonly waits: boolean) {}

  async next(): Promise<number> {
    if (this.waits) await new Promise((resolve) => setImmediate(resolve));
    return 1;
  }
}

@asyncTrait
class Reader {
  async read(source: Source): Promise<number> {
    let sum = 0; // first
    const row = await source.next(); // await
    sum += row; // after
    for (let i = 0; i < 2; i++) { // loop
      const more = await source.next(); // await in loop
      sum += more; // in loop
    }
    try {
      sum += await source.next(); // await in try
      sum++; // in try
    } finally {
      sum++; // finally
    }
    return sum; // return
  }

  async first(source: Source): Promise<number> {
    await null;
    const all = await this.read(source); // caller
    return all + 1; // end
  }
}

export const main = (waits: boolean) => new Reader().first(new Source(waits));
