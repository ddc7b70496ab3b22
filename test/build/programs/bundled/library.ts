/** A library that a program imports without using it. */
import { asyncTrait, Completer, dynTrait, iterate, join, poolOf } from 'boxless';

export interface Source {
  next(): Promise<number | null>;
}
export const DynSource = dynTrait<Source>();
export const begun = () => new Completer<void>();
export const both = (a: Promise<unknown>, b: Promise<unknown>) => join(a, b);
export const items = (source: Source) => iterate(source);
export const pool = (source: Source) => poolOf(source);
/** @asyncTrait */
export async function total(sources: Source[]): Promise<number> {
  let sum = 0;
  for (const source of sources) sum += (await source.next()) ?? 0;
  return sum;
}
export { asyncTrait };
