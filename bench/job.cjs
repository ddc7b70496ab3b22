/** One job in a process of its own: jobs that share a process spoil each other's inline caches. Prints one line of JSON. */
const [, , build, job] = process.argv;
const lib = require(build);
const ROUNDS = 60;
const WARM = 30;

const quarters = (size, classes) => classes.map((Class) => new Class(size / classes.length));
const now = () => Number(process.hrtime.bigint());
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

async function ready(size, open) {
  const times = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const reader = open(size);
    if (round === ROUNDS - 1) {
      global.gc();
      bytes = -process.memoryUsage().heapUsed;
    }
    const start = now();
    await reader.sum();
    if (round >= WARM) times.push((now() - start) / size);
    if (round === ROUNDS - 1) bytes += process.memoryUsage().heapUsed;
  }
  return { ns: median(times), bytes: Math.max(0, bytes) / size };
}

/** A leaf completed from outside, in turns of one microtask. */
async function suspended(rounds, wait, done, complete) {
  const times = [];
  let bytes = 0;
  const { Level, Leaf, Pump } = lib;
  const pump = new Pump(new Level(new Level(new Level(new Leaf(wait, done)))));
  for (let round = 0; round < 12; round++) {
    let running = true;
    global.gc();
    const before = process.memoryUsage().heapUsed;
    const start = now();
    void pump.run(rounds).then(() => (running = false));
    while (running) {
      complete();
      // Only as many turns as the native chain needs to come back to its leaf.
      for (let turn = 0; turn < TURNS && running; turn++) await null;
    }
    if (round >= 5) times.push((now() - start) / rounds);
    bytes = (process.memoryUsage().heapUsed - before) / rounds;
  }
  return { ns: median(times), bytes: Math.max(0, bytes) };
}

const SIZE = 100_000;
const one = (name) => Array(4).fill(lib[name]);
const TURNS = job === 'suspended-native' ? 9 : 2;

async function main() {
  const { Completer } = require('boxless');
  switch (job) {
    case 'ready-one': return ready(SIZE, (size) => new lib.Reader(new lib.Concat(quarters(size, one('Range')))));
    case 'ready-four': return ready(SIZE, (size) => new lib.Reader(new lib.Concat(quarters(size, [lib.Range, lib.Odd, lib.Squares, lib.Down]))));
    case 'hand-one': return ready(SIZE, (size) => new lib.SyncReader(new lib.SyncConcat(quarters(size, one('SyncRange')))));
    case 'hand-four': return ready(SIZE, (size) => new lib.SyncReader(new lib.SyncConcat(quarters(size, [lib.SyncRange, lib.SyncOdd, lib.SyncSquares, lib.SyncDown]))));
    case 'suspended': {
      const leaf = new Completer();
      return suspended(20_000, () => leaf.future, () => leaf.reset(), () => leaf.resolve(1));
    }
    case 'suspended-native': {
      let resolve = () => {};
      return suspended(20_000, () => new Promise((go) => { resolve = go; }), () => {}, () => resolve(1));
    }
    // What the harness alone costs: the turns, without anybody to wake.
    case 'turns-2': case 'turns-9': {
      const turns = Number(job.slice(6));
      const times = [];
      for (let round = 0; round < 12; round++) {
        const start = now();
        for (let i = 0; i < 20_000; i++) for (let turn = 0; turn < turns; turn++) await null;
        if (round >= 5) times.push((now() - start) / 20_000);
      }
      return { ns: median(times), bytes: 0 };
    }
  }
  throw new Error(`no job '${job}'`);
}

main().then((result) => console.log(JSON.stringify(result)));
