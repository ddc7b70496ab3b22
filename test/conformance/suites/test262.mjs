// tc39/test262: `native` runs tests that hold async code, `asyncify` makes async code of ordinary ones.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { Tally } from '../transforms.mjs';
import { runOf, selectRuns } from '../test262/meta.mjs';
import { runAll } from '../test262/pool.mjs';

const STORED = { native: 'base-native.json.gz', asyncify: 'base-asyncify.json.gz' };
const MOST_AWAITS = 1000; // longer asyncified runs are left out: they only cost time

export async function run(mode, root, options, progress) {
  const execute = (runs, over) => runAll(runs, { options: { ...options, ...over }, root, mode, onProgress: progress });
  const baseline = await baselineRuns(mode, root, options, execute);
  const results = await execute(baseline);
  const failures = results.filter((result) => result.status !== 'pass');

  // A failure counts only if it fails again, and if it passes both untouched and printed by TypeScript alone.
  const again = await execute(failures.map((failure) => runOf(failure.id)));
  const failed = again.filter((result) => result.status !== 'pass');
  const passed = async (over) => new Set((await execute(failed.map((failure) => runOf(failure.id)), over))
    .filter((result) => result.status === 'pass').map((result) => result.id));
  const passesNative = await passed({ transform: 'native', methodize: options.methodize });
  const passesPrinted = options.transform === 'native' ? passesNative : await passed({ transform: 'ts-esnext' });
  const ticks = options.scheduling === 'microtask' ? new Set() : ticksTests();

  const excused = { 'fails untouched too': [], 'lost by TypeScript\'s printer alone': [], 'its subject is the number of ticks': [] };
  const regressions = [];
  for (const { id, message } of failed) {
    if (!passesNative.has(id)) excused['fails untouched too'].push(id);
    else if (!passesPrinted.has(id)) excused['lost by TypeScript\'s printer alone'].push(id);
    else if (ticks.has(id.split('#')[0])) excused['its subject is the number of ticks'].push(id);
    else regressions.push({ id, message });
  }
  const tally = new Tally();
  for (const result of results) tally.merge(result.tally);
  return {
    baseline: baseline.length, pass: baseline.length - failed.length, flaky: failures.length - failed.length,
    excused, regressions, tally,
    notes: mode === 'asyncify' ? [`awaits sown ${sum(results, 'awaits')}, run ${sum(results, 'ran')}`] : [],
  };
}

/** Runs that pass untouched: stored for the first seed, made on the spot for others. */
async function baselineRuns(mode, root, options, execute) {
  if (options.rerun) return JSON.parse(fs.readFileSync(options.rerun, 'utf8')).regressions.map(({ id }) => runOf(id));
  const isStored = mode === 'native' ? !options.noGen : options.seed === 1 && options.p === 0.35;
  if (isStored && !options.methodize) {
    const file = path.join(import.meta.dirname, '../baselines', STORED[mode]);
    const ids = JSON.parse(zlib.gunzipSync(fs.readFileSync(file)).toString('utf8'));
    const filter = options.filter && new RegExp(options.filter);
    return ids.map(runOf).filter((one) => !filter || filter.test(one.rel));
  }
  const results = await execute(selectRuns(root, { mode, ...options }), { transform: 'native', pend: 'none' });
  return results
    .filter((result) => result.status === 'pass' && (mode === 'native' || (result.ran > 0 && result.ran <= MOST_AWAITS)))
    .map((result) => runOf(result.id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

const ticksTests = () => new Set(JSON.parse(fs.readFileSync(path.join(import.meta.dirname, '../baselines/ticks.json'), 'utf8')).test262);
const sum = (results, key) => results.reduce((total, result) => total + (result[key] || 0), 0);
