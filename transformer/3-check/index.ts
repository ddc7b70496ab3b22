/**
 * Room 3: may we, and how?           Facts -> Plan
 *
 * The only room that refuses. Promises: what is planned can be lowered; what is not planned is reported and will be
 * emitted exactly as written.
 */
import type * as TS from 'typescript';
import { diagnose, workingOn } from '../diagnostics';
import type { DynFacts, Facts, Found, Host, Plan, Planned } from '../model';
import { isGenerator } from '../syntax';

export function check(found: Found, facts: readonly Facts[], host: Host, dyns: readonly DynFacts[]): Plan {
  const compiled = new Map<Planned['facts']['trait']['node'], Planned>();
  const native: Plan['native'][number][] = [];
  for (const { trait, reason } of found.failed) {
    const failure = diagnose(found.file, trait.node.name ?? trait.node, 'internalError', trait.label, reason);
    host.report(failure);
    native.push({ trait, code: failure.code, message: failure.message });
  }
  for (const fact of facts) {
    const refusal = workingOn(fact.trait.node, () => refuse(fact, found, host));
    if (refusal !== undefined) host.report(refusal);
    const lost = lostOption(fact, refusal !== undefined, host);
    if (lost !== undefined) host.report(diagnose(found.file, fact.trait.node.name ?? fact.trait.node, lost.diagnostic, fact.trait.label, lost.option));
    if (refusal !== undefined) {
      native.push({ trait: fact.trait, code: refusal.code, message: refusal.message });
      continue;
    }
    compiled.set(fact.trait.node, { facts: fact, ...strategyOf(fact, found) });
  }
  return { file: found.file, decorators: found.decorators, compiled, dyns: checkDyns(found, dyns, host), native };
}

/** A trait with one member that cannot be wrapped is left whole: at run time the call says the same. */
function checkDyns({ file }: Found, dyns: readonly DynFacts[], host: Host): Plan['dyns'] {
  for (const { call, faults } of dyns) for (const { diagnostic, words } of faults) host.report(diagnose(file, call.type ?? call.node, diagnostic, ...words));
  return new Map(dyns.filter(({ faults }) => faults.length === 0).map((facts) => [facts.call.node, facts]));
}

/**
 * The choice of the strategy, in one place. Measured on Node 20, two levels of `next()`, ns per item (`npm run bench`): frame
 * 3.7, written synchronously by hand 3.0, native 134; a generator reused for ever 228 (DESIGN section 2). So a frame wherever
 * a frame can keep what the method needs.
 *
 * A variable that a closure shares and that changes costs a box in a frame. A call of such a method, ns and bytes, ready: frame
 * 4.9 and 15 (V8 removes most boxes and closures it has inlined), coroutine 451 and 1,070, native 133 and 697; suspended once on a
 * promise: frame 185 and 280, coroutine 631 and 1,270, native 252 and 1,110 (`npm run bench`).
 */
function strategyOf(fact: Facts, { deep }: Found): Pick<Planned, 'strategy' | 'reason'> {
  const reason = fact.needsCoroutine ?? (deep.has(fact.trait.node) ? 'it nests too deep for the stack of the compiler' : undefined);
  return { strategy: reason === undefined ? 'frame' : 'coroutine', reason };
}

/** An option on which the program's meaning rests, where nothing would keep it. */
function lostOption({ trait: { node, options } }: Facts, staysNative: boolean, { ts }: Host): { diagnostic: 'optionLost' | 'optionOnStream'; option: string } | undefined {
  const isBounded = options.pool?.onExhausted === 'throw' || options.pool?.onExhausted === 'wait';
  const option = options.exclusive ? 'exclusive' : isBounded ? 'pool.onExhausted' : options.signal ? 'signal' : undefined;
  if (option === undefined) return undefined;
  if (isGenerator(node, ts)) return { diagnostic: 'optionOnStream', option };
  return staysNative ? { diagnostic: 'optionLost', option } : undefined;
}

/**
 * TypeScript prints by recursion. A coroutine has four statements for each `for await`, a function becomes an arrow function
 * that makes two: 150 of the former and 75 of the latter around one another overflow the stack, as written 350 (test/cost/nesting).
 */
const DEEPEST = { awaits: 60, functions: 30 };

function refuse(fact: Facts, found: Found, host: Host): ReturnType<typeof diagnose> | undefined {
  const { ts } = host;
  const { file } = found;
  const { trait, dynamicScope } = fact;
  const { node, label } = trait;
  if (dynamicScope !== undefined) {
    return diagnose(file, dynamicScope, 'dynamicScope', label, ts.isWithStatement(dynamicScope) ? '`with`' : 'a direct `eval`');
  }
  const { awaits, functions } = fact.nesting;
  const tooDeep =
    functions > DEEPEST.functions ? `it stands in more than ${DEEPEST.functions} functions` :
    awaits > DEEPEST.awaits && strategyOf(fact, found).strategy === 'coroutine' ? `it has more than ${DEEPEST.awaits} awaits around one another` : undefined;
  if (tooDeep !== undefined) return diagnose(file, node.name ?? node, 'unsupported', label, tooDeep);
  const misread = misreadLet(node, ts);
  if (misread !== undefined) return diagnose(file, misread, 'unsupported', label, 'TypeScript reads the name `let` as a declaration');
  return undefined;
}

/**
 * for (x of xs) let
 * x = 1;               is two statements of a sloppy program, the first of which mentions a variable called `let`
 *
 * No declaration can stand there. Printed line by line as it is written it is still the same program, rewritten it is not.
 */
function misreadLet(fn: TS.Node, ts: Host['ts']): TS.Node | undefined {
  const walk = (node: TS.Node): TS.Node | undefined => {
    if (ts.isVariableStatement(node) && node.declarationList.flags & ts.NodeFlags.BlockScoped) {
      const { parent } = node;
      if (!ts.isBlock(parent) && !ts.isCaseOrDefaultClause(parent) && !ts.isModuleBlock(parent)) return node;
    }
    // for (let in x);
    if ((ts.isForInStatement(node) || ts.isForOfStatement(node)) && ts.isVariableDeclarationList(node.initializer) && node.initializer.declarations.length === 0) return node.initializer;
    return ts.forEachChild(node, walk);
  };
  return walk(fn);
}
