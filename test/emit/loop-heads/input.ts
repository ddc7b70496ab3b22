/** Classes that await in the head of a loop: each round has its own variables, so the head goes into the body. */
import { asyncTrait } from 'boxless';

type Base = new () => object;

export async function last(bases: AsyncIterator<Base>): Promise<unknown> {
  let Made: unknown;
  outer: while ((Made = class extends (await bases.next()).value {
    /** @asyncTrait */
    async next(): Promise<number> { return 1; }
  })) {
    if (Made === asyncTrait) continue outer;
  }
  let n = 0;
  do n++;
  while ((Made = { /** @asyncTrait */ async [await Promise.resolve('key')](): Promise<void> {} }) && n < 2);
  for (const [first, Second = class extends (await first) { /** @asyncTrait */ async next(): Promise<number> { return 2; } }] of [[Object], [Object]] as [any, any][]) Made = Second;
  return Made;
}
