/** The types of one file, for what cannot be compiled without them. */
import { dirname, resolve } from 'node:path';
import * as ts from 'typescript';

/**
 * A program around the file, with the options of the nearest tsconfig.json, if the file asks for types (`dynTrait<T>()`). A
 * checker takes a second or two, so all other files do without.
 */
export function programFor(fileName: string, text: string): ts.Program | undefined {
  if (!/\bdynTrait\b/.test(text)) return undefined;
  const config = ts.findConfigFile(dirname(resolve(fileName)), (path) => ts.sys.fileExists(path));
  const { options } = config === undefined ? DEFAULTS : ts.parseJsonConfigFileContent(ts.readConfigFile(config, (path) => ts.sys.readFile(path)).config, ts.sys, dirname(config));
  return ts.createProgram([fileName], { ...options, noEmit: false, incremental: false, composite: false });
}

const DEFAULTS = { options: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, skipLibCheck: true } as ts.CompilerOptions };
