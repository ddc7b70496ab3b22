/** A program in both forms: as TypeScript alone makes it, and as the transformer does. */
import { transformSource, type Report, type SourceOptions } from 'boxless/transformer';
import * as ts from 'typescript';
import { compilerOptionsOf } from './head';
import { needsTypes, programOf } from './types';

export interface Program {
  readonly code: string;
  readonly report: Report;
}

export type Compile = (text: string, fileName: string) => Program;

const EMITTED: ts.CompilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true };

export const untouched = plain();

/** As TypeScript alone makes it. */
export function plain(compilerOptions: ts.CompilerOptions = {}): Compile {
  return (text, fileName) => ({
    code: ts.transpileModule(text, { fileName, compilerOptions: { ...EMITTED, ...compilerOptionsOf(text), ...compilerOptions } }).outputText,
    report: { compiled: [], native: [] },
  });
}

/** `BOXLESS_CHECKED=1 npx jest`: every test with compiled programs in checked mode. */
const checked = process.env['BOXLESS_CHECKED'] === '1';

/** @throws if the transformer reports an error, or emits what does not parse */
export function compiled({ compilerOptions, ...options }: SourceOptions = {}): Compile {
  return (text, fileName) => {
    const all = { ...EMITTED, ...compilerOptionsOf(text), ...compilerOptions };
    const program = needsTypes(text) ? programOf(fileName, text, all) : undefined;
    const { code, diagnostics, report } = transformSource(text, { checked, runtime: 'require', ...options, fileName, compilerOptions: all, program });
    const errors = diagnostics.filter(({ category }) => category === 'error');
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
    return { code, report };
  };
}
