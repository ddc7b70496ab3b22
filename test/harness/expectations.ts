/**
 * What a case says at its head of how it is compiled. Frames are the rule, so they are counted; the exceptions are named:
 *
 *   // frame: 12
 *   // coroutine: Loops.perIterationBindings
 *   // native: Whole.generator
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Report } from 'boxless/transformer';

const LINE = /^\/\/ (frame|coroutine|native): .*\n/gm;

/** Holds the head against what was done; with BLESS=1 the head is written anew. */
export function expectStrategies(file: string, { compiled, native }: Report): void {
  const text = readFileSync(file, 'utf8');
  const line = (word: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [`// ${word}: ${names.toSorted().join(', ')}\n`]);
  const of = (strategy: string): string[] => compiled.filter((one) => one.strategy === strategy).map(({ name }) => name);
  const actual = [`// frame: ${of('frame').length}\n`, ...line('coroutine', of('coroutine')), ...line('native', native.map(({ name }) => name))];
  if (process.env['BLESS']) writeFileSync(file, actual.join('') + text.replace(LINE, ''));
  else expect([...text.matchAll(LINE)].map(([found]) => found)).toEqual(actual);
}
