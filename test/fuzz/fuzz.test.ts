/** A short seeded run in every mode, in a process of its own: programs leave rejected promises behind. `npm run fuzz` makes long ones. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as ts from 'typescript';
import { ROOT, sourcesBelow } from '../harness/discover';

const SEED = 21;
const PROGRAMS = 300;

test('generated programs do the same compiled', async () => {
  // As `npm run fuzz` builds it, without the type check.
  for (const file of ['test/harness/events.ts', ...sourcesBelow('test/fuzz')]) {
    const { outputText } = ts.transpileModule(readFileSync(join(ROOT, file), 'utf8'), { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
    const built = join(ROOT, 'dist', file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(built), { recursive: true });
    writeFileSync(built, outputText);
  }
  const main = join(ROOT, 'dist', 'test', 'fuzz', 'main.js');
  const run = promisify(execFile)(process.execPath, [main, '--count', String(PROGRAMS), '--seed', String(SEED), '--fresh'], { maxBuffer: 1e8 });
  const { stdout } = await run.catch((error: { stdout: string; stderr: string }) => ({ stdout: error.stdout + error.stderr }));
  const [, compared, runs] = /: (\d+) programs compared in (\d+) compiled runs of \d+ events, 0 different/.exec(stdout) ?? [stdout];
  expect({ stdout, compared: Number(compared) }).toEqual({ stdout, compared: expect.any(Number) });
  expect(Number(compared)).toBeGreaterThan(PROGRAMS * 0.9);
  expect(Number(runs)).toBeGreaterThan(PROGRAMS);
  // Each program has a marked `main` at least.
  const [, frames, coroutines] = /compiled: (\d+) frames, (\d+) coroutines/.exec(stdout)!;
  expect(Number(frames) + Number(coroutines)).toBeGreaterThan(PROGRAMS);
}, 180_000);
