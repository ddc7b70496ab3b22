// npm run conformance -- SUITE PATH [options]: other people's tests, compiled, against the same tests untouched.
import fs from 'node:fs';
import path from 'node:path';
import { parseOptions, USAGE } from './options.mjs';
import { printResult } from './print.mjs';

const SUITES = {
  'test262': async (...rest) => (await import('./suites/test262.mjs')).run('native', ...rest),
  'test262-asyncify': async (...rest) => (await import('./suites/test262.mjs')).run('asyncify', ...rest),
  'a2p': async (...rest) => (await import('./suites/a2p.mjs')).run(...rest),
  'nodent': async (...rest) => (await import('./suites/nodent.mjs')).run(...rest),
  'regenerator': async (...rest) => (await import('./suites/regenerator.mjs')).run(...rest),
  'babel': async (...rest) => (await import('./suites/babel.mjs')).run(...rest),
  'aplus': async (...rest) => (await import('./suites/aplus.mjs')).run(...rest),
  'packages': async (...rest) => (await import('./suites/packages.mjs')).run(...rest),
};

async function main() {
  const options = parseOptions(process.argv.slice(2));
  const [suite, root] = options.rest;
  if (options.help || !SUITES[suite] || (!root && suite !== 'aplus')) {
    console.error(USAGE);
    process.exitCode = options.help ? 0 : 2;
    return;
  }
  if (root && suite !== 'packages' && !fs.existsSync(root)) throw new Error(`no such folder: ${root}`);
  const started = Date.now();
  const result = await SUITES[suite](root && path.resolve(root), options, progress());
  result.title = `${suite} (${[options.transform, options.scheduling, options.eager && `eager ${options.eager}`, options.returns && `returns ${options.returns}`,
    suite === 'test262-asyncify' && `pend ${options.pend}, seed ${options.seed}${options.waiter === 'trait' ? ', waiter trait' : ''}`].filter(Boolean).join(', ')})`;
  result.seconds = (Date.now() - started) / 1000;
  printResult(result, options);
  if (options.json) fs.writeFileSync(options.json, JSON.stringify(result, null, 1));
  process.exitCode = result.regressions.length ? 1 : 0;
}

function progress() {
  if (!process.stderr.isTTY) return undefined;
  return (done, all) => { if (done % 200 === 0 || done === all) process.stderr.write(`\r${done} / ${all} ${done === all ? '\n' : ''}`); };
}

main().then(() => process.exit(), (error) => {
  console.error(error);
  process.exit(2);
});
