/** What a case says of itself at its head: `// frame: A.m, B.n`, `// coroutine: C.x`, `// native: D.y`. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Report } from 'boxless/transformer';

const WORDS = ['frame', 'coroutine', 'native'] as const;
const LINE = /^\/\/ (frame|coroutine|native): .*\n/gm;

/** How each marked function of the file is compiled; with BLESS=1 the head of the file is written anew. */
export function expectStrategies(file: string, { compiled, native }: Report): void {
  const text = readFileSync(file, 'utf8');
  const strategyOf = [...compiled.map(({ name, strategy }) => [strategy, name]), ...native.map(({ name }) => ['native', name])];
  const actual = WORDS.flatMap((word) => {
    const names = strategyOf.filter(([strategy]) => strategy === word).map(([, name]) => name!);
    return names.length === 0 ? [] : [`// ${word}: ${[...new Set(names)].sort().join(', ')}\n`];
  });
  if (process.env['BLESS']) writeFileSync(file, actual.join('') + text.replace(LINE, ''));
  else expect([...text.matchAll(LINE)].map(([line]) => line)).toEqual(actual);
}
