// The smaller suites are lists of cases; each runs untouched first, and what passes there has to pass transformed.
import { loadTransform } from './transforms.mjs';

const PATIENCE = 5000;

/**
 * cases: { id, run(transform), isAboutTicks? }, where `run` rejects when the case fails.
 * `realm(prelude)` gets the transformed code's prelude before the cases run.
 */
export async function runCases(cases, options, { realm = evaluate } = {}) {
  const pattern = options.filter && new RegExp(options.filter);
  const chosen = cases.filter((one) => !pattern || pattern.test(one.id));
  const native = await loadTransform({ ...options, transform: 'native' });
  const printed = await loadTransform({ ...options, transform: 'ts-esnext' });
  const tested = await loadTransform(options);
  if (tested.prelude) realm(tested.prelude);
  const silent = () => { };
  process.on('unhandledRejection', silent);
  process.on('rejectionHandled', silent);

  const result = {
    cases: chosen.length, baseline: 0, pass: 0, regressions: [], tally: tested.tally,
    excused: { 'lost by TypeScript\'s printer alone': [], 'its subject is the number of ticks': [] },
    notes: [], failsNatively: [],
  };
  for (const one of chosen) {
    const untouched = await attempt(one, native);
    if (untouched) { result.failsNatively.push({ id: one.id, message: message(untouched) }); continue; }
    result.baseline++;
    const error = await attempt(one, tested);
    if (!error) result.pass++;
    else if (await attempt(one, printed)) result.excused['lost by TypeScript\'s printer alone'].push(one.id);
    else if (one.isAboutTicks && options.scheduling !== 'microtask') result.excused['its subject is the number of ticks'].push(one.id);
    else result.regressions.push({ id: one.id, message: message(error), stack: error.stack });
  }
  result.notes.push(`cases ${chosen.length}, of which pass untouched ${result.baseline}`);
  process.off('unhandledRejection', silent);
  process.off('rejectionHandled', silent);
  return result;
}

const evaluate = (source) => (0, eval)(source);

/** The error a case ends with, or undefined. */
async function attempt(one, { transform }) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(reject, PATIENCE, new Error('timeout')); });
  try { await Promise.race([one.run(transform), late]); return undefined; } catch (error) {
    return error instanceof Object ? error : new Error(String(error));
  } finally { clearTimeout(timer); }
}

const message = (error) => String(error.message ?? error).replace(/\x1b\[\d+m/g, '').split('\n').filter((line) => line.trim()).slice(0, 3).join(' ').slice(0, 200);
