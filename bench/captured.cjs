/**
 * What a captured variable that changes costs, natively and compiled, each job in a process of its own, several runs, the
 * median. Processor time, as in streams.cjs.
 */
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const SIZE = 100_000;
const ROUNDS = 40;
const WARM = 20;

async function job(file, kind, how) {
  const lib = require(file);
  const wait = how === 'suspended' ? Promise.resolve() : undefined;
  const times = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const reader = new lib.Reader(new lib[kind](new lib.Leaf(wait)), SIZE);
    if (round === ROUNDS - 1) {
      global.gc();
      bytes = -process.memoryUsage().heapUsed;
    }
    const start = process.cpuUsage();
    if ((await reader.sum()) !== 3 * SIZE) throw new Error('wrong sum');
    const { user, system } = process.cpuUsage(start);
    if (round >= WARM) times.push(((user + system) * 1000) / SIZE);
    if (round === ROUNDS - 1) bytes += process.memoryUsage().heapUsed;
  }
  return { ns: times.sort((a, b) => a - b)[times.length >> 1], bytes: Math.max(0, bytes) / SIZE };
}

/** Prints the table. The program is given in both forms, as files. */
function benchCaptured({ native, boxless }, flags) {
  const RUNS = 5;
  const run = (file, kind, how) => {
    const results = Array.from({ length: RUNS }, () => JSON.parse(execFileSync(process.execPath, [...flags, __filename, file, kind, how], { encoding: 'utf8' })));
    const middle = (key) => results.map((result) => result[key]).sort((a, b) => a - b)[RUNS >> 1];
    return { ns: middle('ns'), bytes: middle('bytes') };
  };
  const rows = ['ready', 'suspended'].map((how) => {
    const [theirs, frame, coroutine, hand] = [[native, 'Frame'], [boxless, 'Frame'], [boxless, 'Coroutine'], [boxless, 'Hand']].map(([file, kind]) => run(file, kind, how));
    return {
      'a captured variable': how, native: theirs.ns, frame: frame.ns, coroutine: coroutine.ns, 'a box by hand': hand.ns,
      'native / frame': theirs.ns / frame.ns, 'bytes native': theirs.bytes, 'bytes frame': frame.bytes, 'bytes coroutine': coroutine.bytes,
    };
  });
  const round = (value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value);
  console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, round(value)]))));
  console.log('ns per call of a method whose closure counts in a variable of it, before and after its await.');
}

module.exports = { benchCaptured, source: () => readFileSync(join(__dirname, 'captured.ts'), 'utf8') };

if (require.main === module) job(...process.argv.slice(2)).then((result) => console.log(JSON.stringify(result)));
