/** Programs and their environment as functions, untouched and compiled. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSource, type Report } from 'boxless/transformer';
import * as internal from 'boxless/internal';
import * as ts from 'typescript';
import type { Env } from './env';
import { compilerOptions, type Dialect, type Mode } from './modes';
import { brief } from './show';

const RUNTIME = '__boxless';

/** `npm run test:checked`: every mode is checked. */
const checked = process.env['BOXLESS_CHECKED'] === '1';

export const ROOT = (function rootOf(folder: string): string {
  try {
    if (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name === 'boxless') return folder;
  } catch { /* go on upwards */ }
  return rootOf(dirname(folder));
})(__dirname);

export interface Compiled {
  readonly code: string;
  readonly report: Report;
}

/** `mode` undefined: the text as it is, or as TypeScript alone lowers it. @throws if the transformer reports an error */
export function compile(text: string, mode: Mode | undefined, dialect: Dialect, module = ts.ModuleKind.ESNext): Compiled {
  // As .ts, `f < 1 > (x)` is a call with the argument `1` of a type.
  const fileName = dialect.lowered ? 'program.ts' : 'program.js';
  const options = { ...compilerOptions(dialect), module, verbatimModuleSyntax: module === ts.ModuleKind.ESNext };
  if (mode === undefined) {
    const code = dialect.lowered ? ts.transpileModule(text, { fileName, compilerOptions: options }).outputText : text;
    return { code, report: { compiled: [], native: [] } };
  }
  const { code, report, diagnostics } = transformSource(text, { fileName, compilerOptions: options, runtime: { global: RUNTIME }, checked, ...mode.options });
  const errors = diagnostics.filter(({ category }) => category === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return { code, report };
}

export type Main = (t: number) => Promise<unknown>;

/** The `main` of each program of a text; all have one environment. @throws SyntaxError */
export function evaluate(code: string, env: Env, names: readonly string[]): Main[] {
  const body = new Function('_', 't', RUNTIME, `${code}\nreturn [${names.join()}];`) as (...given: unknown[]) => Main[];
  return body(env, 0, internal);
}

const environments = new Map<Mode | undefined, new (show: (value: unknown) => string) => Env>();

/** A new environment whose leaves are compiled in the same mode. */
export function environment(mode: Mode | undefined): Env {
  let made = environments.get(mode);
  if (made === undefined) {
    const load = (specifier: string): Record<string, unknown> => {
      const { code } = compile(readFileSync(join(ROOT, 'test', 'fuzz', `${specifier}.ts`), 'utf8'), mode, { isStrict: true, lowered: true }, ts.ModuleKind.CommonJS);
      const exported = {};
      new Function('exports', 'require', RUNTIME, code)(exported, load, internal);
      return exported;
    };
    environments.set(mode, (made = load('./env')['Env'] as NonNullable<typeof made>));
  }
  return new made(brief);
}
