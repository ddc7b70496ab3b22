/**
 * `for await` over generators, natively and compiled, each job in a process of its own, several runs, the median.
 * Processor time, not time by the clock: what else the machine does then counts less.
 */
const { execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const SIZE = 100_000;
const ROUNDS = 60;
const WARM = 30;

async function job(file, kind) {
  const lib = require(file);
  const chains = {
    one: () => new lib.Reader(new lib.Range(SIZE)),
    filter: () => new lib.Reader(new lib.Odd(new lib.Range(SIZE))),
    delegate: () => new lib.Reader(new lib.Nested(new lib.Odd(new lib.Range(SIZE)))),
    hand: () => new lib.SyncReader(new lib.SyncRange(SIZE)),
  };
  const times = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const reader = chains[kind]();
    if (round === ROUNDS - 1) {
      global.gc();
      bytes = -process.memoryUsage().heapUsed;
    }
    const start = process.cpuUsage();
    await reader.sum();
    const { user, system } = process.cpuUsage(start);
    if (round >= WARM) times.push(((user + system) * 1000) / SIZE);
    if (round === ROUNDS - 1) bytes += process.memoryUsage().heapUsed;
  }
  return { ns: times.sort((a, b) => a - b)[times.length >> 1], bytes: Math.max(0, bytes) / SIZE };
}

/** Prints the table. The program is given in both forms, as files. */
function benchStreams({ native, boxless }, flags) {
  const RUNS = 5;
  const run = (file, kind) => {
    const results = Array.from({ length: RUNS }, () => JSON.parse(execFileSync(process.execPath, [...flags, __filename, file, kind], { encoding: 'utf8' })));
    const middle = (key) => results.map((result) => result[key]).sort((a, b) => a - b)[RUNS >> 1];
    return { ns: middle('ns'), bytes: middle('bytes') };
  };
  const hand = run(native, 'hand');
  const rows = [['one', 'a generator'], ['filter', 'a filter over it'], ['delegate', 'yield * of that']].map(([kind, label]) => {
    const theirs = run(native, kind);
    const mine = run(boxless, kind);
    return { 'for await over': label, native: theirs.ns, boxless: mine.ns, 'native / boxless': theirs.ns / mine.ns, 'bytes native': theirs.bytes, 'bytes boxless': mine.bytes };
  });
  const round = (value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value);
  console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, round(value)]))));
  console.log(`ns per item of the innermost generator, all of them ready. A synchronous generator under a \`for\`: ${hand.ns.toFixed(1)} ns.`);
}

module.exports = { benchStreams, source: () => readFileSync(join(__dirname, 'streams.ts'), 'utf8') };

if (require.main === module) job(process.argv[2], process.argv[3]).then((result) => console.log(JSON.stringify(result)));
