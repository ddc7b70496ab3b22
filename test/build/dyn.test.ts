/** dyn wrappers in builds as users run them: the members come from the types of other files. */
import { checkPlugin, common, plugin, Project } from './project';

const project = new Project();
afterAll(() => project.remove());
jest.setTimeout(120_000);

const TRAIT = `export const kKey: unique symbol = Symbol('key');
export interface Source<T> {
  next(): Promise<T | null>;
  [kKey](n: number): Promise<number>;
}
`;

const WRAPPERS = `import { dynTrait } from './ours.js';
import { kKey, type Source } from './trait.js';
export const DynSource = dynTrait<Source<number>>();
`;

const START = `import { asyncTrait } from 'boxless';
import { DynSource } from './wrappers.js';
import { kKey, type Source } from './trait.js';

class Two implements Source<number> {
  row = 0;
  @asyncTrait async next(): Promise<number | null> { return this.row < 2 ? this.row++ : null; }
  @asyncTrait async [kKey](n: number): Promise<number> { return n * 10; }
}
class Reader {
  @asyncTrait async all(source: Source<number>): Promise<(number | null)[]> {
    const rows: (number | null)[] = [];
    for (;;) {
      const row = await source.next();
      rows.push(row);
      if (row === null) return rows;
    }
  }
}
async function main(): Promise<void> {
  const source = DynSource.from(new Two());
  console.log(JSON.stringify([await new Reader().all(source), await source[kKey](4), source instanceof DynSource, DynSource.name]));
}
void main();
`;

const EXPECTED = '[[0,1,null],40,true,"DynSource"]\n';

function write(folder: string, type: 'module' | 'commonjs', compilerOptions: object): void {
  project.write(`${folder}/package.json`, { type });
  project.write(`${folder}/trait.ts`, TRAIT);
  project.write(`${folder}/wrappers.ts`, WRAPPERS);
  project.write(`${folder}/ours.ts`, "export { dynTrait } from 'boxless';\n");
  project.write(`${folder}/start.ts`, START);
  project.write(`${folder}/tsconfig.json`, { compilerOptions: { ...common, module: 'nodenext', outDir: 'out', plugins: [plugin, checkPlugin], ...compilerOptions }, files: ['start.ts'] });
}

test.each([
  ['ES modules, verbatim', 'module', { target: 'esnext', verbatimModuleSyntax: true }],
  ['ES modules, isolated', 'module', { target: 'es2022', isolatedModules: true }],
  ['CommonJS for ES2017', 'commonjs', { target: 'es2017', declaration: true, sourceMap: true }],
  ['CommonJS, the older decorators', 'commonjs', { target: 'es2022', experimentalDecorators: true, useDefineForClassFields: false }],
] as [string, 'module' | 'commonjs', object][])('%s', (name, type, options) => {
  const folder = name.replace(/\W+/g, '-');
  write(folder, type, options);
  expect(project.tspc('-p', folder)).toEqual({ status: 0, out: '', err: '' });
  expect(project.read(`${folder}/out/wrappers.js`)).toMatch(/dynClass[\s\S]*class DynSource extends/);
  expect(project.node(`${folder}/out/start.js`)).toEqual({ status: 0, out: EXPECTED, err: '' });
});

test('a member added in another file reaches the class in an incremental build', () => {
  write('incremental', 'commonjs', { target: 'es2022', incremental: true, rootDir: '.' });
  expect(project.tspc('-p', 'incremental').status).toBe(0);
  expect(project.read('incremental/out/wrappers.js')).not.toContain('close');
  project.write('incremental/trait.ts', TRAIT.replace('next()', 'close?(): Promise<void>;\n  next()'));
  expect(project.tspc('-p', 'incremental')).toEqual({ status: 0, out: '', err: '' });
  expect(project.read('incremental/out/wrappers.js')).toContain('this[$vtable].close.call');
  expect(project.node('incremental/out/start.js').out).toBe(EXPECTED);
});

test('a trait that cannot be wrapped fails the build, also with --noEmit; the file names the place', () => {
  write('refused', 'commonjs', { target: 'es2022', noEmitOnError: true });
  project.write('refused/trait.ts', `${TRAIT}export abstract class Hidden { private row = 0; next() { return this.row; } }\n`);
  project.write('refused/wrappers.ts', `${WRAPPERS}import type { Hidden } from './trait.js';\nexport const DynHidden = dynTrait<Hidden>();\n`);
  for (const more of [[], ['--noEmit']]) {
    const { status, out } = project.tspc('-p', 'refused', ...more);
    expect(status).not.toBe(0);
    expect(out).toContain("refused/wrappers.ts(5,35): error TS90023: dynTrait<Hidden>: the member 'row' cannot be wrapped");
  }
  expect(() => project.read('refused/out/wrappers.js')).toThrow();
});
