/** What a command is given: a file that can be read and parsed, or one line that says why not. */
import { readFileSync } from 'node:fs';
import * as ts from 'typescript';
import { messageOf, table, type DiagnosticName } from '../diagnostics';
import type { Diagnostic } from '../model';

/** A fault of the user: its message is all there is to print. */
export class Refusal extends Error {}

export interface Input {
  readonly fileName: string;
  readonly text: string;
}

const READ_ERRORS: Record<string, string> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
  ENOTDIR: 'a part of its path is not a directory',
};

/** @throws Refusal if the file cannot be read or does not parse */
export function readInput(fileName: string): Input {
  let bytes: Buffer;
  try {
    bytes = readFileSync(fileName);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw refusal(fileName, 'cannotRead', READ_ERRORS[code] ?? message);
  }
  if (bytes.includes(0)) throw refusal(fileName, 'cannotRead', 'it is not a text');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const { diagnostics = [] } = ts.transpileModule(text, { fileName, reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext } });
  const [first] = diagnostics.filter(({ file }) => file !== undefined);
  if (first !== undefined) {
    const words = ts.flattenDiagnosticMessageText(first.messageText, ' ');
    throw refusal(`${fileName}${position(first.file!, first.start ?? 0)}`, 'syntaxError', words);
  }
  return { fileName, text };
}

/** `where: error BX90006: message`, the form editors and CI logs know. */
export function refusal(where: string, name: DiagnosticName, ...words: string[]): Refusal {
  return new Refusal(`${where || "''"}: error BX${table[name].code}: ${messageOf(name, ...words)}`);
}

export function lineOf({ file, start, category, code, message }: Diagnostic, fileName: string): string {
  return `${fileName}${position(file, start)}: ${category} BX${code}: ${message}`;
}

/** The same for a place in a text that is not compiled any more. */
export function warningOf(fileName: string, text: string, start: number, message: string): string {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.ESNext);
  return `${fileName}${position(file, start)}: warning ${message}\n`;
}

function position(file: ts.SourceFile, start: number): string {
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `(${line + 1},${character + 1})`;
}
