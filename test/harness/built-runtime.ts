/** The runtime as plain JavaScript in a folder, for processes of their own: built from the sources once per test file. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ts from 'typescript';
import { ROOT } from './discover';

let folder: string | undefined;

function builtRuntime(): string {
  if (folder !== undefined) return folder;
  folder = mkdtempSync(join(tmpdir(), 'boxless-runtime-'));
  process.once('exit', () => rmSync(folder!, { recursive: true, force: true }));
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(join(ROOT, 'runtime')).filter((file) => file.endsWith('.ts'))) {
    const text = readFileSync(join(ROOT, 'runtime', name), 'utf8');
    const { outputText } = ts.transpileModule(text, { fileName: name, compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    writeFileSync(join(folder, name.replace(/\.ts$/, '.js')), outputText);
  }
  return folder;
}

/** CommonJS that requires the runtime, with that folder's in its place. */
export function linked(code: string): string {
  return code.replace(/require\("boxless(\/internal)?"\)/g, (_, internal?: string) => `require(${JSON.stringify(join(builtRuntime(), internal ? 'internal.js' : 'index.js'))})`);
}
