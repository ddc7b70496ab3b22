/** `npm run fuzz -- --count N --seed S`: generated programs, untouched against compiled, until one differs or all are done. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Done, Job, Place } from './batch';
import { emptyTally, type Tally } from './compare';
import { ROOT } from './compile';
import type { Finding } from './shrink';

const USAGE = `npm run fuzz -- [--count N] [--seed S] [--processes P] [--failures F] [--fresh] [--no-shrink] [--kinds]

  --count N      programs to compare (default 2000)
  --seed S       which programs (default 1)
  --processes P  how many at once (default 1)
  --failures F   stop after so many different programs (default 1)
  --fresh        from the beginning; else a run of this seed goes on where it was stopped
  --no-shrink    print failing programs as they were generated
  --kinds        print how often each construct occurred

Failing programs are printed and saved in .fuzz/; exit code 1 if there were any.`;

const SIZE = 50;
/** A program, or the loading of a batch, that takes so long hangs. */
const SILENCE_MS = 120_000;

interface State {
  batches: number[];
  tally: Tally;
  kinds: Record<string, number>;
  failures: number;
  seconds: number;
}

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' }, processes: { type: 'string', default: '1' }, failures: { type: 'string', default: '1' },
    fresh: { type: 'boolean', default: false }, shrink: { type: 'boolean', default: true }, kinds: { type: 'boolean', default: false }, help: { type: 'boolean', default: false },
  },
  allowNegative: true,
});

const numberOf = (name: 'count' | 'seed' | 'processes' | 'failures'): number => {
  const number = Number(values[name]);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} takes a whole number above 0, not '${values[name]}'`);
  return number;
};

async function main(): Promise<void> {
  if (values.help) return console.log(USAGE);
  const seed = numberOf('seed');
  const last = Math.ceil(numberOf('count') / SIZE);
  const folder = join(ROOT, '.fuzz');
  const file = join(folder, `seed-${seed}.json`);
  mkdirSync(folder, { recursive: true });
  const state: State = { batches: [], tally: emptyTally(), kinds: {}, failures: 0, seconds: 0, ...(values.fresh ? {} : readState(file)) };
  const before = state.seconds;
  const started = Date.now();
  const done = new Set(state.batches);
  const most = numberOf('failures');
  let next = 0;
  const take = (): number | undefined => {
    while (done.has(next)) next++;
    return next < last && state.failures < most ? next++ : undefined;
  };
  const save = (): void => {
    state.seconds = before + (Date.now() - started) / 1000;
    state.batches = [...done];
    writeFileSync(file, JSON.stringify(state));
  };
  const finished = (batch: number, result: Done): void => {
    done.add(batch);
    for (const [name, count] of Object.entries(result.tally)) state.tally[name as keyof Tally] += count;
    for (const [kind, count] of result.kinds) state.kinds[kind] = (state.kinds[kind] ?? 0) + count;
    for (const finding of result.findings) failed(finding, folder, seed);
    state.failures += result.findings.length;
    save();
    progress(state, last * SIZE, (Date.now() - started) / 1000);
  };
  await Promise.all(Array.from({ length: numberOf('processes') }, () => work(take, finished, seed)));
  save();
  const { programs, invalid, endless, runs, events, frames, coroutines, native } = state.tally;
  if (process.stderr.isTTY) process.stderr.write('\n');
  console.log(`seed ${seed}: ${programs - invalid} programs compared in ${runs} compiled runs of ${events} events, ${state.failures} different; ${invalid} did not parse, ${endless} do not come back untouched`);
  console.log(`compiled: ${frames} frames, ${coroutines} coroutines; left native: ${native}; ${Math.round(state.seconds)} s`);
  if (values.kinds) for (const [kind, count] of Object.entries(state.kinds).sort((a, b) => b[1] - a[1])) console.log(String(count).padStart(10), kind);
  if (state.failures > 0) process.exitCode = 1;
}

function readState(file: string): Partial<State> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as State;
  } catch {
    return {};
  }
}

function failed(finding: Finding, folder: string, seed: number): void {
  const file = join(folder, `${seed}-${finding.batch}-${finding.index}.ts`);
  writeFileSync(file, `${finding.text}\n/*\n${finding.message.replaceAll('*/', '* /')}\n*/\n`);
  console.log(`\n${file}\n\n${finding.text}\n${finding.message}\n`);
}

function progress({ tally, failures }: State, all: number, seconds: number): void {
  const line = `${tally.programs} of ${all} programs, ${failures} different, ${seconds.toFixed(0)} s`;
  if (process.stderr.isTTY) process.stderr.write(`\r${line} `);
  else if (tally.programs % (SIZE * 25) === 0) console.error(line);
}

/** One process after the other: a new one when the last was killed by what it ran. */
async function work(take: () => number | undefined, finished: (batch: number, done: Done) => void, seed: number): Promise<void> {
  let child: ChildProcess | undefined;
  for (let batch = take(); batch !== undefined; batch = take()) {
    const without: number[] = [];
    let endless = 0;
    let { shrink } = values;
    const lost: Finding[] = [];
    for (;;) {
      child ??= fork(join(__dirname, 'worker.js'), { execArgv: ['--max-semi-space-size=64'] });
      const outcome = await ask(child, { seed, batch, size: SIZE, without, shrink });
      if ('done' in outcome) {
        const { tally, findings } = outcome.done;
        finished(batch, { ...outcome.done, tally: { ...tally, endless }, findings: [...findings, ...lost] });
        break;
      }
      child = undefined;
      const place = outcome.at;
      const index = place?.index;
      if (place === undefined || (index !== undefined && without.includes(index))) throw new Error(`batch ${batch} of seed ${seed} ended its process: ${outcome.why}`);
      if (place.side === 'made smaller') {
        shrink = false;
        continue;
      }
      if (index === undefined) {
        // TypeScript itself never comes back from some programs (6.0.3): then nothing of the batch can be compared.
        const message = `Compiling the batch: ${outcome.why}`;
        const text = `// All programs of batch ${batch} of seed ${seed}.`;
        const findings = place.side === 'untouched' ? [] : [{ batch, index: 0, mode: 'some mode', message, text }];
        finished(batch, { batch, tally: { ...emptyTally(), endless: SIZE - lost.length }, kinds: [], findings: [...findings, ...lost] });
        break;
      }
      without.push(index);
      // It doubles a string or a list with every step, say.
      if (place.side === 'untouched') {
        endless++;
        continue;
      }
      const { programsOf } = await import('./batch.js');
      const { print } = await import('./tree.js');
      lost.push({ batch, index, mode: 'some mode', message: outcome.why, text: print(programsOf({ seed, batch, size: SIZE })[index]!.tree) });
    }
  }
  child?.disconnect();
}

type Outcome = { done: Done } | { at: Place | undefined; why: string };

function ask(child: ChildProcess, job: Job): Promise<Outcome> {
  return new Promise((resolve) => {
    let at: Place | undefined;
    let timer: NodeJS.Timeout | undefined;
    const end = (outcome: Outcome): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(outcome);
    };
    const watch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        end({ at, why: 'never came back' });
        child.kill('SIGKILL');
      }, SILENCE_MS);
    };
    child.on('message', (message: { at?: Place; done?: Done }) => {
      if (message.done) return end({ done: message.done });
      at = message.at;
      watch();
    });
    child.on('exit', (code, signal) => end({ at, why: `its process ended: ${signal ?? code}` }));
    watch();
    child.send(job);
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
