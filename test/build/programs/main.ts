import { PooledFuture, asyncTrait } from 'boxless';
import { Chain, Range, total, type Source } from './lib.js';

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
  lines.push(`total ${await total(new Range(0, 4, true))}`);
  const order: string[] = [];
  const first = new Range(0, 1, true).next().then((value) => order.push(`first ${value}`));
  order.push('called');
  await first;
  lines.push(order.join(', '));
  lines.push(`${Chain.title}, ${Range.title}, ${Object.keys(new Range(0, 1, false)).join()} ${Chain.prototype.sum.length}`);
  return lines;
}

/** Only compiled methods give pooled futures: those of a marked method, of a marked class, of a tagged function. */
export function isCompiled(): boolean {
  const range = new Range(0, 1, false);
  return [range.next(), new Chain([]).counted(), total(range)].every((future) => future instanceof PooledFuture);
}
