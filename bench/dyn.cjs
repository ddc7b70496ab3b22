/**
 * Twelve classes behind one trait, ready path, all in one process: called synchronously at a megamorphic call site, awaited as
 * they are (compiled), through a dyn wrapper, and natively. Each class has code and fields of its own.
 */
const { print, runs, table } = require('./measure.cjs');

const CLASSES = 12;
const each = (write) => Array.from({ length: CLASSES }, (_, index) => write(index)).join('\n');
const fields = (index) => Array.from({ length: index % 4 }, (_, field) => `field${index}_${field} = ${field};`).join(' ');
const body = (index) => `this.at = (this.at + ${index + 1}) & 4095; return this.at ^ ${index};`;
const list = (letter) => `[${Array.from({ length: CLASSES }, (_, index) => `new ${letter}${index}()`).join(', ')}]`;
const pump = (name, async, wait) => `export class ${name} {
  constructor(readonly sources: readonly any[]) {}
  ${async} sum(rounds: number) {
    const { sources } = this;
    let sum = 0;
    for (let round = 0; round < rounds; round++) for (let i = 0; i < sources.length; i++) sum = (sum + ${wait}sources[i].next()) | 0;
    return sum;
  }
}`;

/** The program that is measured, as TypeScript. */
const source = `
import { asyncTrait, dynTrait } from 'boxless';
interface Source { next(): Promise<number>; }
${each((index) => `class Sync${index} { ${fields(index)} at = 0; next(): number { ${body(index)} } }`)}
${each((index) => `class Native${index} { ${fields(index)} at = 0; async next(): Promise<number> { ${body(index)} } }`)}
${each((index) => `@asyncTrait class Compiled${index} { ${fields(index)} at = 0; async next(): Promise<number> { ${body(index)} } }`)}
const DynSource = dynTrait<Source>();
const described = dynTrait<Source>;
const DynDescribed = described(['next']);
${pump('SyncPump', '', '')}
${pump('NativePump', 'async', 'await ')}
@asyncTrait ${pump('Pump', 'async', 'await ')}
@asyncTrait ${pump('DynPump', 'async', 'await ')}
@asyncTrait ${pump('DescribedPump', 'async', 'await ')}
const now = process.hrtime.bigint;
/** The loop that is measured is called on the spot, as in a program of which more than one method is compiled. */
@asyncTrait class Driver {
  constructor(readonly pump: Pump) {}
  async least(size: number, rounds: number): Promise<{ ns: number; bytes: number }> {
    await undefined;
    let ns = Infinity;
    let bytes = Infinity;
    for (let round = 0; round < rounds; round++) {
      const before = process.memoryUsage().heapUsed;
      const start = now();
      await this.pump.sum(size);
      ns = Math.min(ns, Number(now() - start));
      const taken = process.memoryUsage().heapUsed - before;
      // Negative: the collector ran.
      if (taken >= 0) bytes = Math.min(bytes, taken);
    }
    return { ns, bytes };
  }
}
export const jobs: Record<string, Driver> = {
  'synchronous call': new Driver(new SyncPump(${list('Sync')}) as any),
  'compiled, no wrapper': new Driver(new Pump(${list('Compiled')})),
  'compiled, dyn wrapper': new Driver(new DynPump(${list('Compiled')}.map((impl) => DynSource.from(impl)))),
  'compiled, dyn wrapper described by names': new Driver(new DescribedPump(${list('Compiled')}.map((impl) => DynDescribed.from(impl)))),
  'native': new Driver(new NativePump(${list('Native')})),
};
`;

/** Many short rounds, of which the shortest counts: on a busy machine only those are undisturbed. */
async function measure(file) {
  const { jobs } = require(file);
  const size = 1_000;
  const found = { ns: {}, bytes: {} };
  for (let turn = 0; turn < 6; turn++) {
    for (const [name, driver] of Object.entries(jobs)) {
      global.gc();
      const { ns, bytes } = await driver.least(size, 100);
      if (turn === 0) continue;
      found.ns[name] = Math.min(found.ns[name] ?? Infinity, ns / size / CLASSES);
      found.bytes[name] = Math.min(found.bytes[name] ?? Infinity, bytes / size / CLASSES);
    }
  }
  return found;
}

/** `build(name, code)` writes a file and gives its path; `compile(source)` gives CommonJS. */
function benchDyn(compile, build) {
  const file = build('dyn', compile(source));
  const found = runs(__filename, file);
  const least = (kind, name) => Math.min(...found.map((run) => run[kind][name]));
  const sync = least('ns', 'synchronous call');
  const native = least('ns', 'native');
  table(Object.keys(found[0].ns).map((name) => {
    const ns = least('ns', name);
    return { 'twelve classes, one call site': name, ns, 'ns / synchronous': ns / sync, 'native / ns': native / ns, bytes: Math.round(least('bytes', name)) };
  }));
}

if (require.main === module) measure(process.argv[2]).then(print);
else module.exports = { benchDyn };
