/** What the command `boxless` prints where nothing is wrong; misuse is in `test/fail`. */
import { join } from 'node:path';
import { Project, root, type Ran } from './project';

const project = new Project();
afterAll(() => project.remove());

const boxless = (...args: string[]): Ran => project.node(join(root, 'dist/transformer/cli/main.js'), ...args);

beforeAll(() => {
  project.add('lib.ts');
  project.write('warned.ts', "import { asyncTrait } from 'boxless';\nclass A {\n  @asyncTrait\n  async m(text: string): Promise<number> {\n    return await eval(text);\n  }\n}\n");
});

test('expand prints TypeScript', () => {
  const { status, out, err } = boxless('expand', 'lib.ts');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain('boxless/internal');
  expect(out).toContain('export interface Source');
  expect(out).not.toContain('@asyncTrait\n');
});

test('expand --js prints JavaScript', () => {
  const { status, out } = boxless('expand', 'lib.ts', '--js', '--scheduling', 'microtask', '--eager', 'values');
  expect(status).toBe(0);
  expect(out).toContain('boxless/internal');
  expect(out).not.toContain('interface Source');
});

test('warnings go to stderr and do not stop it', () => {
  const { status, out, err } = boxless('expand', 'warned.ts');
  expect(status).toBe(0);
  expect(out).toContain('return await eval(text)');
  expect(err).toMatch(/^warned\.ts\(5,18\): warning BX90101: .*\n$/);
});

test('expand reads types where a file asks for them', () => {
  project.write('dyn.ts', "import { dynTrait } from 'boxless';\ninterface Source { next(): Promise<number> }\nexport const DynSource = dynTrait<Source>();\n");
  const { status, out, err } = boxless('expand', 'dyn.ts');
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toContain('class DynSource extends $Dyn');
  expect(boxless('check', 'dyn.ts')).toEqual({ status: 0, out: '', err: '' });
});

test('report has one line per trait method', () => {
  project.write('counted.ts', "import { asyncTrait } from 'boxless';\nclass Counted {\n  @asyncTrait\n  async m() {\n    return [await null, arguments.length];\n  }\n}\n");
  const { status, out } = boxless('report', 'lib.ts', 'counted.ts', 'warned.ts');
  expect(status).toBe(0);
  const lines = out.trimEnd().split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^lib\.ts: Range\.next\s+frame$/));
  expect(lines).toContainEqual(expect.stringMatching(/^counted\.ts: Counted\.m\s+coroutine\s+it uses `arguments`$/));
  expect(lines).toContainEqual(expect.stringMatching(/^warned\.ts: A\.m\s+native\s+BX90101: /));
});

test('check prints nothing but diagnostics', () => {
  expect(boxless('check', 'lib.ts')).toEqual({ status: 0, out: '', err: '' });
});

const UNMARKED = [
  '/** Reads. */', 'export class Reader {', '  async next() { return await null; }', '}',
  'export class Both {', '  /** One. */', '  async one() { return await null; }', '  async two(text: string) { return await eval(text); }', '}',
  'export async function load() { await null; }', '',
];

test('annotate marks what becomes a frame, and says what it leaves', () => {
  project.write('unmarked.ts', UNMARKED.join('\n'));
  const { status, out, err } = boxless('annotate', 'unmarked.ts');
  expect(status).toBe(0);
  expect(out.split('\n')).toEqual([
    "import { asyncTrait } from 'boxless';", '/** Reads. */', '@asyncTrait', ...UNMARKED.slice(1, 6), '  @asyncTrait', ...UNMARKED.slice(6, 9),
    '/** @asyncTrait */', ...UNMARKED.slice(9),
  ]);
  expect(err).toMatch(/^unmarked\.ts\(8,3\): warning BX90101: [^\n]*\n$/);
});

test('annotate --write changes files, once; --tag writes no decorator', () => {
  project.write('a.ts', UNMARKED.join('\n'));
  project.write('b.ts', 'export {};\n');
  expect(boxless('annotate', '--write', '--tag', 'a.ts', 'b.ts')).toMatchObject({ status: 0, out: 'a.ts\n' });
  expect(boxless('annotate', '--write', '--tag', 'a.ts', 'b.ts')).toMatchObject({ status: 0, out: '' });
  const report = boxless('report', 'a.ts').out.trimEnd().split('\n');
  expect(report).toEqual(['Reader.next', 'Both.one', 'load'].map((name) => expect.stringContaining(`a.ts: ${name}`)));
  expect(boxless('expand', 'a.ts').out).not.toContain("from 'boxless'");
});
