/** Running beats matching: every program of test/run runs untouched and compiled, and must do the same in the same order. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceOptions } from 'boxless/transformer';
import * as ts from 'typescript';
import { compiled, untouched, type Compile } from './harness/compile';
import { filesIn, TEST } from './harness/discover';
import { record, type Log } from './harness/events';
import { expectStrategies } from './harness/expectations';
import { load, type Loaded } from './harness/load';

const MODES: Record<string, SourceOptions> = {
  'as it is': {},
  'with scheduling: microtask': { scheduling: 'microtask' },
  'with everything compiled': { include: 'all' },
  'giving native promises': { returns: 'promise' },
  'in checked mode': { checked: true },
  'for ES2020, fields assigned': { compilerOptions: { target: ts.ScriptTarget.ES2020, useDefineForClassFields: false } },
  'for ES2017': { compilerOptions: { target: ts.ScriptTarget.ES2017 } },
};

async function run(file: string, compile: Compile): Promise<{ lines: string[]; loaded: Loaded }> {
  const loaded = load(file, compile);
  const { lines, log } = record();
  await (loaded.exports['main'] as (log: Log) => Promise<void>)(log);
  return { lines, loaded };
}

/** As test/run/support/leaf.ts begins each call. */
const HEADING = /^\w+\.\w+, \w+: /;

/** The first difference, with what led to it: whole logs are too long to read. */
function expectSame(actual: string[], expected: string[]): void {
  const at = expected.findIndex((line, index) => line !== actual[index]);
  if (at < 0 && actual.length === expected.length) return;
  const from = Math.max(0, (at < 0 ? expected.length : at) - 12);
  const heading = expected.slice(0, from).findLast((line) => HEADING.test(line)) ?? '';
  expect([heading, ...actual.slice(from, from + 16)]).toEqual([heading, ...expected.slice(from, from + 16)]);
  throw new Error(`${actual.length} events in place of ${expected.length}`);
}

beforeAll(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => {});
  jest.spyOn(console, 'error').mockImplementation(() => {});
});

// Where checked mode reports frames that nobody awaited. Streams that the programs drop in the middle are as they shall be.
afterEach(() => {
  const reports = jest.mocked(console.error).mock.calls.map(([error]) => String(error));
  expect(reports.filter((report) => !/A stream of .* was dropped before it had ended/.test(report))).toEqual([]);
});

describe.each(filesIn('run'))('run/%s', (name) => {
  const file = join(TEST, 'run', `${name}.ts`);
  let expected: string[];

  beforeAll(async () => {
    expected = (await run(file, untouched)).lines;
  });

  test('is compiled as its head says', () => {
    expectStrategies(file, compiled()(readFileSync(file, 'utf8'), file).report);
  });

  test('does something', () => {
    expect(expected.length).toBeGreaterThan(0);
  });

  test.each(Object.keys(MODES))('%s', async (mode) => {
    const { lines, loaded } = await run(file, compiled(MODES[mode]));
    expectSame(lines, expected);
    for (const { report } of loaded.programs.values()) expect(report.compiled.length).toBeGreaterThan(0);
  });
});

test('what the programs await is compiled as its head says', () => {
  const file = join(TEST, 'run', 'support', 'leaf.ts');
  expectStrategies(file, compiled()(readFileSync(file, 'utf8'), file).report);
});
