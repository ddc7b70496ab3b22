import { PooledFuture, asyncTrait } from 'boxless';
import { Chain, Range, type Source } from './lib.js';

class Doubled extends Chain {
  @asyncTrait
  override async next(): Promise<number | null> {
    const value = await super.next();
    return value === null ? null : value * 2;
  }
}

/** What the program prints. */
export async function run(): Promise<string[]> {
  const lines: string[] = [];
  const ranges = (): Source[] => [new Range(0, 3, false), new Range(3, 6, true)];
  const chain = await Chain.of(...ranges());
  lines.push(`sum ${await chain.sum()}, reads ${chain.reads}, made ${Chain.made}, log ${chain.log.join('|')}`);
  const doubled = new Doubled(ranges());
  lines.push(`limited ${await doubled.sum(5)}, log ${doubled.log.join('|')}`);
  lines.push(`counted ${await new Chain(ranges()).counted()}`);
  const order: string[] = [];
  const first = new Range(0, 1, true).next().then((value) => order.push(`first ${value}`));
  order.push('called');
  await first;
  lines.push(order.join(', '));
  lines.push(`${Chain.name} ${Object.keys(new Range(0, 1, false)).join()} ${Chain.prototype.sum.length}`);
  return lines;
}

/** Only compiled methods give pooled futures. */
export function isCompiled(): boolean {
  return new Range(0, 1, false).next() instanceof PooledFuture && new Chain([]).counted() instanceof PooledFuture;
}
