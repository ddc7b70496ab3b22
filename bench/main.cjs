/** `npm run bench`: the figures of the README, each job in a process of its own, several runs, the median. */
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const ts = require('typescript');
const { transformSource } = require('../dist/transformer/index.js');
const { benchCaptured, source: readCaptured } = require('./captured.cjs');
const { benchDyn } = require('./dyn.cjs');
const { mediansWith, table } = require('./measure.cjs');
const { benchStreams, source: readStreams } = require('./streams.cjs');

const out = join(__dirname, '..', 'dist', 'bench');
const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
const build = (name, code, extension = 'cjs') => {
  mkdirSync(out, { recursive: true });
  const file = join(out, `${name}.${extension}`);
  writeFileSync(file, code);
  return file;
};
const compiled = (name, text, options, runtime) => {
  const { code, diagnostics } = transformSource(text, { fileName: `${name}.ts`, compilerOptions: options, runtime });
  if (diagnostics.length > 0) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return code;
};
/** A program in both forms, as files. */
const forms = (name, text) => {
  const code = compiled(name, text, compilerOptions, 'require');
  const unmarked = text.replace(/^\s*@asyncTrait(\(.*\))?$/gm, '');
  return { native: build(`${name}-native`, ts.transpileModule(unmarked, { compilerOptions }).outputText), boxless: build(`${name}-boxless`, code), code };
};
const classes = readFileSync(join(__dirname, 'classes.ts'), 'utf8');
const { native, boxless, code } = forms('classes', classes);
const boxlessModule = build('classes-boxless', compiled('classes', classes, { ...compilerOptions, module: ts.ModuleKind.ESNext }, 'import'), 'mjs');

// The same without the guard that keeps what goes on eagerly from going too deep: nothing is counted, and nothing compared.
const unguarded = build('unguarded', code.replace(/\$canPoll\((.*?), \$[df]\)/g, '$$isPoll($1)').replace(/\$d \+ 1/g, '$$d'));
if (/\$canPoll\(|\$d \+ 1/.test(readFileSync(unguarded, 'utf8')) || readFileSync(unguarded, 'utf8') === code) throw new Error('The guard of the depth is written in another way now.');

const run = (file, job, ...flags) => mediansWith(flags, join(__dirname, 'job.cjs'), file, job);

const rows = [];
/** What was not measured has no cell. */
const add = (job, mine, theirs = {}, hand = {}) => {
  const figures = {
    native: theirs.ns, boxless: mine.ns, 'slowest run': mine.slowest, 'by hand': hand.ns, 'native / boxless': theirs.ns / mine.ns, 'boxless / by hand': mine.ns / hand.ns,
    'bytes native': theirs.bytes, 'bytes boxless': mine.bytes,
  };
  rows.push({ job, ...Object.fromEntries(Object.entries(figures).filter(([, figure]) => Number.isFinite(figure))) });
};
for (const [label, kind] of [['one', 'one class'], ['four', 'four classes'], ['functions', 'functions']]) {
  const hand = run(native, `hand-${label}`);
  const theirs = run(native, `ready-${label}`);
  for (const [file, how] of [[boxless, ''], [boxlessModule, ', as an ES module']]) {
    add(`ready, ${kind}${how}`, run(file, `ready-${label}`), theirs, hand);
  }
}
add('ready, one class, without the guard of the depth', run(unguarded, 'ready-one'), {}, { ns: rows[0]['by hand'] });
// As where the code around the calls is long: of 920 bytes that V8 puts into a function, 400 are left.
const LITTLE_ROOM = '--max-inlined-bytecode-size-cumulative=400';
add('ready, four classes, where V8 has little room to inline', ...[[boxless, 'ready'], [native, 'ready'], [native, 'hand']].map(([file, kind]) => run(file, `${kind}-four`, LITTLE_ROOM)));
const CALLS = [['calls by code that is not compiled', 'calls'], ['calls that are kept and awaited later', 'kept']].flatMap(([label, job]) =>
  [['', ''], [", returns: 'promise'", '-plain'], [", reuse: 'await-once'", '-once']].map(([option, suffix]) => [label + option, job + suffix]));
for (const [label, job] of [['return source.next()', 'delegate'], ['await source?.next()', 'optional'], ['await (c ? a.next() : b.next())', 'either'], ['exclusive: true', 'exclusive'], ['pool: { max: 8 }', 'bounded'], ['recursion, 100,000 levels', 'deep'], ...CALLS]) {
  add(`ready, ${label}`, run(boxless, job), run(native, job));
}
// A microtask completes what is waited for, the driver: it is taken off. Natively the leaf waits for a promise in every row.
const [SHALLOW, DEEP] = [4, 12];
const turns = (file, job, suffix = '') => [SHALLOW, DEEP].map((levels) => run(file, `${job}-${levels}${suffix}`));
const level = ([shallow, deep], what) => (deep[what] - shallow[what]) / (DEEP - SHALLOW);
for (const [job, suffix, label] of [['suspended', '', 'a Completer'], ['suspended-native', '', 'a promise'], ['suspended', '-store', 'a Completer, an AsyncLocalStorage in use']]) {
  const driver = run(native, `driver${suffix}`);
  const turn = ([shallow], what) => shallow[what] - driver[what];
  const [mine, theirs] = [turns(boxless, job, suffix), turns(native, 'suspended-native', suffix)];
  for (const [name, cost] of [['one level more', level], [`${SHALLOW} levels`, turn]]) {
    const of = (figures) => ({ ns: cost(figures, 'ns'), bytes: cost(figures, 'bytes') });
    add(`suspended on ${label}: ${name}`, of(mine), of(theirs));
  }
}
const [limited, plain] = ['suspended-exclusive', 'suspended'].map((job) => turns(boxless, job));
const added = (what) => level(limited, what) - level(plain, what);
add('suspended, what exclusive: true adds a level', { ns: added('ns'), bytes: added('bytes') });
table(rows);
console.log('ns per item or turn. Ready: a loop over Concat over a source, two polls an item; one of functions. Suspended: a leaf and the levels over it; the microtask');
console.log('that completes what the leaf waits for is taken off, its bytes are not.');

// dynTrait<T>() reads the members from the type, so this program is compiled with its types.
benchDyn((text) => {
  const name = join(__dirname, 'dyn.ts');
  const options = { ...compilerOptions, moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'], types: [], skipLibCheck: true, paths: { boxless: [join(__dirname, '../dist/runtime/index.d.ts')] } };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (file, ...rest) => (file === name ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) : getSourceFile.call(host, file, ...rest));
  host.fileExists = (file) => file === name || fileExists.call(host, file);
  const { code, diagnostics } = transformSource(text, { fileName: name, program: ts.createProgram([name], options, host), runtime: 'require' });
  if (diagnostics.length > 0) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return code;
}, build);

benchStreams(forms('streams', readStreams()));
benchCaptured(forms('captured', readCaptured()));
