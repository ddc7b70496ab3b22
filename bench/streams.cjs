/**
 * `for await` over generators, natively and compiled, each job in a process of its own, several runs, the median.
 * Processor time, not time by the clock: what else the machine does then counts less.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { medians, ofProcessor, print, rounds, table, warmUp } = require('./measure.cjs');

const SIZE = 100_000;

async function job(file, kind) {
  const lib = require(file);
  const chains = {
    one: (size) => new lib.Reader(new lib.Range(size)),
    filter: (size) => new lib.Reader(new lib.Odd(new lib.Range(size))),
    delegate: (size) => new lib.Reader(new lib.Nested(new lib.Odd(new lib.Range(size)))),
    hand: (size) => new lib.SyncReader(new lib.SyncRange(size)),
  };
  await warmUp((size) => chains[kind](size).sum());
  return rounds(() => chains[kind](SIZE), (reader) => reader.sum(), { size: SIZE, many: 60, warm: 30, now: ofProcessor });
}

/** Prints the table. The program is given in both forms, as files. */
function benchStreams({ native, boxless }) {
  const run = (file, kind) => medians(__filename, file, kind);
  const hand = run(native, 'hand');
  const rows = [['one', 'a generator'], ['filter', 'a filter over it'], ['delegate', 'yield * of that']].map(([kind, label]) => {
    const theirs = run(native, kind);
    const mine = run(boxless, kind);
    return { 'for await over': label, native: theirs.ns, boxless: mine.ns, 'native / boxless': theirs.ns / mine.ns, 'bytes native': theirs.bytes, 'bytes boxless': mine.bytes };
  });
  table(rows);
  console.log(`ns per item of the innermost generator, all of them ready. A synchronous generator under a \`for\`: ${hand.ns.toFixed(1)} ns.`);
}

module.exports = { benchStreams, source: () => readFileSync(join(__dirname, 'streams.ts'), 'utf8') };

if (require.main === module) job(...process.argv.slice(2)).then(print);
