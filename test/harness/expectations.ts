/** What a case says of itself at its head: `// frame: A.m, B.n`, `// coroutine: C.x`, `// native: D.y`. */
import type { Report } from 'boxless/transformer';

export interface Expected {
  readonly frame: string[];
  readonly coroutine: string[];
  readonly native: string[];
}

export function expectedOf(text: string): Expected {
  const names = (word: string): string[] =>
    [...text.matchAll(new RegExp(`^// ${word}: (.*)$`, 'gm'))].flatMap(([, list]) => list!.split(',').map((name) => name.trim())).sort();
  return { frame: names('frame'), coroutine: names('coroutine'), native: names('native') };
}

/** What became of the marked functions, in the same form. */
export function actualOf({ compiled, native }: Report): Expected {
  const named = (strategy: string): string[] => compiled.filter((one) => one.strategy === strategy).map(({ name }) => name).sort();
  return { frame: named('frame'), coroutine: named('coroutine'), native: native.map(({ name }) => name).sort() };
}
