/** Breakpoints and steps in a debugger, on a program built by tspc with source maps: they are at the written lines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { common, plugin, Project } from './project';

const project = new Project();
afterAll(() => project.remove());
jest.setTimeout(120_000);

const text = readFileSync(join(__dirname, 'programs/breakpoints.ts'), 'utf8').split('\n');
const lineOf = (comment: string): number => text.findIndex((line) => line.endsWith(`// ${comment}`)) + 1;
const nameOf = (line: number): string => / \/\/ (.*)$/.exec(text[line - 1]!)?.[1] ?? `line ${line}`;

interface Stop { readonly line: number; readonly isBreakpoint: boolean }

/** The lines at which the program stopped, by their comments; `*`: at a breakpoint. */
function stops(target: string, waits: boolean, breakpoints: string[], steps = false): string[] {
  const wanted = { program: project.path(`${target}/breakpoints.js`), waits, breakpoints: breakpoints.map(lineOf), steps, tracing: require.resolve('@jridgewell/trace-mapping') };
  const { out, err } = project.node(join(__dirname, 'debugger.cjs'), JSON.stringify(wanted));
  expect(err.replace(/^(Debugger|Starting|For help|Waiting).*\n/gm, '')).toBe('');
  const names = (JSON.parse(out) as Stop[]).map(({ line, isBreakpoint }) => nameOf(line) + (isBreakpoint ? '*' : ''));
  // A line has several places to step through.
  return names.filter((name, i) => name !== names[i - 1]?.replace('*', ''));
}

describe.each(['es2017', 'es2022'])('%s', (target) => {
  beforeAll(() => {
    project.add('breakpoints.ts');
    project.write(`tsconfig.${target}.json`, { compilerOptions: { ...common, target, module: 'nodenext', sourceMap: true, outDir: target, experimentalDecorators: true, plugins: [plugin] }, files: ['breakpoints.ts'] });
    expect(project.tspc('-p', `tsconfig.${target}.json`)).toEqual({ status: 0, out: '', err: '' });
    expect(project.read(`${target}/breakpoints.js`)).toContain('read$entry');
  });

  test.each([
    ['ready', false],
    ['waiting', true],
  ])('a breakpoint is hit as often as its line runs: awaits that are %s', (_, waits) => {
    // `sum += await x` is two steps at the same place: it stops before the await, and when the sum is made.
    for (const [comment, times] of [['first', 1], ['await', 1], ['after', 1], ['await in loop', 2], ['in loop', 2], ['await in try', 2], ['in try', 1], ['finally', 1], ['return', 1], ['end', 1]] as const) {
      expect([comment, stops(target, waits, [comment])]).toEqual([comment, Array(times).fill(`${comment}*`)]);
    }
  });

  test('stepping over an await that is ready comes to the next written line', () => {
    const round = ['await in loop', 'in loop', 'loop'];
    expect(stops(target, false, ['first'], true)).toEqual(['first*', 'await', 'after', 'loop', ...round, ...round, 'await in try', 'in try', 'finally', 'return', 'caller', 'end']);
  });

  test('stepping over one that waits leaves the method, as a return does: a breakpoint behind it is hit when the method goes on', () => {
    const steps = stops(target, true, ['first', 'after'], true);
    expect(steps.slice(0, 4)).toEqual(['first*', 'await', 'caller', 'after*']);
    expect(stops(target, true, ['await', 'after', 'await in loop', 'in loop', 'await in try', 'in try'])).toEqual([
      'await*', 'after*', 'await in loop*', 'in loop*', 'await in loop*', 'in loop*', 'await in try*', 'await in try*', 'in try*',
    ]);
  });
});
