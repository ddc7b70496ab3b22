/** Makes a failing program smaller, and writes it down. */
import * as fc from 'fast-check';
import * as ts from 'typescript';
import { programs } from './arbitrary';
import { compare, type Difference } from './compare';
import type { Program } from './grammar/program';
import { MODES, type Dialect } from './modes';
import { PLANS } from './play';
import { print } from './tree';

const PATIENCE_MS = 90_000;

/** The smallest program found that still differs in the mode in which this one did. `onTry` is called before each that is run. */
export async function shrink(program: Program, found: Difference, dialect: Dialect, onTry?: () => void): Promise<{ program: Program; difference: Difference }> {
  const modes = MODES.filter(({ name }) => name === found.mode);
  const plans = found.plan === undefined ? [] : PLANS.slice(0, PLANS.indexOf(found.plan) + 1);
  let smallest = { program, difference: found };
  const fails = async (candidate: Program): Promise<boolean> => {
    onTry?.();
    const { differences } = await compare([{ text: print(candidate.tree), flavour: candidate.flavour }], { dialect, modes, plans });
    const difference = differences[0];
    // Another bug is not the one that was found: what does not load and what does something else are kept apart.
    if (difference === undefined || (difference.plan === undefined) !== (found.plan === undefined)) return false;
    if (found.plan === undefined && errorName(difference) !== errorName(found)) return false;
    smallest = { program: candidate, difference };
    return true;
  };
  const property = fc.asyncProperty(programs(false, false), async (candidate) => !(await fails(candidate)));
  await fc.check(property, { examples: [[program]], numRuns: 1, interruptAfterTimeLimit: PATIENCE_MS });
  return smallest;
}

const errorName = ({ message }: Difference): string => message.slice(0, message.indexOf(':'));

export interface Finding {
  readonly batch: number;
  readonly index: number;
  readonly mode: string;
  readonly message: string;
  readonly text: string;
}

/** The program as a file of test/issues: readable, with what it shows at its head. */
export function written(program: Program, difference: Difference, dialect: Dialect, origin: string): string {
  const file = ts.createSourceFile('program.ts', print(program.tree).replaceAll('§', ''), ts.ScriptTarget.ESNext, true);
  const text = ts.createPrinter().printFile(file);
  const head = [`// tasks: ${program.flavour}`, `// strict: ${dialect.isStrict}`, `// lowered: ${dialect.lowered}`, `// found in mode ${difference.mode}, plan ${difference.plan ?? 'none'}; ${origin}`];
  return `${head.join('\n')}\n${text}`;
}
