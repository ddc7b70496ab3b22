// facebook/regenerator, test/async.js: its mocha file as a whole goes through the transform, then each `it` is a case.
import assert from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';
import { runCases } from '../cases.mjs';

export async function run(root, options) {
  const file = path.join(root, 'test/async.js');
  // Not ours: the check that regenerator itself was at work.
  const source = fs.readFileSync(file, 'utf8').replace(/assert\(\s*function\*\(\) \{\}[\s\S]*?\);/, '');
  const load = collector();
  const cases = load(source).map(({ id }) => ({
    id, run: (transform) => load(cached(transform, source)).find((one) => one.id === id).run(),
  }));
  return runCases(cases, options);
}

const results = new Map();
function cached(transform, source) {
  if (!results.has(transform)) results.set(transform, transform(`(function () {\n${source}\n})();`, { path: 'async.js', strict: false }));
  return results.get(transform);
}

/** A mocha of its own: gives the `it`s of a file instead of running them. */
function collector() {
  return (code) => {
    const found = [];
    const path = [];
    const describe = (title, body) => { path.push(title); body(); path.pop(); };
    const it = (title, body) => { found.push({ id: [...path, title].join(' / '), run: () => runBody(body) }); };
    const modules = { assert, promise: Promise };
    globalThis.__mocha = { describe, it, xit() { }, require: (name) => modules[name] };
    it.skip = () => { };
    (0, eval)(`(function ({ describe, it, xit, require }) {\n${code}\n})`)(globalThis.__mocha);
    return found;
  };
}

function runBody(body) {
  if (!body) return Promise.resolve();
  if (!body.length) return Promise.resolve(body());
  return new Promise((resolve, reject) => { body((error) => (error ? reject(error) : resolve())); });
}
