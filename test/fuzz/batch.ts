/** One batch: programs by their seed, compared, and the different ones made smaller. */
import * as fc from 'fast-check';
import { programs } from './arbitrary';
import { compare, type Tally } from './compare';
import type { Program } from './grammar/program';
import { dialectOf, modeOf } from './modes';
import { shrink, written, type Finding } from './shrink';
import { countKinds, print } from './tree';

export interface Job {
  readonly seed: number;
  readonly batch: number;
  readonly size: number;
  /** Programs that are left out: they never came back. */
  readonly without: readonly number[];
  readonly shrink: boolean;
}

/** What is run, in case that it never comes back. Without an index the whole batch is being compiled; `untouched`: by TypeScript alone. */
export interface Place {
  readonly index: number | undefined;
  readonly side: 'untouched' | 'compiled' | 'made smaller';
}

export interface Done {
  readonly batch: number;
  readonly tally: Tally;
  readonly kinds: readonly (readonly [string, number])[];
  readonly findings: readonly Finding[];
}

export function programsOf({ seed, batch, size }: Pick<Job, 'seed' | 'batch' | 'size'>): Program[] {
  return fc.sample(programs(dialectOf(batch).lowered, modeOf(batch).keepsTicks), { seed: (Math.imul(seed, 1_000_003) + batch) | 0, numRuns: size });
}

export async function runBatch(job: Job, at?: (place: Place) => void): Promise<Done> {
  const { batch, without } = job;
  const all = programsOf(job);
  const kept = all.flatMap((program, index) => (without.includes(index) ? [] : [{ program, index }]));
  const sources = kept.map(({ program }) => ({ text: print(program.tree), flavour: program.flavour }));
  const dialect = dialectOf(batch);
  const { differences, tally } = await compare(sources, { dialect, modes: [modeOf(batch)], onProgram: (number, side) => at?.({ index: number === undefined ? undefined : kept[number]!.index, side }) });
  const kinds = new Map<string, number>();
  for (const { program } of kept) countKinds(program.tree, kinds);
  const findings: Finding[] = [];
  for (const [number, difference] of differences.entries()) {
    if (difference === undefined) continue;
    const { program, index } = kept[number]!;
    const smallest = job.shrink ? await shrink(program, difference, dialect, () => at?.({ index, side: 'made smaller' })) : { program, difference };
    const { mode, message } = smallest.difference;
    findings.push({ batch, index, mode, message, text: written(smallest.program, smallest.difference, dialect, `seed ${job.seed}, batch ${batch}, program ${index}`) });
  }
  return { batch, tally, kinds: [...kinds], findings };
}
