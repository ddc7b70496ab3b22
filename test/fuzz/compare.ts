/** Programs run untouched and compiled: what is different? */
import * as ts from 'typescript';
import { compile, environment, evaluate, type Main } from './compile';
import type { Env } from './env';
import type { Plan } from './run';
import type { Flavour } from './grammar/context';
import { canCompare, type Dialect, type Mode } from './modes';
import { LEAK, play, PLANS, type Played } from './play';

/** A program as text: names with `§` are made unique in a batch. */
export interface Source {
  readonly text: string;
  readonly flavour: Flavour;
}

export interface Difference {
  readonly mode: string;
  readonly plan: Plan | undefined;
  /** What is different, with what led to it. */
  readonly message: string;
}

/** What was done, to prove that something was. */
export interface Tally {
  programs: number;
  /** Does not parse as it is written, or TypeScript alone finds an error in it: nothing was compared. */
  invalid: number;
  /** Does not come back untouched either: nothing was compared. */
  endless: number;
  runs: number;
  events: number;
  frames: number;
  coroutines: number;
  native: number;
}

export const emptyTally = (): Tally => ({ programs: 0, invalid: 0, endless: 0, runs: 0, events: 0, frames: 0, coroutines: 0, native: 0 });

export interface Comparison {
  /** By the index of the program; undefined: none. */
  readonly differences: readonly (Difference | undefined)[];
  readonly tally: Tally;
}

interface Side { readonly main: Main; readonly env: Env }

const unique = (text: string, index: number): string => text.replaceAll('§', `_${index}`);

function load(sources: readonly Numbered[], mode: Mode | undefined, dialect: Dialect, tally: Tally): { mains: Main[]; env: Env } {
  const text = (dialect.isStrict ? "'use strict';\n" : '') + sources.map((source) => unique(source.text, source.index)).join('\n');
  const { code, report } = compile(text, mode, dialect);
  const env = environment(mode);
  env.reset('ready');
  const mains = evaluate(code, env, sources.map(({ index }) => `main_${index}`));
  if (mode !== undefined && report.compiled.length < sources.length) throw new Error('not compiled');
  for (const { strategy } of report.compiled) tally[strategy === 'frame' ? 'frames' : 'coroutines']++;
  tally.native += report.native.length;
  return { mains, env };
}

type Numbered = { readonly text: string; readonly index: number };

/** All programs as one text; if that fails, each half by itself. */
function loadAll(sources: readonly Numbered[], mode: Mode | undefined, dialect: Dialect, tally: Tally): (Side | Error)[] {
  if (sources.length === 0) return [];
  try {
    const side = load(sources, mode, dialect, tally);
    return side.mains.map((main) => ({ main, env: side.env }));
  } catch (error) {
    if (sources.length === 1) return [error instanceof Error ? error : new Error(String(error))];
    const half = sources.length >> 1;
    return [...loadAll(sources.slice(0, half), mode, dialect, tally), ...loadAll(sources.slice(half), mode, dialect, tally)];
  }
}

export interface Settings {
  readonly dialect: Dialect;
  readonly modes: readonly Mode[];
  readonly plans?: readonly Plan[];
  /** Called before each program is run, since it may never come back; and, without an index, before all of them are compiled. */
  readonly onProgram?: (index: number | undefined, side: 'untouched' | 'compiled') => void;
}

export async function compare(sources: readonly Source[], { dialect, modes, plans = PLANS, onProgram }: Settings): Promise<Comparison> {
  const tally = emptyTally();
  const numbered = sources.map(({ text }, index) => ({ text, index }));
  onProgram?.(undefined, 'untouched');
  const native = loadAll(numbered, undefined, dialect, tally);
  const isValid = native.map((side) => !(side instanceof Error));
  const valid = numbered.filter((_, index) => isValid[index]);
  onProgram?.(undefined, 'compiled');
  const compiled = modes.map((mode) => {
    const sides = loadAll(valid, mode, dialect, tally).values();
    return isValid.map((is) => (is ? sides.next().value : undefined));
  });
  const differences: (Difference | undefined)[] = [];
  for (const [index, { flavour }] of sources.entries()) {
    onProgram?.(index, 'untouched');
    tally.programs++;
    const untouched = native[index]!;
    if (untouched instanceof Error) {
      tally.invalid++;
      differences.push(undefined);
      continue;
    }
    let found: Difference | undefined;
    const expected: Played[] = [];
    for (const plan of plans) expected.push(await play(untouched.main, untouched.env, flavour, plan));
    for (const [at, mode] of modes.entries()) {
      if (found !== undefined || !canCompare(flavour, mode)) continue;
      onProgram?.(index, 'compiled');
      const side = compiled[at]![index]!;
      if (side instanceof Error) {
        found = { mode: mode.name, plan: undefined, message: String(side.stack) };
        continue;
      }
      for (const [number, plan] of plans.entries()) {
        const actual = await play(side.main, side.env, flavour, plan);
        tally.runs++;
        tally.events += actual.lines.length;
        const message: string | undefined = found === undefined ? difference(actual, expected[number]!, flavour, mode) : undefined;
        if (message !== undefined) found = { mode: mode.name, plan, message };
      }
    }
    if (found !== undefined && isMisread(unique(sources[index]!.text, index))) {
      tally.invalid++;
      found = undefined;
    }
    differences.push(found);
  }
  return { differences, tally };
}

/** case ([x] = y): let { z } = y;   TypeScript takes it for an arrow function that returns the type `let`, and misses its arrow. */
function isMisread(text: string): boolean {
  return (ts.transpileModule(text, { fileName: 'program.ts', reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ESNext } }).diagnostics ?? []).length > 0;
}

function difference(actual: Played, expected: Played, flavour: Flavour, mode: Mode): string | undefined {
  const leak = actual.lines.find((line) => line.startsWith(LEAK));
  if (leak !== undefined) return leak;
  if (mode.keepsTicks) return firstDifference(actual.ticked, expected.ticked);
  if (flavour === 'single') return firstDifference(actual.lines, expected.lines);
  for (const t of [1, 2, 3]) {
    const of = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith(`${t}|`));
    const found = firstDifference(of(actual.lines), of(expected.lines));
    if (found !== undefined) return found;
  }
  return undefined;
}

function firstDifference(actual: readonly string[], expected: readonly string[]): string | undefined {
  const length = Math.max(actual.length, expected.length);
  for (let at = 0; at < length; at++) {
    if (actual[at] === expected[at]) continue;
    const before = expected.slice(Math.max(0, at - 6), at).map((line) => `    ${line}`);
    return [...before, ...expected.slice(at, at + 4).map((line) => `  - ${line}`), ...actual.slice(at, at + 4).map((line) => `  + ${line}`)].join('\n');
  }
  return undefined;
}
