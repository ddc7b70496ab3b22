/** `npm run bench`: the figures of the README, each job in a process of its own, several runs, the median. */
const { execFileSync } = require('node:child_process');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const ts = require('typescript');
const { transformSource } = require('../dist/transformer/index.js');

const out = join(__dirname, '..', 'dist', 'bench');
const source = readFileSync(join(__dirname, 'classes.ts'), 'utf8');
const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
const build = (name, code) => {
  mkdirSync(out, { recursive: true });
  const file = join(out, `${name}.cjs`);
  writeFileSync(file, code);
  return file;
};
const native = build('native', ts.transpileModule(source.replace(/^@asyncTrait$/gm, ''), { compilerOptions }).outputText);
const compiled = transformSource(source, { fileName: 'classes.ts', compilerOptions, runtime: 'require' });
if (compiled.diagnostics.length > 0) throw new Error(compiled.diagnostics.map((d) => d.message).join('\n'));
const boxless = build('boxless', compiled.code);

// A young generation large enough that no collection hides what was allocated.
const FLAGS = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=512'];
const RUNS = 5;
const run = (file, job) => {
  const results = Array.from({ length: RUNS }, () => JSON.parse(execFileSync(process.execPath, [...FLAGS, join(__dirname, 'job.cjs'), file, job], { encoding: 'utf8' })));
  const middle = (key) => results.map((result) => result[key]).sort((a, b) => a - b)[RUNS >> 1];
  return { ns: middle('ns'), bytes: middle('bytes') };
};

const rows = [];
for (const [label, kind] of [['one', 'one class'], ['four', 'four classes']]) {
  const hand = run(native, `hand-${label}`);
  const mine = run(boxless, `ready-${label}`);
  const theirs = run(native, `ready-${label}`);
  rows.push({ job: `ready, ${kind}`, native: theirs.ns, boxless: mine.ns, 'by hand': hand.ns, 'native / boxless': theirs.ns / mine.ns, 'boxless / by hand': mine.ns / hand.ns, 'bytes native': theirs.bytes, 'bytes boxless': mine.bytes });
}
const [idle2, idle9] = [run(native, 'turns-2'), run(native, 'turns-9')];
const mine = run(boxless, 'suspended');
const theirs = run(native, 'suspended-native');
const LEVELS = 5;
rows.push({
  job: 'suspended, per level', native: (theirs.ns - idle9.ns) / LEVELS, boxless: (mine.ns - idle2.ns) / LEVELS,
  'native / boxless': (theirs.ns - idle9.ns) / (mine.ns - idle2.ns), 'bytes native': theirs.bytes / LEVELS, 'bytes boxless': mine.bytes / LEVELS,
});
const round = (value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value);
console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, round(value)]))));
console.log('ns per item or level. Ready: a loop over Concat over a source, two polls an item. Suspended: a leaf completed from outside under');
console.log(`four levels; what the harness itself costs is measured (${idle2.ns.toFixed(0)} and ${idle9.ns.toFixed(0)} ns a round) and taken off, its bytes are not.`);
