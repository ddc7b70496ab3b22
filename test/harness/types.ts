/** A program around one source text, for what the transformer compiles only with types. */
import { join } from 'node:path';
import * as ts from 'typescript';
import { ROOT } from './discover';

/** Parsed once per test file: TypeScript's own declarations and our runtime are most of the work. */
const parsed = new Map<string, ts.SourceFile | undefined>();

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts'],
  strict: true,
  types: [],
  skipLibCheck: true,
  paths: { boxless: [join(ROOT, 'runtime/index.ts')] },
};

/** Does the text ask for something that needs types, or say `// typed`? */
export const needsTypes = (text: string): boolean => /\bdynTrait\b|^\/\/ typed$/m.test(text);

export function programOf(fileName: string, text: string, options: ts.CompilerOptions = {}): ts.Program {
  const host = ts.createCompilerHost({ ...OPTIONS, ...options });
  const { getSourceFile } = host;
  host.getSourceFile = (name, version, ...rest) => {
    if (name === fileName) return ts.createSourceFile(name, text, version, true);
    const key = `${JSON.stringify(version)} ${name}`;
    if (!parsed.has(key)) parsed.set(key, getSourceFile.call(host, name, version, ...rest));
    return parsed.get(key);
  };
  const { fileExists, readFile } = host;
  host.fileExists = (name) => name === fileName || fileExists.call(host, name);
  host.readFile = (name) => (name === fileName ? text : readFile.call(host, name));
  return ts.createProgram([fileName], { ...OPTIONS, ...options }, host);
}

/** What TypeScript itself says of the text. */
export function typeErrors(program: ts.Program, fileName: string): string[] {
  return ts.getPreEmitDiagnostics(program, program.getSourceFile(fileName)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
