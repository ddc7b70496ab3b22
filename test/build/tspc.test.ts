/** Builds as users run them: `tspc -p`, `-b`, `--watch`, and what a wrong plugin option does to them. */
import { once } from 'node:events';
import { join } from 'node:path';
import { checkPlugin, common, plugin, Project, root } from './project';

const project = new Project();
afterAll(() => project.remove());
jest.setTimeout(60_000);

const base = { ...common, target: 'es2022', module: 'nodenext', declaration: true, sourceMap: true };
const plugins = [plugin, { ...plugin, afterDeclarations: true }, checkPlugin];

/** Prints what the program prints, then whether it was compiled. */
const start = `import { run, isCompiled } from './main.js';
void run().then((lines) => console.log([...lines, 'compiled ' + isCompiled()].join('\\n')));
`;

describe('tspc -p', () => {
  beforeAll(() => {
    for (const program of ['lib.ts', 'main.ts']) project.add(program, `app/${program}`);
    project.write('app/start.ts', start);
    project.write('app/tsconfig.json', { compilerOptions: { ...base, outDir: 'out', rootDir: '.', plugins }, files: ['start.ts'] });
    expect(project.tspc('-p', 'app')).toEqual({ status: 0, out: '', err: '' });
    // The same compiler without plugins is the plain one.
    expect(project.tspc('-p', 'app', '--outDir', 'app/plain', '--plugins', 'null')).toEqual({ status: 0, out: '', err: '' });
  });

  test('the output does what the plain one does', () => {
    const native = project.node('app/plain/start.js');
    const boxless = project.node('app/out/start.js');
    expect(boxless.err).toBe('');
    expect(native.err).toContain('boxless: @asyncTrait ran as a plain decorator');
    expect(boxless.out).toContain('compiled true');
    expect(boxless.out).toBe(native.out.replace('compiled false', 'compiled true'));
  });

  test('declarations are those of the plain compiler', () => {
    for (const name of ['lib.d.ts', 'main.d.ts']) expect(project.read(`app/out/${name}`)).toBe(project.read(`app/plain/${name}`));
    expect(project.read('app/out/lib.d.ts')).toContain('next(): Promise<number | null>;');
    expect(project.read('app/out/lib.d.ts')).not.toMatch(/boxless\/internal|PooledFuture|\$/);
  });
});

describe('tspc -b', () => {
  const composite = (name: string) => ({ ...base, composite: true, rootDir: '.', outDir: `../out/${name}`, plugins });

  test('two composite projects, and a second build that has nothing to do', () => {
    project.add('lib.ts', 'built/lib/lib.ts');
    project.add('main.ts', 'built/app/main.ts');
    project.write('built/app/main.ts', project.read('built/app/main.ts').replace('./lib.js', '../lib/lib.js'));
    project.write('built/app/start.ts', start);
    project.write('built/lib/tsconfig.json', { compilerOptions: composite('lib'), files: ['lib.ts'] });
    project.write('built/app/tsconfig.json', { compilerOptions: composite('app'), files: ['start.ts', 'main.ts'], references: [{ path: '../lib' }] });
    expect(project.tspc('-b', 'built/app')).toEqual({ status: 0, out: '', err: '' });
    expect(project.read('built/out/lib/lib.js')).toContain('boxless/internal');
    expect(project.node('built/out/app/start.js').out).toContain('compiled true');
    const again = project.tspc('-b', 'built/app', '--verbose');
    expect(again.status).toBe(0);
    expect(again.out.match(/is up to date/g)).toHaveLength(2);
  });
});

describe('tspc --watch', () => {
  test('a changed file is compiled again', async () => {
    project.add('lib.ts', 'watched/lib.ts');
    project.write('watched/tsconfig.json', { compilerOptions: { ...base, outDir: 'out', plugins }, files: ['lib.ts'] });
    const watch = project.start(join(root, 'node_modules/ts-patch/bin/tspc.js'), '-p', 'watched', '--watch', '--preserveWatchOutput');
    let out = '';
    const found = (count: number): Promise<void> =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if ((out.match(/Found 0 errors/g) ?? []).length >= count) resolve();
          else if (/Found [1-9]/.test(out)) reject(new Error(out));
        };
        watch.stdout!.on('data', (text: Buffer) => {
          out += text.toString();
          look();
        });
        look();
      });
    try {
      await found(1);
      expect(project.read('watched/out/lib.js')).toContain('boxless/internal');
      project.write('watched/lib.ts', `${project.read('watched/lib.ts')}\nexport class Added {\n  @asyncTrait\n  async added(): Promise<void> {}\n}\n`);
      await found(2);
      expect(project.read('watched/out/lib.js')).toMatch(/Added[^]*added: \{ length: 0/);
    } finally {
      watch.kill();
      await once(watch, 'exit');
    }
  });
});

describe('faults', () => {
  const misspelt = { ...plugin, shceduling: 'microtask' };
  const files = ['lib.ts'];

  beforeAll(() => project.add('lib.ts', 'faulty/lib.ts'));

  test('an unknown plugin option is an error with a position', () => {
    project.write('faulty/tsconfig.json', { compilerOptions: { ...base, outDir: 'out', plugins: [misspelt] }, files });
    const { status, out } = project.tspc('-p', 'faulty');
    expect(out).toMatch(/^faulty\/tsconfig\.json\(\d+,\d+\): error TS90001: boxless has no plugin option 'shceduling'\. It knows: .*\n$/);
    expect(status).not.toBe(0);
  });

  test('with the check entry --noEmit says it too, once, and noEmitOnError writes nothing', () => {
    const options = { ...base, outDir: 'none', plugins: [misspelt, { ...misspelt, transformProgram: true }], noEmitOnError: true };
    project.write('faulty/tsconfig.json', { compilerOptions: options, files });
    for (const args of [['--noEmit'], []]) {
      const { status, out } = project.tspc('-p', 'faulty', ...args);
      expect(out.match(/error TS90001/g)).toHaveLength(1);
      expect(status).not.toBe(0);
    }
    expect(() => project.read('faulty/none/lib.js')).toThrow('ENOENT');
  });

  test('a warning is printed and the build goes on', () => {
    project.write('faulty/warned.ts', "import { asyncTrait } from 'boxless';\nexport class A {\n  @asyncTrait\n  async m(text: string): Promise<number> {\n    return await eval(text);\n  }\n}\n");
    project.write('faulty/tsconfig.json', { compilerOptions: { ...base, outDir: 'out', plugins: [plugin, checkPlugin] }, files: ['warned.ts'] });
    const { out } = project.tspc('-p', 'faulty');
    expect(out).toMatch(/^faulty\/warned\.ts\(5,18\): warning TS90101: .*\n$/);
    expect(project.read('faulty/out/warned.js')).toContain('return await eval(text)');
  });
});
