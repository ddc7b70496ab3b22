// A worker thread: runs the test262 runs it is sent, one realm each, and reports each result.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { loadTransform } from '../transforms.mjs';
import { asyncify, hash } from './asyncify.mjs';
import { parseMeta } from './meta.mjs';
import { makeRealm, ModuleLoader } from './realm.mjs';

const { options, root, mode } = workerData;
const { transform, prelude, tally } = await loadTransform(options);
const preludeScript = prelude ? new vm.Script(prelude, { filename: 'prelude.js' }) : null;

let current = null; // the run whose late errors these are
process.on('unhandledRejection', () => { });
process.on('uncaughtException', (error) => current?.fail(error));

const harnessScripts = new Map();
function harness(name) {
  let script = harnessScripts.get(name);
  if (!script) {
    const source = fs.readFileSync(path.join(root, 'harness', name), 'utf8');
    harnessScripts.set(name, script = new vm.Script(source, { filename: `harness/${name}` }));
  }
  return script;
}

parentPort.on('message', async (runs) => {
  for (const run of runs) {
    let result;
    try { result = await execute(run); } catch (error) { result = { status: 'fail', message: `transform: ${describe(error)}` }; }
    parentPort.postMessage({ id: run.id, ...result, tally: tally.take() });
  }
  parentPort.postMessage({ batchDone: true });
});
parentPort.postMessage({ ready: true });

/** Compiles a run once; an asyncified one is then run once for each way of pending. */
async function execute(run) {
  const file = path.join(root, run.rel);
  let source = fs.readFileSync(file, 'utf8');
  const meta = parseMeta(source);
  const test = { run, file, meta, isModule: meta.flags.includes('module'), isAsync: meta.flags.includes('async'), code: '' };
  if (mode === 'native') {
    if (run.strict) source = '"use strict";\n' + source;
    if (!test.isModule) test.code = compile(source, test);
    return attempt(test);
  }
  const sown = asyncify(source, { p: options.p, seed: options.seed, id: run.rel, strict: run.strict, waiter: options.waiter });
  if (!sown) return { status: 'skip', message: 'not asyncifiable' };
  test.isAsync = true;
  test.code = compile(sown.code, test);
  let ran = 0;
  for (const pend of options.pend.split(',')) {
    const result = await attempt(test, pend);
    ran += result.ran;
    if (result.status !== 'pass') return { ...result, message: `[pend ${pend}] ${result.message}`, awaits: sown.awaits };
  }
  return { status: 'pass', awaits: sown.awaits, ran };
}

const compile = (source, { file, run }) => transform(source, { path: file, strict: run.strict, module: false });

function attempt({ run, file, meta, isModule, isAsync, code }, pend) {
  return new Promise((resolve) => {
    const counter = { ran: 0 };
    let timer;
    const end = (status, message) => { clearTimeout(timer); current = null; resolve({ status, message, ran: counter.ran }); };
    const fail = (error) => end('fail', describe(error));
    const print = (text) => {
      if (text === 'Test262:AsyncTestComplete') end('pass');
      else if (String(text).startsWith('Test262:AsyncTestFailure')) end('fail', String(text).slice(24));
    };
    current = { fail };
    try {
      const realm = makeRealm(print, preludeScript);
      const loader = new ModuleLoader(realm.context, transform);
      if (pend) realm.global[options.waiter === 'trait' ? '__hand' : '__w'] = waiter(realm, run.rel, counter, pend);
      if (!meta.flags.includes('raw')) {
        const names = ['assert.js', 'sta.js', ...(isAsync ? ['doneprintHandle.js'] : []), ...meta.includes];
        for (const name of names) harness(name).runInContext(realm.context);
      }
      timer = setTimeout(() => end('timeout', 'no $DONE'), options.timeout);
      if (isModule) {
        loader.run(file).then(() => { if (!isAsync) end('pass'); }, fail);
        return;
      }
      scriptOf(code, run.rel, file, loader).runInContext(realm.context, { timeout: options.timeout });
      if (!isAsync) end('pass');
    } catch (error) { fail(error); }
  });
}

function scriptOf(code, filename, file, loader) {
  // importModuleDynamically keeps contexts alive in Node 20: only scripts that may import get it.
  const mayImport = /\bimport\s*[.(]/.test(code) || (/\beval\b/.test(code) && /import/.test(code));
  return new vm.Script(code, mayImport
    ? { filename, importModuleDynamically: (request) => loader.import(path.resolve(path.dirname(file), request)) }
    : { filename });
}

/** `__w` (or what stands behind it) of an asyncified test: hands a value over as it is, or as a promise that is pending when it is awaited. */
function waiter(realm, name, counter, pend) {
  const promiseOf = vm.runInContext('(() => { const resolve = Promise.resolve.bind(Promise); return (value) => resolve(value); })()', realm.context);
  const only = pend.startsWith('one:') ? Number(pend.slice(4)) : 0;
  let state = hash(`${name}|${options.seed}`) | 0;
  return (value) => {
    const k = ++counter.ran;
    if (pend === 'none') return value;
    if (value !== null && (typeof value === 'object' || typeof value === 'function')) {
      try { if (value instanceof realm.global.Promise) return value; } catch { return value; }
    }
    if (pend === 'all') return promiseOf(value);
    if (only) return k === only ? promiseOf(value) : value;
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + k | 0;
    return state & 1 ? promiseOf(value) : value;
  };
}

function describe(error) {
  try {
    return error && typeof error === 'object' ? `${error.constructor?.name || error.name}: ${error.message}` : String(error);
  } catch { return '?'; }
}
