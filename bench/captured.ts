/** A method whose closure shares a variable with the code behind its awaits: in a frame, in a coroutine, and one that shares nothing. */
import { asyncTrait } from 'boxless';

const NEVER: boolean = false;

@asyncTrait
export class Leaf {
  constructor(readonly wait: Promise<void> | undefined) {}
  async each(visit: () => void): Promise<number> { visit(); visit(); if (this.wait !== undefined) await this.wait; return 2; }
}

@asyncTrait
export class Frame {
  constructor(readonly leaf: Leaf) {}
  async run(): Promise<number> {
    let n = 0;
    n += await this.leaf.each(() => { n++; });
    n++;
    return n;
  }
}

/** The same in a generator, as before frames could keep such variables: what never happens makes it one. */
@asyncTrait
export class Coroutine {
  constructor(readonly leaf: Leaf) {}
  async run(): Promise<number> {
    if (NEVER) { await using never = undefined; void never; }
    let n = 0;
    n += await this.leaf.each(() => { n++; });
    n++;
    return n;
  }
}

/** The object that would be shared, written by hand. */
@asyncTrait
export class Hand {
  constructor(readonly leaf: Leaf) {}
  async run(): Promise<number> {
    const n = { v: 0 };
    n.v += await this.leaf.each(() => { n.v++; });
    n.v++;
    return n.v;
  }
}

@asyncTrait
export class Reader {
  constructor(readonly source: { run(): Promise<number> }, readonly size: number) {}
  async sum(): Promise<number> {
    let sum = 0;
    for (let i = 0; i < this.size; i++) sum += await this.source.run();
    return sum;
  }
}
