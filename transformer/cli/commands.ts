/** What the commands print. None prints anything before all of its files are done. */
import type { Options, Report } from '../model';
import { expandSource, transformSource, type TransformedSource } from '../source';
import { annotate as annotateText } from './annotate';
import { programFor } from './program';
import { lineOf, readInput, refusal, Refusal, warningOf } from './input';
import { writeAll } from './output';

export type Settings = Partial<Pick<Options, 'scheduling' | 'eager' | 'include'>>;

export interface Printed {
  readonly out: string;
  /** Warnings. */
  readonly err: string;
}

/** @throws Refusal with every error of the file, if it has one */
export function expand(fileName: string, { js, ...settings }: Settings & { js?: boolean }): Printed {
  const { result, warnings } = compiled(fileName, settings, js ? transformSource : expandSource);
  return { out: result.code, err: warnings };
}

/** One line for each trait method: `file: Class.method  frame`, and why not where it is something else. */
export function report(fileNames: readonly string[], settings: Settings): Printed {
  const all = forEach(fileNames, settings);
  const rows = all.flatMap(({ fileName, result }) => rowsOf(result.report).map((row) => [`${fileName}: ${row[0]}`, row[1], row[2]] as const));
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  const lines = rows.map(([name, strategy, reason]) => `${name.padEnd(width)}  ${strategy.padEnd('coroutine'.length)}  ${reason}`.trimEnd());
  return { out: lines.map((line) => `${line}\n`).join(''), err: '' };
}

/** Diagnostics only. */
export function check(fileNames: readonly string[], settings: Settings): Printed {
  return { out: '', err: forEach(fileNames, settings).map(({ warnings }) => warnings).join('') };
}

/** Marks what becomes a frame: printed, or with `write` put into the files, all of them or none. */
export function annotate(fileNames: readonly string[], { write, tag }: { write?: boolean; tag?: boolean }): Printed {
  if (!write && fileNames.length > 1) throw refusal('boxless', 'badCommandLine', "several files can only be annotated in place: add '--write'.");
  const annotated = fileNames.map((fileName) => {
    const { text } = readInput(fileName);
    return { fileName, before: text, ...annotateText(fileName, text, { tag }) };
  });
  const err = annotated.flatMap(({ fileName, before, left }) => left.map(({ start, message }) => warningOf(fileName, before, start, message))).join('');
  if (!write) return { out: annotated[0]!.text, err };
  const changed = annotated.filter(({ before, text }) => text !== before);
  writeAll(changed);
  return { out: changed.map(({ fileName }) => `${fileName}\n`).join(''), err };
}

function rowsOf({ compiled, native }: Report): [string, string, string][] {
  return [
    ...compiled.map(({ name, strategy, reason }): [string, string, string] => [name, strategy, reason ?? '']),
    ...native.map(({ name, code, message }): [string, string, string] => [name, 'native', `${code}: ${message}`]),
  ];
}

interface Done {
  readonly fileName: string;
  readonly result: TransformedSource;
  readonly warnings: string;
}

function forEach(fileNames: readonly string[], settings: Settings): Done[] {
  const done: Done[] = [];
  const refused: string[] = [];
  for (const fileName of fileNames) {
    try {
      done.push(compiled(fileName, settings, transformSource));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(error.message);
    }
  }
  if (refused.length > 0) throw new Refusal(refused.join('\n'));
  return done;
}

function compiled(fileName: string, settings: Settings, compile: typeof transformSource): Done {
  const { text } = readInput(fileName);
  const result = compile(text, { fileName, ...settings, program: programFor(fileName, text) });
  const lines = result.diagnostics.map((diagnostic) => lineOf(diagnostic, fileName));
  if (result.diagnostics.some(({ category }) => category === 'error')) throw new Refusal(lines.join('\n'));
  return { fileName, result, warnings: lines.map((line) => `${line}\n`).join('') };
}
