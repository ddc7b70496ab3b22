import boxless = require('boxless');

class Counter {
  n = 0;

  @boxless.asyncTrait
  async next(): Promise<number> {
    if (this.n === 1) await new Promise<void>((resolve) => setImmediate(resolve));
    return this.n++;
  }

  @boxless.asyncTrait
  async sum(): Promise<number> {
    return (await this.next()) + (await this.next()) + (await this.next());
  }
}

async function run(): Promise<string[]> {
  return [`sum ${await new Counter().sum()}`];
}

function isCompiled(): boolean {
  return new Counter().next() instanceof boxless.PooledFuture;
}

export = { run, isCompiled };
