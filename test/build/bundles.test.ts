/** What bundlers make of compiled programs: how big it is, what of the runtime is in it, and that it runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSync, transformSync, type BuildOptions, type Metafile } from 'esbuild';
import { rollup } from 'rollup';
import { compiled } from '../harness/compile';
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
  readonly exports: string[];
}

function bundled(options: BuildOptions): Bundle {
  const { outputFiles, metafile } = buildSync({ bundle: true, format: 'esm', target: 'es2022', absWorkingDir: project.folder, platform: 'node', ...options, write: false, metafile: true });
  return { code: outputFiles![0]!.text, inputs: metafile!.inputs, exports: Object.values(metafile!.outputs)[0]!.exports.toSorted() };
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

const zipped = (code: string): number => gzipSync(code, { level: 9 }).length;

/** The most bytes of the runtime, minified and gzipped, in bundles for Node and for browsers, and what the program prints. */
const BUDGETS: Record<string, [node: number, browser: number, prints: string]> = {
  'one-class': [4700, 4000, '10 pooled\n'],
  limited: [5600, 5000, '0 pooled\n'],
  join: [6300, 5700, '[0,2] pooled\n'],
  dyn: [6700, 6100, '10 pooled\n'],
  streams: [7600, 7000, '10 pooled\n'],
  everything: [18950, 18350, 'true pooled\n'],
};

test('of the runtime every program gets what it uses', () => {
  const lines = ['in bundles, KB                     for Node     for browsers', 'program             minified   min+gz   minified   min+gz'];
  const tooBig: unknown[] = [];
  for (const [program, [...budgets]] of Object.entries(BUDGETS)) {
    const sizes = (['node', 'browser'] as const).flatMap((platform, i) => {
      // What a bundle has more than the same one that imports the runtime.
      const [whole, own] = [{}, { external: ['boxless', 'boxless/internal'] }].map((options) => bundled({ ...entry(program), platform, ...options }).code);
      const size = zipped(whole!) - zipped(own!);
      if (size > (budgets[i] as number)) tooBig.push({ program, platform, size, budget: budgets[i] });
      return [whole!.length - own!.length, size];
    });
    lines.push(program.padEnd(18) + sizes.map((bytes) => (bytes / 1000).toFixed(2).padStart(10)).join(''));
  }
  console.info(lines.join('\n'));
  expect(tooBig).toEqual([]);
});

test.each(['context', 'inspect', 'is-error'])('%s has the same exports for browsers', (name) => {
  const exportsOf = (file: string): string[] => bundled({ entryPoints: [join(root, `dist/runtime/modules/${file}.mjs`)] }).exports;
  expect(exportsOf(`${name}-browser`)).toEqual(exportsOf(name));
});

describe.each(Object.entries(BUDGETS))('%s', (program, [, , prints]) => {
  test.each(['node', 'browser'] as const)('runs as bundled by esbuild for %s', (platform) => {
    expect(run('esbuild.mjs', bundled({ ...entry(program), platform }).code)).toBe(prints);
  });

  test('runs as bundled by Rollup, and is no bigger', async () => {
    const code = await rolledUp(project.path(`bundled/esm/${program}.js`));
    expect(run('rollup.mjs', code)).toBe(prints);
    expect(zipped(code)).toBeLessThanOrEqual(zipped(bundled(entry(program)).code) * 1.05);
  });
});

/** As the usual plugin resolves: by the condition `module`. */
async function rolledUp(input: string): Promise<string> {
  const { exports, imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { exports: Record<string, { module: string }>; imports: Record<string, { node: string }> };
  const resolveId = (id: string): { id: string; moduleSideEffects: false } | undefined => {
    const found = /^boxless/.test(id) ? exports[id.replace(/^boxless/, '.')]?.module : imports[id]?.node;
    return found === undefined ? undefined : { id: join(root, found), moduleSideEffects: false };
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

test('errors keep their names where a bundler makes those of classes short', () => {
  const names = Object.keys(require(join(root, 'dist/runtime/index.js')) as object).filter((name) => /Error$/.test(name) && name !== 'BoxlessError');
  expect(names.length).toBeGreaterThan(10);
  const { code } = lines(`import * as boxless from 'boxless'; console.log(${JSON.stringify(names)}.map((name) => new boxless[name]('').name).join());`, { minify: true });
  expect(run('errors.mjs', code)).toBe(`${names.join()}\n`);
});

test('in the one file that Node loads, everything has the name that people import it by', () => {
  const exported = Object.entries(require(join(root, 'dist/runtime/index.js')) as Record<string, unknown>).filter(([, value]) => typeof value === 'function');
  expect(exported.length).toBeGreaterThan(20);
  expect(exported.map(([, value]) => (value as { name: string }).name)).toEqual(exported.map(([name]) => name));
});

test('in the one file that Node loads, all is strict code: a function that is called without a receiver has none', () => {
  const { code } = compiled()(`
    /** @asyncTrait */
    const receiver = async function (this: unknown): Promise<unknown> { return typeof this; };
    void receiver().then(console.log);
  `, 'receiver.ts');
  expect(run('receiver.cjs', code)).toBe('undefined\n');
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
