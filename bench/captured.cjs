/**
 * What a captured variable that changes costs, natively and compiled, each job in a process of its own, several runs, the
 * median. Processor time, as in streams.cjs.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { medians, ofProcessor, print, rounds, table, warmUp } = require('./measure.cjs');

const SIZE = 100_000;

async function job(file, kind, how) {
  const lib = require(file);
  const wait = how === 'suspended' ? Promise.resolve() : undefined;
  const open = (size) => new lib.Reader(new lib[kind](new lib.Leaf(wait)), size);
  const sum = async (reader) => {
    if ((await reader.sum()) !== 3 * SIZE) throw new Error('wrong sum');
  };
  await warmUp((size) => open(size).sum());
  return rounds(() => open(SIZE), sum, { size: SIZE, many: 40, warm: 20, now: ofProcessor });
}

/** Prints the table. The program is given in both forms, as files. */
function benchCaptured({ native, boxless }) {
  const rows = ['ready', 'suspended'].map((how) => {
    const [theirs, frame, coroutine, hand] = [[native, 'Frame'], [boxless, 'Frame'], [boxless, 'Coroutine'], [boxless, 'Hand']].map(([file, kind]) => medians(__filename, file, kind, how));
    return {
      'a captured variable': how, native: theirs.ns, frame: frame.ns, coroutine: coroutine.ns, 'a box by hand': hand.ns,
      'native / frame': theirs.ns / frame.ns, 'bytes native': theirs.bytes, 'bytes frame': frame.bytes, 'bytes coroutine': coroutine.bytes,
    };
  });
  table(rows);
  console.log('ns per call of a method whose closure counts in a variable of it, before and after its await.');
}

module.exports = { benchCaptured, source: () => readFileSync(join(__dirname, 'captured.ts'), 'utf8') };

if (require.main === module) job(...process.argv.slice(2)).then(print);
