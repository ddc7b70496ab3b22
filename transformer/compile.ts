/** The whole compiler on one screen. */
import type * as TS from 'typescript';
import { find } from './1-find';
import { analyse, analyseDyns } from './2-analyse';
import { check } from './3-check';
import { lower } from './4-lower';
import { emit } from './5-emit';
import { Fault } from './diagnostics';
import type { Diagnostic, Found, Host, Plan, Report, Reported, Trait } from './model';

export interface Compiled {
  readonly file: TS.SourceFile;
  readonly report: Report;
}

export function compile(file: TS.SourceFile, host: Host): Compiled {
  return surviving(host, (quiet, sound) => {
    const found = sound(find(file, quiet));
    const facts = analyse(found, quiet);
    const { plan, machines } = lower(check(found, facts, quiet, analyseDyns(found, quiet)), quiet);
    return { file: emit(plan, machines, quiet), report: reportOf(plan) };
  });
}

/** The rooms that report, without the rest. */
export function examine(file: TS.SourceFile, host: Host): void {
  surviving(host, (quiet, sound) => {
    const found = sound(find(file, quiet));
    return check(found, analyse(found, quiet), quiet, analyseDyns(found, quiet));
  });
}

/**
 * A failure of the compiler itself costs the one function it worked on: everything is done again without that function,
 * which stays native and is reported. One that nests too deep is tried as a coroutine first.
 */
function surviving<T>(host: Host, work: (host: Host, sound: (found: Found) => Found) => T): T {
  const failed = new Map<TS.Node, string>();
  const deep = new Set<TS.Node>();
  const sound = (found: Found): Found => ({
    ...found,
    deep,
    traits: found.traits.filter(({ node }) => !failed.has(node)),
    failed: found.traits.filter(({ node }) => failed.has(node)).map((trait) => ({ trait, reason: failed.get(trait.node)! })),
  });
  for (;;) {
    const diagnostics: Diagnostic[] = [];
    try {
      const done = work({ ...host, context: undisturbed(host.context), report: (diagnostic) => diagnostics.push(diagnostic) }, sound);
      diagnostics.forEach(host.report);
      return done;
    } catch (error) {
      if (!(error instanceof Fault) || failed.has(error.node)) throw error;
      if (error.isTooDeep && !deep.has(error.node)) deep.add(error.node);
      else failed.set(error.node, error.reason);
    }
  }
}

/** TypeScript notes in the context which function is being visited. We need nothing of that, and a failure would leave it half done. */
function undisturbed(context: TS.TransformationContext): TS.TransformationContext {
  const nothing = (): undefined => undefined;
  return Object.create(context, Object.fromEntries(['startLexicalEnvironment', 'suspendLexicalEnvironment', 'resumeLexicalEnvironment', 'endLexicalEnvironment', 'setLexicalEnvironmentFlags', 'getLexicalEnvironmentFlags'].map((name) => [name, { value: nothing }]))) as TS.TransformationContext;
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
