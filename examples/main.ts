/**
 * `npm start`: compiles the examples with and without the plugin, runs both on the same LevelDB database, checks that
 * they read the same rows, and prints what each item cost.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeTempFolder } from './02-level-scan/temp-folder.js';
import { fillWithWords } from './02-level-scan/words.js';
import type { Figures } from './driver/figures.js';
import { endProcessesAtExit, runChild, runNode } from './driver/processes.js';
import { Status } from './driver/status.js';
import { comparison } from './driver/table.js';

type Build = 'native' | 'boxless';
const BUILDS: Build[] = ['native', 'boxless'];

/** This file runs from dist/examples. */
const ROOT = join(__dirname, '..', '..');
const status = new Status();

const built = (build: Build, file: string): string => join(__dirname, build, file);

async function main(): Promise<void> {
  endProcessesAtExit();
  process.once('exit', () => status.clear());
  const folder = makeTempFolder();

  const tspc = join(dirname(require.resolve('ts-patch/package.json')), 'bin', 'tspc.js');
  for (const build of BUILDS) {
    const project = `examples/tsconfig.${build}.json`;
    status.say(`compiling with tspc -p ${project}`);
    const warnings = await runNode([tspc, '-p', project], ROOT);
    if (warnings !== '') status.print(warnings);
  }
  checkPluginWorked();
  for (const example of ['01-kv-iterator', '03-dyn-database', '04-service']) await checkOutput(example);

  status.say('writing the words into a LevelDB database');
  const rows = await fillWithWords(folder);
  const native = await measure('native', folder, rows);
  const boxless = await measure('boxless', folder, rows);
  checkSameRows(native, boxless);

  status.clear();
  console.log(`${comparison(native, boxless)}\n\n${notes(native)}`);
}

function measure(build: Build, folder: string, rows: number): Promise<Figures[]> {
  return runChild(built(build, 'driver/child.js'), [folder, String(rows)], (job) => status.say(`${build}: ${job}`));
}

/** A plugin that is not found is an error of the compiler's; one that finds nothing to do would go unnoticed. */
function checkPluginWorked(): void {
  for (const file of ['01-kv-iterator/iterators.js', '03-dyn-database/database.js', '04-service/layers.js']) {
    if (readFileSync(built('native', file), 'utf8') === readFileSync(built('boxless', file), 'utf8')) {
      throw new Error(`the plugin changed nothing in ${file}: is it in examples/tsconfig.boxless.json, and is dist/ built?`);
    }
  }
}

/** What both builds of an example print is what its `expected.txt` says. */
async function checkOutput(example: string): Promise<void> {
  const expected = readFileSync(join(ROOT, 'examples', example, 'expected.txt'), 'utf8');
  for (const build of BUILDS) {
    const printed = await runNode([built(build, `${example}/main.js`)], ROOT);
    if (printed !== expected) {
      throw new Error(`${example}, ${build}: the output differs from expected.txt. It printed:\n${printed}`);
    }
  }
}

function checkSameRows(native: Figures[], boxless: Figures[]): void {
  native.forEach((figures, i) => {
    const other = boxless[i];
    if (figures.items !== other.items || figures.digest !== other.digest) {
      throw new Error(`${figures.job}: the two builds read different rows. native: ${figures.items} items, digest `
        + `${figures.digest}; boxless: ${other.items} items, digest ${other.digest}`);
    }
  });
}

function notes(figures: Figures[]): string {
  return `Same rows in both: ${figures.map(({ digest }) => digest).join(' ')}
"by hand" is the same work without async per item: the classes of sync.ts, and for the scan a bare loop over LevelDB's
batches. LevelDB's own time and the strings it makes are in all figures of the last three jobs.

Where to look next
  examples/README.md                         what each example shows
  examples/01-kv-iterator/iterators.ts       the source: plain async methods, marked
  dist/examples/boxless/01-kv-iterator/      what became of it, beside dist/examples/native/
  examples/tsconfig.boxless.json             the one line that switches the plugin on`;
}

main().catch((error: unknown) => {
  status.clear();
  console.error(`npm start failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
