/** Runs something with a program in a process of its own: a fresh heap, nothing of jest in it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linked } from './built-runtime';
import type { Compile } from './compile';

/** A young generation so large that no collection falls into a measurement and hides what was allocated. */
export const FLAGS = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256'];

/** What `main` comes to, a function in JavaScript in which the program's exports are `programs` and the runtime `internal`. */
export function inProcess<T>(source: string, compile: Compile, main: string, flags: readonly string[] = FLAGS): T {
  const folder = mkdtempSync(join(tmpdir(), 'boxless-cost-'));
  try {
    const { code } = compile(readFileSync(source, 'utf8'), source);
    writeFileSync(join(folder, 'programs.cjs'), linked(code));
    const head = linked(`const programs = require("./programs.cjs"), internal = require("boxless/internal");`);
    writeFileSync(join(folder, 'main.cjs'), `${head} (async () => console.log(JSON.stringify(await (${main})())))();`);
    return JSON.parse(execFileSync(process.execPath, [...flags, join(folder, 'main.cjs')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })) as T;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
