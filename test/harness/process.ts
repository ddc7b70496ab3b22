/** A program in a process of its own. It prints what it has to say. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linked } from './built-runtime';
import { compiled, type Compile } from './compile';

export interface Outcome { readonly code: number; readonly out: string; readonly err: string }

let folder: string | undefined;

function programs(): string {
  if (folder !== undefined) return folder;
  folder = mkdtempSync(join(tmpdir(), 'boxless-process-'));
  process.once('exit', () => rmSync(folder!, { recursive: true, force: true }));
  return folder;
}

export function outcomeOf(text: string, compile: Compile = compiled(), options: string[] = []): Promise<Outcome> {
  const file = join(programs(), `program-${Math.random().toString(36).slice(2)}.cjs`);
  const { code } = compile(`import { asyncTrait, poolOf } from 'boxless';\n${text}`, 'program.ts');
  writeFileSync(file, linked(code));
  return new Promise((resolve) => {
    execFile(process.execPath, [...options, file], (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out: out.trim(), err: err.trim() }));
  });
}
