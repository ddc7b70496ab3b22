/** The ways in which a program is compiled, and what is compared in each. */
import type { SourceOptions } from 'boxless/transformer';
import * as ts from 'typescript';
import type { Flavour } from './grammar/context';

export interface Mode {
  readonly name: string;
  readonly options: SourceOptions;
  /** Every await takes its native tick: then the order of all tasks, and the tick of each event, are the native ones. */
  readonly keepsTicks: boolean;
}

export const MODES: readonly Mode[] = [
  { name: 'default', options: {}, keepsTicks: false },
  { name: 'microtask', options: { scheduling: 'microtask' }, keepsTicks: true },
  { name: 'all', options: { include: 'all' }, keepsTicks: false },
  { name: 'all, microtask', options: { include: 'all', scheduling: 'microtask' }, keepsTicks: true },
  { name: 'all, values', options: { include: 'all', eager: 'values' }, keepsTicks: false },
  { name: 'all, checked', options: { include: 'all', checked: true }, keepsTicks: false },
];

/**
 *   single          one task: everything is in order in every mode
 *   separate tasks  tasks on the same objects that share nothing which changes: each in order, in every mode
 *   mixed tasks     whatever tasks do to one another shows: compared only where ticks are kept
 */
export function canCompare(flavour: Flavour, mode: Mode): boolean {
  return flavour !== 'mixed tasks' || mode.keepsTicks;
}

/** What the programs of a text have in common. */
export interface Dialect {
  readonly isStrict: boolean;
  /** With types, `using` and enums, which TypeScript has to take away, also where nothing is compiled. */
  readonly lowered: boolean;
}

export function compilerOptions({ lowered }: Dialect): ts.CompilerOptions {
  // As little work as possible for TypeScript: nothing to lower, no imports to look after.
  const target = lowered ? ts.ScriptTarget.ES2022 : ts.ScriptTarget.ESNext;
  return { target, module: ts.ModuleKind.ESNext, alwaysStrict: false, removeComments: true, verbatimModuleSyntax: true };
}

/** All combinations of dialect and mode have their turn. */
export function dialectOf(batch: number): Dialect {
  return { isStrict: batch % 2 === 1, lowered: batch % 8 >= 6 };
}

/** One mode a batch: most of what a program costs is its compilation. */
export function modeOf(batch: number): Mode {
  return MODES[[0, 1, 2, 3, 5, 1, 4][batch % 7]!]!;
}
