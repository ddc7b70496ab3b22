/** What the benches share: rounds in one process, runs in several, and their table. */
const { execFileSync } = require('node:child_process');

// For counting bytes only: a young generation large enough that no collection hides what was allocated. Its pages are cold, which costs time.
const ROOMY = ['--min-semi-space-size=256', '--max-semi-space-size=512'];
const RUNS = 5;

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** Nanoseconds by the clock, and of processor time: what else the machine does then counts less. */
const byClock = () => Number(process.hrtime.bigint());
const ofProcessor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
};

/**
 * Short activations first, as most are: a loop that begins once and never ends V8 optimises while it runs, without having seen the rest of its function
 * (on-stack replacement), and then it takes luck whether all of it gets fast, compiled or written by hand.
 */
async function warmUp(run) {
  for (let round = 0; round < 2_000; round++) await run(400);
}

/**
 * What one of `size` items costs: `open` makes what is run, the median of the rounds after the warm ones counts. Nothing is collected by force:
 * that throws code away too, and what V8 allocates while it interprets and compiles it again (up to 20 bytes an item) would be counted.
 * Of a round in which V8 collects by itself, only the time counts.
 */
async function rounds(open, run, { size, many, warm, now }) {
  const [times, bytes] = [[], []];
  for (let round = 0; round < many; round++) {
    const opened = open();
    const before = process.memoryUsage().heapUsed;
    const start = now();
    await run(opened);
    if (round < warm) continue;
    times.push((now() - start) / size);
    const taken = process.memoryUsage().heapUsed - before;
    if (taken >= 0) bytes.push(taken / size);
  }
  return { ns: median(times), bytes: median(bytes) };
}

/** What a script prints, as JSON, in a process of its own: jobs that share a process spoil each other's inline caches. */
const runOnce = (flags, ...args) => JSON.parse(execFileSync(process.execPath, ['--expose-gc', ...flags, ...args], { encoding: 'utf8' }));

/** The same in several processes. */
const runsWith = (flags, ...args) => Array.from({ length: RUNS }, () => runOnce(flags, ...args));
/** As V8 runs by default. */
const runs = (...args) => runsWith([], ...args);

/** The median of the times, the slowest, and the bytes. */
function mediansWith(flags, ...args) {
  const times = runsWith(flags, ...args).map(({ ns }) => ns);
  return { ns: median(times), slowest: Math.max(...times), bytes: runOnce([...ROOMY, ...flags], ...args).bytes };
}
const medians = (...args) => mediansWith([], ...args);

function table(rows) {
  const round = (value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value);
  console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, round(value)]))));
}

const print = (result) => console.log(JSON.stringify(result));

module.exports = { byClock, median, medians, mediansWith, ofProcessor, print, rounds, runs, table, warmUp };
