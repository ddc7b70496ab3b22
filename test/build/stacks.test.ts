/** With `--enable-source-maps` an error names the line that was written, before and after a suspension, in both strategies. */
import { common, plugin, Project } from './project';

const project = new Project();
afterAll(() => project.remove());

let source: string[];
let stacks: Map<string, string[]>;

beforeAll(() => {
  project.add('stacks.ts', 'stacks.ts');
  const compilerOptions = { ...common, target: 'es2022', module: 'nodenext', sourceMap: true, outDir: 'out', plugins: [plugin] };
  project.write('tsconfig.json', { compilerOptions, files: ['stacks.ts'] });
  expect(project.tspc('-p', '.')).toEqual({ status: 0, out: '', err: '' });
  source = project.read('stacks.ts').split('\n');
  const { out } = project.node('--enable-source-maps', 'out/stacks.js');
  const blocks = out.split('\n\n').filter((block) => block.trim() !== '').map((block) => block.split('\n'));
  stacks = new Map(blocks.map(([name, ...lines]) => [name!, lines]));
}, 60_000);

/** The written line that carries the mark. */
function lineOf(mark: string): number {
  return source.findIndex((line) => line.includes(`// line: ${mark}`)) + 1;
}

/** `file.ts:line` of every entry that points into the program, innermost first. */
function linesOf(name: string): number[] {
  return stacks.get(name)!.flatMap((line) => {
    const match = /stacks\.ts:(\d+):\d+/.exec(line);
    return match ? [Number(match[1])] : [];
  });
}

test('both strategies are in the program', () => {
  const output = project.read('out/stacks.js');
  expect(output).toContain('coroutine: $coroutine');
  expect(output).toContain('$take(');
});

test.each(['frame before', 'frame after', 'frame loop', 'coroutine before', 'coroutine after', 'type error'])('%s: the line that threw', (name) => {
  expect(linesOf(name)[0]).toBe(lineOf(name));
});

test('the trail names the line that awaited', () => {
  expect(linesOf('awaiting caller')).toEqual(expect.arrayContaining([lineOf('type error'), lineOf('awaiting caller')]));
});

test('nothing points into emitted code', () => {
  for (const lines of stacks.values()) expect(lines.filter((line) => line.includes('stacks.js'))).toEqual([]);
});
