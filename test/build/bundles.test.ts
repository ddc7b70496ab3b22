/** What bundlers make of compiled programs: how big it is, what of the runtime is in it, and that it runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync, transformSync, type BuildOptions, type Metafile } from 'esbuild';
import { rollup } from 'rollup';
import { checkPlugin, common, plugin, Project, root } from './project';

const project = new Project();
afterAll(() => project.remove());
jest.setTimeout(120_000);

const PROGRAMS = ['one-class', 'limited', 'join', 'dyn', 'streams', 'everything', 'library'];

beforeAll(() => {
  for (const program of ['rows', ...PROGRAMS]) project.add(`bundled/${program}.ts`);
  const options = { ...common, target: 'es2022', module: 'nodenext', plugins: [plugin, checkPlugin] };
  for (const [folder, type] of [['esm', 'module'], ['cjs', 'commonjs']]) {
    project.write(`bundled/${folder}/package.json`, { type });
    project.write(`bundled/${folder}/tsconfig.json`, { compilerOptions: { ...options, rootDir: '..', outDir: '.' }, files: PROGRAMS.map((program) => `../${program}.ts`) });
    project.write('bundled/package.json', { type });
    expect(project.tspc('-p', `bundled/${folder}`)).toEqual({ status: 0, out: '', err: '' });
  }
});

interface Bundle {
  readonly code: string;
  readonly inputs: Metafile['inputs'];
}

function bundled(options: BuildOptions): Bundle {
  const { outputFiles, metafile } = buildSync({ bundle: true, format: 'esm', target: 'es2022', absWorkingDir: project.folder, ...options, write: false, metafile: true });
  return { code: outputFiles![0]!.text, inputs: metafile!.inputs };
}

const entry = (program: string): BuildOptions => ({ entryPoints: [project.path(`bundled/esm/${program}.js`)], minify: true });

/** What a program of these lines comes to, with `boxless` and the compiled programs at hand. */
const lines = (contents: string, options?: BuildOptions): Bundle => bundled({ stdin: { contents, resolveDir: project.path('bundled') }, ...options });

function run(name: string, code: string): string {
  project.write(name, code);
  const { out, err } = project.node(name);
  expect(err).toBe('');
  return out;
}

const kb = (bytes: number): string => (bytes / 1000).toFixed(2);
const zipped = (code: string): number => gzipSync(code, { level: 9 }).length;

/** Of the runtime: what a bundle has more than the same one that imports it. */
function runtimeIn(program: string): number {
  return zipped(bundled(entry(program)).code) - zipped(bundled({ ...entry(program), external: ['boxless', 'boxless/internal'] }).code);
}

/** The most bytes, minified and gzipped, that a bundle of the program may have. */
const BUDGETS: Record<string, [budget: number, prints: string]> = {
  'one-class': [5700, '10 pooled\n'],
  limited: [6300, '0 pooled\n'],
  join: [7100, '[0,2] pooled\n'],
  dyn: [7700, '10 pooled\n'],
  streams: [9500, '10 pooled\n'],
  everything: [18500, 'true pooled\n'],
};

test('every program is as small as its budget says', () => {
  const rows = Object.entries(BUDGETS).map(([program, [budget]]) => {
    const { code } = bundled(entry(program));
    return { program, minified: code.length, zipped: zipped(code), runtime: runtimeIn(program), budget };
  });
  console.info(['program       minified   min+gz   of that the runtime (KB)', ...rows.map((row) =>
    `${row.program.padEnd(12)} ${kb(row.minified).padStart(9)} ${kb(row.zipped).padStart(8)} ${kb(row.runtime).padStart(10)}`)].join('\n'));
  for (const row of rows) expect(row).toEqual({ ...row, zipped: Math.min(row.zipped, row.budget) });
});

describe.each(Object.entries(BUDGETS))('%s', (program, [, prints]) => {
  test('runs as bundled by esbuild', () => {
    expect(run('esbuild.mjs', bundled(entry(program)).code)).toBe(prints);
  });

  test('runs as bundled by Rollup, and is no bigger', async () => {
    const code = await rolledUp(project.path(`bundled/esm/${program}.js`));
    expect(run('rollup.mjs', code)).toBe(prints);
    expect(zipped(code)).toBeLessThanOrEqual(zipped(bundled(entry(program)).code) * 1.05);
  });
});

/** As the usual plugin resolves: by the condition `module`. */
async function rolledUp(input: string): Promise<string> {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, { module: string }> };
  const resolveId = (id: string): { id: string; moduleSideEffects: false } | undefined => {
    const found = exports[id.replace(/^boxless/, '.')];
    return found && /^boxless/.test(id) ? { id: join(root, found.module), moduleSideEffects: false } : undefined;
  };
  const bundle = await rollup({ input, plugins: [{ name: 'resolve', resolveId }], onwarn: ({ message, code }) => { if (code !== 'CIRCULAR_DEPENDENCY') throw new Error(message); } });
  const { output } = await bundle.generate({ format: 'es' });
  return transformSync(output[0].code, { minify: true, target: 'es2022', format: 'esm' }).code;
}

test('who imports and who requires share one instance in a bundle', () => {
  const { code, inputs } = lines(`
    import { PooledFuture } from 'boxless';
    import { pending } from 'boxless/internal';
    import './esm/one-class.js';
    import './cjs/streams.js';
    const { PooledFuture: Required } = require('boxless');
    console.log(PooledFuture === Required, pending === require('boxless/internal').pending);
  `, { minify: true });
  expect(Object.keys(inputs).filter((file) => file.includes('dist/runtime/')).every((file) => file.includes('runtime/modules/'))).toBe(true);
  expect(Object.keys(inputs).filter((file) => file.endsWith('runtime/modules/frame.mjs'))).toHaveLength(1);
  expect(run('shared.mjs', code)).toBe('true true\n10 pooled\n10 pooled\n');
});

test('nothing of the runtime is left where nothing of it is used', () => {
  expect(lines("import { Completer, dynTrait } from 'boxless'; import * as library from './esm/library.js'; console.log(1);", { minify: true }).code.trim()).toBe('console.log(1);');
});

const doors = ['index', 'internal'].flatMap((door) => {
  const specifier = door === 'index' ? 'boxless' : 'boxless/internal';
  return Object.keys(require(join(root, `dist/runtime/${door}.js`)) as object).map((name) => [specifier, name] as const);
});

test('every export can be the only one: whichever file comes first, none needs what is not there yet', () => {
  expect(doors.length).toBeGreaterThan(50);
  for (const [specifier, name] of doors) {
    const { code } = lines(`import { ${name} } from '${specifier}'; globalThis.found = ${name};`, { format: 'iife' });
    const realm = globalThis as { found?: unknown };
    new Function(code)();
    expect([specifier, name, typeof realm.found]).not.toEqual([specifier, name, 'undefined']);
    delete realm.found;
  }
});
