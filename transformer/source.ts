/** `transformSource`: one file, no type checker; for bundlers, test runners, `boxless expand` and conformance runs. */
import * as ts from 'typescript';
import { compile } from './compile';
import type { Diagnostic, Options, Report } from './model';
import { freePrefix, readOptions } from './options';

export interface SourceOptions extends Partial<Options> {
  fileName?: string;
  compilerOptions?: ts.CompilerOptions;
}

export interface TransformedSource {
  readonly code: string;
  /** The source map as JSON text, if `compilerOptions.sourceMap` is set. */
  readonly map: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly report: Report;
}

const EMPTY: Report = { compiled: [], native: [] };

/**
 * Compiles one file to JavaScript.
 *
 * @throws never for what the text contains: see `diagnostics`
 */
export function transformSource(text: string, { fileName = 'module.ts', compilerOptions = {}, ...given }: SourceOptions = {}): TransformedSource {
  const diagnostics: Diagnostic[] = [];
  let report = EMPTY;
  const before: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
    const options = readOptions(given, file, (diagnostic) => diagnostics.push(diagnostic));
    const compiled = compile(file, { ts, factory: context.factory, context, options, checker: undefined, prefix: freePrefix(text), report: (diagnostic) => diagnostics.push(diagnostic) });
    report = compiled.report;
    return compiled.file;
  };
  const output = ts.transpileModule(text, {
    fileName,
    reportDiagnostics: false,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, ...compilerOptions },
    transformers: { before: [before] },
  });
  return { code: output.outputText, map: output.sourceMapText, diagnostics, report };
}

/** The same as TypeScript, before types and modules are taken away: what `boxless expand` prints. */
export function expandSource(text: string, { fileName = 'module.ts', compilerOptions = {}, ...given }: SourceOptions = {}): TransformedSource {
  const diagnostics: Diagnostic[] = [];
  const file = ts.createSourceFile(fileName, text, compilerOptions.target ?? ts.ScriptTarget.ESNext, true);
  const options = readOptions(given, file, (diagnostic) => diagnostics.push(diagnostic));
  let report = EMPTY;
  const result = ts.transform(file, [(context) => (source) => {
    const compiled = compile(source, { ts, factory: context.factory, context, options, checker: undefined, prefix: freePrefix(text), report: (diagnostic) => diagnostics.push(diagnostic) });
    report = compiled.report;
    return compiled.file;
  }], compilerOptions);
  const code = ts.createPrinter().printFile(result.transformed[0]!);
  return { code, map: undefined, diagnostics, report };
}
