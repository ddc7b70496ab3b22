/**
 * Room 2: what is true of each trait?           Found -> Facts
 *
 * Reads, rewrites nothing. Promises: `pausing` holds exactly the nodes of the function itself that contain one of its
 * awaits, so a node outside of it can be emitted untouched.
 */
import type * as TS from 'typescript';
import { workingOn } from '../diagnostics';
import type { Facts, Found, Host, Trait } from '../model';
import { someOwn } from '../syntax';
import { awaitsOf } from './awaits';
import { bindingsOf } from './bindings';
import { cellsOf } from './cells';
import { coroutineReason } from './coroutine-reason';
import { nestingOf } from './nesting';
import { tailCallsOf } from './tail-calls';

export { analyseDyns } from './dyn';

export function analyse(found: Found, host: Host): Facts[] {
  return found.traits.map((trait) => workingOn(trait.node, () => factsOf(trait, found, host)));
}

function factsOf(found: Trait, { combinators }: Found, host: Host): Facts {
  const { ts } = host;
  const { node } = found;
  const enters = entersContext(node, host);
  const trait: Trait = enters ? { ...found, scheduling: 'microtask' } : found;
  const { all, of, free, arrowParameters } = bindingsOf(node, ts);
  const { awaits, pausing } = awaitsOf(node, ts);
  const known = { trait, bindings: all, bindingOf: of, awaits, pausing };
  const facts = {
    ...known,
    cells: cellsOf(known, ts),
    free,
    arrowParameters,
    nesting: nestingOf(node, awaits, host),
    combinators,
    tailCalls: tailCallsOf(trait, combinators, host),
    usesArguments: usesArguments(node, host),
    entersContext: enters,
    dynamicScope: dynamicScope(node, host),
  };
  return { ...facts, needsCoroutine: coroutineReason(facts, host) };
}

/**
 * `storage.enterWith(store)` changes the async context of the code that runs, up to its next await. After an await that was
 * ready that would be the caller's context too, so such a method keeps every native tick.
 */
function entersContext(fn: TS.Node, { ts }: Host): boolean {
  const walk = (node: TS.Node): boolean => (ts.isPropertyAccessExpression(node) && node.name.text === 'enterWith') || !!ts.forEachChild(node, (child) => walk(child) || undefined);
  return walk(fn);
}

/** `arguments` of the function itself; arrow functions share it. */
function usesArguments(fn: TS.Node, { ts }: Host): boolean {
  return someOwn(fn, ts, (node) => ts.isIdentifier(node) && node.text === 'arguments' && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node));
}

/** Direct `eval` may declare or read any name; `with` makes every name a property. Inside arrow functions and others too. */
function dynamicScope(fn: TS.Node, { ts }: Host): TS.Node | undefined {
  const walk = (node: TS.Node): TS.Node | undefined => {
    if (ts.isWithStatement(node)) return node;
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'eval') return node;
    return ts.forEachChild(node, walk);
  };
  return walk(fn);
}
