// MatAtBread/nodent-compiler, tests/semantics: samples that return `true`, each as the body of an async method, sloppy
// and strict. The oracle is the same sample with `async` and `await` deleted, or, where that does not run, `true`.
import fs from 'node:fs';
import path from 'node:path';
import { runCases } from '../cases.mjs';

export async function run(root, options) {
  globalThis.sleep = undefined;
  const folder = path.join(root, 'tests/semantics');
  const cases = [];
  for (const file of fs.readdirSync(folder).sort()) for (const strict of [false, true]) {
    const source = fs.readFileSync(path.join(folder, file), 'utf8');
    cases.push({ id: `${file}#${strict ? 'strict' : 'sloppy'}`, run: (transform) => runSample(file, source, strict, transform) });
  }
  return runCases(cases, options);
}

async function runSample(file, source, strict, transform) {
  const directive = strict ? '"use strict";\n' : '';
  const want = await synchronousResult(directive + source.replace(/async|await/g, ' '));
  const code = `${directive}globalThis.__subject = ({ async m() {\n${source}\n} }).m;`;
  (0, eval)(transform(code, { path: file, strict }));
  const got = await globalThis.__subject();
  if (got !== want || got === undefined) throw new Error(`got ${got}, want ${want}`);
}

async function synchronousResult(body) {
  try { return await new Function(body)(); } catch { return true; }
}
