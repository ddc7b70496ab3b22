/** What the benches share: rounds in one process, runs in several, and their table. */
const { execFileSync } = require('node:child_process');

// A young generation large enough that no collection hides what was allocated.
const FLAGS = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=512'];
const RUNS = 5;

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** Nanoseconds by the clock, and of processor time: what else the machine does then counts less. */
const byClock = () => Number(process.hrtime.bigint());
const ofProcessor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
};

/** What one of `size` items costs: `open` makes what is run, the median round after the warm ones counts, the bytes of the last. */
async function rounds(open, run, { size, many, warm, now }) {
  const times = [];
  let bytes = 0;
  for (let round = 0; round < many; round++) {
    const opened = open();
    const isLast = round === many - 1;
    if (isLast) global.gc();
    const before = process.memoryUsage().heapUsed;
    const start = now();
    await run(opened);
    if (round >= warm) times.push((now() - start) / size);
    if (isLast) bytes = process.memoryUsage().heapUsed - before;
  }
  return { ns: median(times), bytes: Math.max(0, bytes) / size };
}

/** What a script prints, as JSON, in several processes of its own: jobs that share a process spoil each other's inline caches. */
function runs(script, ...args) {
  return Array.from({ length: RUNS }, () => JSON.parse(execFileSync(process.execPath, [...FLAGS, script, ...args], { encoding: 'utf8' })));
}

/** The median of each figure. */
function medians(script, ...args) {
  const results = runs(script, ...args);
  const middle = (key) => median(results.map((result) => result[key]));
  return { ns: middle('ns'), bytes: middle('bytes') };
}

function table(rows) {
  const round = (value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value);
  console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, round(value)]))));
}

const print = (result) => console.log(JSON.stringify(result));

module.exports = { byClock, median, medians, ofProcessor, print, rounds, runs, table };
