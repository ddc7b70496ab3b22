/** The programs of test/run as ECMAScript modules, run by Node itself: compiled against untouched, each form in a process of its own. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as ts from 'typescript';
import { compiled, plain, type Compile } from './harness/compile';
import { filesIn, ROOT, TEST } from './harness/discover';
import { driverOf } from './harness/load';

const compilerOptions: ts.CompilerOptions = { module: ts.ModuleKind.ESNext };

// A module is strict, and has no `require` of its own.
const names = filesIn('run').filter((name) => !/\brequire\(/.test(sourceOf(`run/${name}`)));

function sourceOf(path: string): string {
  return readFileSync(join(TEST, `${path}.ts`), 'utf8');
}

/** The classes that make calls of every method on the spot: `drive:` in harness/load.ts, all in one program. */
function drivers(): string {
  // Whatever may be the name of a method, also behind `get` or in brackets.
  const methods = new Set(names.flatMap((name) => Array.from(sourceOf(`run/${name}`).matchAll(/(?<![\p{ID_Continue}$#])([\p{ID_Start}$_][\p{ID_Continue}$]*)(?=['"]?\]?(?:<.*>)?\()/gu), ([, method]) => method!)));
  const classes = Array.from(methods, (method) => `${JSON.stringify(method)}: ${driverOf(method)}`);
  return `import { asyncTrait } from 'boxless'; export const drivers: Record<string, unknown> = { ${classes.join(', ')} };`;
}

const MAIN = `
  import { record } from './harness/events.mjs';
  import { drivers } from './drivers.mjs';
  globalThis.require = (specifier) => {
    const Driver = drivers[specifier.slice('drive:'.length)];
    if (Driver === undefined) throw new Error('No class calls ' + specifier);
    return { Driver };
  };
  const logs = {};
  for (const name of ${JSON.stringify(names)}) {
    const { main } = await import('./run/' + name + '.mjs');
    const { lines, log } = record();
    await main(log);
    logs[name] = lines;
  }
  console.log(JSON.stringify(logs));
`;

const RELATIVE = /(?<=\bfrom ["'])(\.\.?\/[^"']+)(?=["'])/g;

/** What each program logs, and how much of it was compiled. */
function run(compile: Compile): { logs: Record<string, string[]>; counts: Record<string, number> } {
  const folder = mkdtempSync(join(tmpdir(), 'boxless-esm-'));
  try {
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const counts: Record<string, number> = {};
    const write = (path: string, text: string): void => {
      const { code, report } = compile(text, join(TEST, `${path}.ts`));
      counts[path.replace('run/', '')] = report.compiled.length;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, `${path}.mjs`), code.replace(RELATIVE, '$1.mjs'));
    };
    for (const path of ['harness/events', 'run/support/leaf', ...names.map((name) => `run/${name}`)]) write(path, sourceOf(path));
    write('drivers', drivers());
    writeFileSync(join(folder, 'main.mjs'), MAIN);
    const out = execFileSync(process.execPath, [join(folder, 'main.mjs')], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
    return { logs: JSON.parse(out) as Record<string, string[]>, counts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const native = run(plain(compilerOptions));
const boxless = run(compiled({ compilerOptions, runtime: 'import' }));

test.each(names)('%s', (name) => {
  expect(boxless.counts[name]).toBeGreaterThan(0);
  expect(native.logs[name]!.length).toBeGreaterThan(0);
  expect(boxless.logs[name]).toEqual(native.logs[name]);
});

test('the calls on the spot are compiled too', () => {
  expect(boxless.counts['drivers']).toBeGreaterThan(100);
});
