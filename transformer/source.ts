/** `transformSource`: one file, by itself or of a program; for bundlers, test runners, `boxless expand` and conformance runs. */
import ts = require("typescript");
import { compile } from './compile';
import type { Diagnostic, Options, Report } from './model';
import { freePrefix, readOptions } from './options';

export interface SourceOptions extends Partial<Options> {
  fileName?: string;
  compilerOptions?: ts.CompilerOptions;
  /** A program that holds the file under its name: what needs types is compiled too, and `compilerOptions` are the program's. */
  program?: ts.Program;
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
 * @throws never for what the text contains: see `diagnostics`; an error if the program does not hold the file
 */
export function transformSource(text: string, { fileName = 'module.ts', compilerOptions = {}, program, ...given }: SourceOptions = {}): TransformedSource {
  const { before, result } = rooms(text, given, program);
  if (program !== undefined) {
    const files = new Map<string, string>();
    program.emit(sourceOf(program, fileName), (name, content) => void files.set(name, content), undefined, false, { before: [before] });
    const [, code = ''] = [...files].find(([name]) => /\.[cm]?jsx?$/.test(name)) ?? [];
    return result(code, [...files].find(([name]) => name.endsWith('.map'))?.[1]);
  }
  const output = ts.transpileModule(text, {
    fileName,
    reportDiagnostics: false,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, ...compilerOptions },
    transformers: { before: [before] },
  });
  return result(output.outputText, output.sourceMapText);
}

/** The same as TypeScript, before types and modules are taken away: what `boxless expand` prints. */
export function expandSource(text: string, { fileName = 'module.ts', compilerOptions = {}, program, ...given }: SourceOptions = {}): TransformedSource {
  const { before, result } = rooms(text, given, program);
  const file = program === undefined ? ts.createSourceFile(fileName, text, compilerOptions.target ?? ts.ScriptTarget.ESNext, true) : sourceOf(program, fileName);
  const { transformed } = ts.transform(file, [before], program?.getCompilerOptions() ?? compilerOptions);
  return result(ts.createPrinter().printFile(transformed[0]!));
}

/** The pipeline as a transformer, and what it found when it has run. */
function rooms(text: string, given: Partial<Options>, program: ts.Program | undefined) {
  const diagnostics: Diagnostic[] = [];
  const add = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  let report = EMPTY;
  const before: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
    const options = readOptions(given, file, add);
    const compiled = compile(file, { ts, factory: context.factory, context, options, checker: program?.getTypeChecker(), prefix: freePrefix(text), report: add });
    report = compiled.report;
    return compiled.file;
  };
  const result = (code: string, map?: string): TransformedSource => ({ code, map, diagnostics, report });
  return { before, result };
}

function sourceOf(program: ts.Program, fileName: string): ts.SourceFile {
  const file = program.getSourceFile(fileName);
  if (file === undefined) throw new Error(`the program has no file '${fileName}'`);
  return file;
}
