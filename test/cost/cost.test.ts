/** Costs are tests where they are exact: bytes per ready call, frames per instance. What is only reported is printed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compiled, untouched } from '../harness/compile';
import { foldersIn, TEST } from '../harness/discover';
import { inProcess } from '../harness/in-process';

const SOURCE = join(TEST, 'cost', 'programs.ts');
const ROWS = 4_000_000;

interface Measured { readonly bytes: Record<string, number>; readonly pairs: Record<string, number>; readonly joined: number; readonly turns: Record<string, number>; readonly pools: { calls: number; inFlight: number; created: number; live: number }[] }

const measured = inProcess<Measured>(SOURCE, compiled(), `async () => {
  const bytes = {}, pools = [];
  for (const name of programs.names) bytes[name] = await programs.bytesOfReadyCalls(name, ${ROWS});
  for (const [calls, inFlight] of [[100_000, 1], [100_000, 7], [1_000_000, 100]]) pools.push({ calls, inFlight, ...(await programs.poolAfter(calls, inFlight)) });
  const pairs = {};
  for (const how of ['apart', 'joined', 'raced']) pairs[how] = await programs.bytesOfWaitingPairs(how, 100_000);
  const turns = {};
  for (const waiting of [0, 1, 8]) turns[waiting] = await programs.bytesOfTurns(waiting, 50_000);
  return { bytes, pools, pairs, turns, joined: (await programs.bytesOfReadyCalls('join of two', 1_000_000)) / 1_000_000 };
}`);

/**
 * What V8 takes for itself while it compiles the loop once more (each collection drops some of its code): up to 300 KB,
 * measured, however many calls there are. One object (16 bytes) in a hundred calls would be over the limit.
 */
const CONSTANT = 400 * 1024;

test.each(Object.entries(measured.bytes))('a ready call costs 0 bytes: %s', (_, bytes) => {
  expect(bytes).toBeLessThan(CONSTANT);
});

/** An array of two: 32 bytes, and 32 for its elements. */
const ARRAY = 72;

test('a ready join costs the array that it gives', () => {
  expect(measured.joined).toBeLessThan(ARRAY);
});

test('waiting for two calls together costs no more than waiting for one after the other, and join its array', () => {
  const { apart, joined, raced } = measured.pairs as { apart: number; joined: number; raced: number };
  console.info(`bytes a completion of one of two calls that wait, driver included: ${apart.toFixed(1)} apart, ${joined.toFixed(1)} joined, ${raced.toFixed(1)} raced`);
  expect(joined - apart).toBeLessThan(ARRAY / 2 + 4);
  expect(raced - apart).toBeLessThan(4);
});

test('a frame that is kept takes what the documentation of FramePool says', () => {
  const kept = (leaf: string): number => inProcess<number>(SOURCE, compiled(), `() => programs.bytesOfKeptFrame('${leaf}', 20_000)`);
  const [completer, promise] = ['completer', 'promise'].map(kept) as [number, number];
  console.info(`bytes of a kept frame: ${completer.toFixed(0)}, after it has waited for a promise ${promise.toFixed(0)}`);
  expect(Math.abs(completer - 280)).toBeLessThan(8);
  expect(Math.abs(promise - 505)).toBeLessThan(8);
});

/** A promise and its reaction. */
const MICROTASK = 104;

test('a turn in which completers are completed costs one microtask, however many there are and whoever waits', () => {
  const [none, one, eight] = [0, 1, 8].map((waiting) => measured.turns[waiting]!) as [number, number, number];
  console.info(`bytes a turn: ${(one - none).toFixed(1)} with one call that waits, ${(eight - none).toFixed(1)} with eight`);
  expect(one - none).toBeGreaterThan(40);
  expect(one - none).toBeLessThan(MICROTASK);
  expect(eight - none).toBeLessThan(MICROTASK);
});

test('the measuring sees what is allocated: untouched, the same calls cost hundreds of bytes each', () => {
  const rows = 100_000;
  const bytes = inProcess<number>(SOURCE, untouched, `() => programs.bytesOfReadyCalls('Concat over Test', ${rows})`);
  expect(bytes / rows).toBeGreaterThan(200);
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
