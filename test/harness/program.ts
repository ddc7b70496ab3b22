/** A program written in a test, compiled and run. */
import { join } from 'node:path';
import type { SourceOptions } from 'boxless/transformer';
import { compiled, untouched } from './compile';
import { TEST } from './discover';
import { load, type Loaded } from './load';

// As varied as the programs are.
type Anything = any;

const HEAD = "import { asyncTrait } from 'boxless';\n";

/** What the program exports. `asyncTrait` is imported for it. */
export function program(text: string, options?: SourceOptions): Anything {
  return load(join(TEST, 'program.ts'), compiled(options), HEAD + text).exports;
}

/** The same without the transformer. */
export function untouchedProgram(text: string): Anything {
  return load(join(TEST, 'program.ts'), untouched, HEAD + text).exports;
}

export type { Loaded };

/** The next turn of the event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
