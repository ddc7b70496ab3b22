/** One job in a process of its own: jobs that share a process spoil each other's inline caches. Prints one line of JSON. */
const { byClock, print, rounds, warmUp } = require('./measure.cjs');

const [, , build, wanted] = process.argv;
// `suspended-12-store`: twelve levels over the leaf (else four), while an AsyncLocalStorage is in use.
const [, job, levels = '4', store] = /^(.*?)(?:-(\d+))?(-store)?$/.exec(wanted);
if (store !== undefined) new (require('node:async_hooks').AsyncLocalStorage)().enterWith('store');
let lib;
const ROUNDS = { many: 60, warm: 30, now: byClock };

const quarters = (size, classes) => classes.map((Class) => new Class(size / classes.length));

async function ready(size, open) {
  await warmUp((few) => open(few).sum());
  return rounds(() => open(size), (reader) => reader.sum(), { size, ...ROUNDS });
}

async function callNatively(source, few) {
  for (let item = 0; item < few; item++) await source.next();
}

/** Public calls: the caller is not compiled, or keeps what it gets. */
async function calls(size, Class, run = callNatively) {
  const call = async (few) => {
    await run(new Class(few), few);
  };
  await warmUp(call);
  return rounds(() => size, call, { size, ...ROUNDS });
}

/** Each time the leaf is waited for, a microtask completes it. */
function suspended(size, wait, done, complete, Level = lib.Level) {
  const { Leaf, Pump } = lib;
  const tick = Promise.resolve();
  const waited = () => {
    void tick.then(complete);
    return wait();
  };
  let source = new Leaf(waited, done);
  for (let level = 0; level < Number(levels); level++) source = new Level(source);
  const pump = new Pump(source);
  return rounds(() => pump, () => pump.run(size), { size, ...ROUNDS });
}

async function suspendedDriver(size) {
  const tick = Promise.resolve();
  const drive = () => new Promise((end) => {
    let left = size;
    const complete = () => (--left === 0 ? end() : void tick.then(complete));
    complete();
  });
  return { ...(await rounds(() => {}, drive, { size, ...ROUNDS })), bytes: 0 };
}

const SIZE = 100_000;
const keep = (Class) => calls(SIZE, Class, (source, few) => new lib.Keeper().run(source, few));
const one = (name) => Array(4).fill(lib[name]);

async function main() {
  lib = await import(build);
  const { Completer } = require('boxless');
  switch (job) {
    case 'ready-one': return ready(SIZE, (size) => new lib.Reader(new lib.Concat(quarters(size, one('Range')))));
    case 'ready-four': return ready(SIZE, (size) => new lib.Reader(new lib.Concat(quarters(size, [lib.Range, lib.Odd, lib.Squares, lib.Down]))));
    case 'hand-one': return ready(SIZE, (size) => new lib.SyncReader(new lib.SyncConcat(quarters(size, one('SyncRange')))));
    case 'hand-four': return ready(SIZE, (size) => new lib.SyncReader(new lib.SyncConcat(quarters(size, [lib.SyncRange, lib.SyncOdd, lib.SyncSquares, lib.SyncDown]))));
    case 'ready-functions': return ready(SIZE, (size) => ({ sum: () => lib.sumOf(new lib.Counter(size)) }));
    case 'hand-functions': return ready(SIZE, (size) => ({ sum: () => lib.syncSumOf(new lib.Counter(size)) }));
    case 'calls': return calls(SIZE, lib.Range);
    case 'calls-plain': return calls(SIZE, lib.Plain);
    case 'calls-once': return calls(SIZE, lib.Once);
    case 'kept': return keep(lib.Range);
    case 'kept-plain': return keep(lib.Plain);
    case 'kept-once': return keep(lib.Once);
    case 'delegate': return ready(SIZE, (size) => new lib.Reader(new lib.Delegate(new lib.Concat(quarters(size, one('Range'))))));
    case 'optional': return ready(SIZE, (size) => new lib.Reader(new lib.Optional(new lib.Concat(quarters(size, one('Range'))))));
    case 'either': return ready(SIZE, (size) => new lib.Reader(new lib.Either(new lib.Range(size / 2), new lib.Range(size / 2))));
    case 'exclusive': return ready(SIZE, (size) => new lib.Reader(new lib.Concat(quarters(size, one('Exclusive')))));
    case 'bounded': return ready(SIZE, (size) => new lib.Reader(new lib.Concat(quarters(size, one('Bounded')))));
    case 'deep': return ready(SIZE, (size) => ({ sum: () => new lib.Deep().down(size) }));
    case 'suspended': {
      const leaf = new Completer();
      return suspended(20_000, () => leaf.future, () => leaf.reset(), () => leaf.resolve(1));
    }
    case 'suspended-exclusive': {
      const leaf = new Completer();
      return suspended(20_000, () => leaf.future, () => leaf.reset(), () => leaf.resolve(1), lib.ExclusiveLevel);
    }
    case 'suspended-native': {
      let resolve = () => {};
      return suspended(20_000, () => new Promise((go) => { resolve = go; }), () => {}, () => resolve(1));
    }
    // What the driver alone costs: the microtask that completes, with nobody waiting.
    case 'driver': return suspendedDriver(20_000);
  }
  throw new Error(`no job '${job}'`);
}

main().then(print);
