// The command line of the conformance driver: what can be said, and what is meant when nothing is said.
import path from 'node:path';

const FLAGS = new Set(['methodize', 'no-gen', 'verbose', 'fresh', 'help']);
const NUMBERS = new Set(['seed', 'p', 'workers', 'timeout', 'show']);
const KNOWN = new Set([
  ...FLAGS, ...NUMBERS,
  'transform', 'dist', 'scheduling', 'eager', 'pend', 'filter', 'json', 'only', 'rerun', 'waiter', 'returns',
]);

export const USAGE = `npm run conformance -- SUITE PATH [options]

suites
  test262            tests of tc39/test262 that hold async code            PATH: a checkout
  test262-asyncify   its ordinary tests, each wrapped into an async method
                     with awaits sown over its expressions                 PATH: a checkout
  a2p                babel-plugin-transform-async-to-promises              PATH: a checkout
  nodent             nodent-compiler, tests/semantics                      PATH: a checkout
  regenerator        regenerator, test/async.js                            PATH: a checkout
  babel              every exec fixture of Babel with async code           PATH: a checkout
  aplus              promises-aplus-tests over async methods               no PATH
  packages           real code bases with their own tests                  PATH: a work folder outside this repository

options
  --transform T      boxless (default), native (no change), ts-esnext (TypeScript's printer alone), or FILE.mjs
  --dist DIR         the build to test (default: dist of this repository, or BOXLESS_DIST)
  --scheduling S     default | microtask
  --eager values     results of any call awaited on the spot count as ready
  --returns future   public calls give PooledFutures, as those of marked functions do (default: promises)
  --pend P[,P]       asyncify: none | all | mix | one:K, which awaited values are really pending; one run for each
  --waiter W         asyncify: plain | trait, what is awaited is a call of a host function or of a compiled one
  --seed N, --p F    asyncify: another corpus (its baseline is made first, natively); share of expressions awaited
  --filter RE        only test ids that match
  --rerun FILE       test262: only the regressions of an earlier run's --json
  --only a,b         packages: only these
  --no-gen           test262: leave out tests whose only async code is async generators
  --methodize        turn async functions into async methods first
  --fresh            packages: install and run untouched again, even if done before
  --workers N  --timeout MS  --show N  --json FILE  --verbose`;

export function parseOptions(argv) {
  const options = {
    transform: 'boxless', scheduling: 'default', pend: 'none', waiter: 'plain', seed: 1, p: 0.35,
    workers: 2, timeout: 5000, show: 20, rest: [],
    dist: process.env.BOXLESS_DIST || path.resolve(import.meta.dirname, '../../dist'),
  };
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i];
    if (!word.startsWith('--')) { options.rest.push(word); continue; }
    const name = word.slice(2);
    if (!KNOWN.has(name)) throw new Error(`unknown option ${word}`);
    if (FLAGS.has(name)) { options[camel(name)] = true; continue; }
    if (++i >= argv.length) throw new Error(`${word} needs a value`);
    options[name] = NUMBERS.has(name) ? Number(argv[i]) : argv[i];
  }
  options.dist = path.resolve(options.dist);
  return options;
}

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
