/** Costs are tests where they are exact: bytes per ready call, frames per instance. What is only reported is printed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtRuntime } from '../harness/built-runtime';
import { compiled, untouched } from '../harness/compile';
import { foldersIn, TEST } from '../harness/discover';

const SOURCE = join(TEST, 'cost', 'programs.ts');
const ROWS = 1_000_000;

interface Measured { readonly bytes: Record<string, number>; readonly pools: { calls: number; inFlight: number; created: number; live: number }[] }

/** One process for all numbers: a fresh heap, nothing of jest in it. */
function measure(): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'boxless-cost-'));
  try {
    const { code } = compiled()(readFileSync(SOURCE, 'utf8'), SOURCE);
    const runtime = builtRuntime();
    const linked = code.replace(/require\("boxless(\/internal)?"\)/g, (_, internal?: string) => `require(${JSON.stringify(join(runtime, internal ? 'internal.js' : 'index.js'))})`);
    writeFileSync(join(folder, 'programs.cjs'), linked);
    writeFileSync(join(folder, 'main.cjs'), `
      const { names, bytesOfReadyCalls, poolAfter } = require('./programs.cjs');
      (async () => {
        const bytes = {}, pools = [];
        for (const name of names) bytes[name] = await bytesOfReadyCalls(name, ${ROWS});
        for (const [calls, inFlight] of [[100_000, 1], [100_000, 7], [1_000_000, 100]]) pools.push({ calls, inFlight, ...(await poolAfter(calls, inFlight)) });
        console.log(JSON.stringify({ bytes, pools }));
      })();`);
    return JSON.parse(execFileSync(process.execPath, ['--expose-gc', join(folder, 'main.cjs')], { encoding: 'utf8' })) as Measured;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const measured = measure();

/** What one run leaves whatever its length: the public call's future, a few numbers, the measuring itself. */
const CONSTANT = 16 * 1024;

test.each(Object.entries(measured.bytes))('a ready call costs 0 bytes: %s', (_, bytes) => {
  expect(bytes).toBeLessThan(CONSTANT);
});

test.each(measured.pools)('after $calls suspending calls, $inFlight at a time, the pool holds as many frames', ({ inFlight, created, live }) => {
  expect({ created, live }).toEqual({ created: inFlight, live: 0 });
});

test('the size of the output is reported', () => {
  const read = (name: string): string => readFileSync(join(TEST, 'emit', name, 'input.ts'), 'utf8');
  const size = (compile: typeof untouched): [number, number] => {
    const code = foldersIn('emit').map((name) => compile(read(name), `${name}.ts`).code).join('');
    return [code.length, gzipSync(code, { level: 9 }).length];
  };
  const [plain, plainZipped] = size((text, file) => untouched(text.replace(/@asyncTrait(\(.*?\))?\s/g, ''), file));
  const [ours, oursZipped] = size(compiled());
  console.info(`fixtures: ${ours} bytes compiled, ${plain} untouched (x ${(ours / plain).toFixed(2)}); gzipped ${oursZipped} against ${plainZipped} (x ${(oursZipped / plainZipped).toFixed(2)})`);
  expect(ours / plain).toBeLessThan(8);
});
