/** The examples in checked mode, as a user builds them: they print what they shall, and nothing is reported. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plugin, Project, root } from './project';

const project = new Project();
afterAll(() => project.remove());
jest.setTimeout(120_000);

const EXAMPLES = ['01-kv-iterator', '03-dyn-database', '04-service'];
const built = join(root, 'dist/examples/checked');

beforeAll(() => {
  const examples = join(root, 'examples');
  project.write('tsconfig.json', {
    extends: join(examples, 'tsconfig.native.json'),
    compilerOptions: { rootDir: examples, outDir: built, typeRoots: [join(root, 'node_modules/@types')], plugins: [{ ...plugin, checked: true }] },
    files: [],
    include: EXAMPLES.map((example) => join(examples, example)),
  });
  expect(project.tspc()).toEqual({ status: 0, out: '', err: '' });
  expect(readFileSync(join(built, '01-kv-iterator/iterators.js'), 'utf8')).toContain('checkedPolicy');
});

test.each(EXAMPLES)('%s', (example) => {
  expect(project.node(join(built, example, 'main.js'))).toEqual({ status: 0, out: readFileSync(join(root, 'examples', example, 'expected.txt'), 'utf8'), err: '' });
});
