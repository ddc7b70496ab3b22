/** The whole compiler on one screen. */
import type * as TS from 'typescript';
import { find } from './1-find';
import { analyse, analyseDyns } from './2-analyse';
import { check } from './3-check';
import { lower } from './4-lower';
import { emit } from './5-emit';
import type { Host, Plan, Report, Reported, Trait } from './model';

export interface Compiled {
  readonly file: TS.SourceFile;
  readonly report: Report;
}

export function compile(file: TS.SourceFile, host: Host): Compiled {
  const found = find(file, host);
  const facts = analyse(found, host);
  const { plan, machines } = lower(check(found, facts, host, analyseDyns(found, host)), host);
  return { file: emit(plan, machines, host), report: reportOf(plan) };
}

function reportOf(plan: Plan): Report {
  return {
    compiled: [...plan.compiled.values()].map(({ facts, strategy, reason }) => ({ ...reported(facts.trait), strategy, reason })),
    native: plan.native.map(({ trait, code, message }) => ({ ...reported(trait), code: `BX${code}`, message })),
  };
}

function reported({ label, node }: Trait): Reported {
  return { name: label, start: node.getStart() };
}
