/** `npm run soak -- [--seconds N] [--seed N]`: five minutes of random calls, every result checked, the heap flat at the end. */
const { readFileSync, mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');
const ts = require('typescript');
const { transformSource } = require('../../dist/transformer/index.js');

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0) return otherwise;
  const value = Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 0) {
    console.error(`--${name} takes a whole number.`);
    process.exit(2);
  }
  return value;
};
const seconds = option('seconds', 300);
const seed = option('seed', Date.now() % 1_000_000);

process.on('unhandledRejection', (error) => {
  console.error('a rejection that nobody handled:', error);
  process.exit(1);
});

const source = join(__dirname, 'program.ts');
const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
const { code, diagnostics } = transformSource(readFileSync(source, 'utf8'), { fileName: source, compilerOptions, runtime: 'require' });
if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
const folder = join(__dirname, '..', '..', 'dist', 'soak');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'program.cjs'), code);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const heap = () => {
  collect();
  return process.memoryUsage().heapUsed;
};
const MB = 1024 * 1024;

async function main() {
  console.log(`soak: ${seconds} seconds, seed ${seed}`);
  const { soak } = require(join(folder, 'program.cjs'));
  const { rounds, calls, cancelled, failed, heaps } = await soak({ seed, seconds, cancels: true, heap });
  console.log(`${rounds} rounds, ${calls} calls: ${cancelled} cancelled, ${failed} failed, all as they must be`);
  // The first fifth warms up: code, feedback, pools.
  const steady = heaps.slice(Math.ceil(heaps.length / 5));
  if (steady.length < 10) return console.log('too short to judge the heap');
  const third = Math.floor(steady.length / 3);
  const least = (values) => Math.min(...values);
  const [before, after] = [least(steady.slice(0, third)), least(steady.slice(-third))];
  console.log(`heap after a collection: ${(before / MB).toFixed(2)} MB in the first third, ${(after / MB).toFixed(2)} MB in the last`);
  if (after - before > MB) {
    console.error('the heap grows');
    process.exitCode = 1;
  }
}

void main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
