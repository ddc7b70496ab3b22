// promises-aplus-tests, where every promise that the suite sees is the result of an async method's call.
import { createRequire } from 'node:module';
import { loadTransform } from '../transforms.mjs';

const require = createRequire(import.meta.url);

const SUBJECT = `
class Subject {
  async ret(value) { return value; }
  async thr(reason) { throw reason; }
  async wait(promise) { const value = await promise; return value; }
  async guard(promise) { try { return await promise; } finally { await null; } }
  async nest(promise) { return await this.wait(promise); }
}
globalThis.__Subject = Subject;`;

/** The way in which a method hands on what it waited for. */
const METHODS = ['wait', 'guard', 'nest'];

export async function run(_root, options) {
  const { transform, prelude, tally } = await loadTransform(options);
  if (prelude) (0, eval)(prelude);
  (0, eval)(transform(SUBJECT, { path: 'subject.js' }));
  const silent = () => { };
  process.on('unhandledRejection', silent);
  process.on('rejectionHandled', silent);
  const result = { baseline: 0, pass: 0, regressions: [], tally, notes: [] };
  for (const method of METHODS.filter((one) => !options.filter || new RegExp(options.filter).test(one))) {
    const { passed, failed } = await runSuite(adapter(new globalThis.__Subject(), method));
    result.baseline += passed + failed.length;
    result.pass += passed;
    result.regressions.push(...failed.map(({ id, message }) => ({ id: `${method}: ${id}`, message })));
    result.notes.push(`${method}: ${passed} of ${passed + failed.length}`);
  }
  process.off('unhandledRejection', silent);
  process.off('rejectionHandled', silent);
  return result;
}

const adapter = (subject, method) => ({
  resolved: (value) => subject.ret(value),
  rejected: (reason) => subject.thr(reason),
  deferred() {
    let resolve, reject;
    const promise = new Promise((one, other) => { resolve = one; reject = other; });
    return { promise: subject[method](promise), resolve, reject };
  },
});

function runSuite(adapter) {
  // The suite's files are loaded by mocha with require: a second run needs them loaded afresh.
  for (const file of Object.keys(require.cache)) if (/promises-aplus-tests/.test(file)) delete require.cache[file];
  const outcome = { passed: 0, failed: [] };
  function Reporter(runner) {
    runner.on('pass', () => { outcome.passed++; });
    runner.on('fail', (test, error) => { outcome.failed.push({ id: test.fullTitle(), message: error?.message }); });
  }
  return new Promise((resolve) => require('promises-aplus-tests')(adapter, { reporter: Reporter, timeout: 2000 }, () => resolve(outcome)));
}
