// babel/babel: every exec fixture of its packages that holds async code and runs untouched in this Node.
// The runner wraps a fixture into a function, as Babel's own does; `expect` is jest's.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { expect } from 'expect';
import { runCases } from '../cases.mjs';

const require = createRequire(import.meta.url);

export async function run(root, options) {
  const cases = [];
  for (const file of execFiles(path.join(root, 'packages'))) {
    const source = fs.readFileSync(file, 'utf8');
    if (!/\basync\b|\bawait\b/.test(source)) continue;
    const id = path.relative(path.join(root, 'packages'), file);
    cases.push({ id, run: (transform) => runFixture(file, source, transform, options) });
  }
  return runCases(cases, options, { realm: (prelude) => { preludeSource = prelude; } });
}

let preludeSource = '';

async function runFixture(file, source, transform) {
  const context = vm.createContext({ process, setTimeout, setImmediate, console, expect });
  context.global = context;
  if (preludeSource) vm.runInContext(preludeSource, context);
  const code = transform(`(function (exports, require, module, __filename, __dirname) {\n${source}\n});`, { path: file });
  const module = { exports: {} };
  const result = await vm.runInContext(code, context, { filename: file })(module.exports, require, module, file, path.dirname(file));
  return result;
}

function* execFiles(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) { if (entry.name !== 'node_modules') yield* execFiles(file); }
    else if (entry.name === 'exec.js') yield file;
  }
}
