// rpetrich/babel-plugin-transform-async-to-promises: each fixture's input.js is an expression (an async function, or a
// factory of some), each case-*.js a body over it, named `f`. Only input.js is transformed.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { expect } from 'expect';
import { runCases } from '../cases.mjs';

const AsyncFunction = (async () => { }).constructor;

export async function run(root, options) {
  globalThis.expect = expect;
  const folder = path.join(root, 'tests');
  const cases = [];
  for (const name of fs.readdirSync(folder).sort()) {
    const files = fs.readdirSync(path.join(folder, name));
    const read = (file) => fs.readFileSync(path.join(folder, name, file), 'utf8');
    if (files.includes('options.json') && JSON.parse(read('options.json')).module) continue;
    for (const file of files.filter((one) => /^case-.*\.js$/.test(one))) {
      cases.push({ id: `${name}/${file}`, isAboutTicks: /order/.test(name), run: (transform) => runCase(name, read('input.js'), read(file), transform) });
    }
  }
  return runCases(cases, options, { realm: (prelude) => vm.runInThisContext(prelude) });
}

async function runCase(name, input, body, transform) {
  const source = `(function () { return ${input.replace(/;\s*$/, '')}\n})`;
  const subject = vm.runInThisContext(transform(source, { path: `${name}.js` }))();
  await new AsyncFunction('f', body)(subject);
}
