/** Where a function awaits. */
import type * as TS from 'typescript';
import type { AsyncFunction, Ts } from '../model';
import { isGenerator } from '../syntax';

export interface Awaits {
  readonly awaits: readonly TS.Node[];
  readonly pausing: ReadonlySet<TS.Node>;
}

/** Does this node wait, by itself? `await`, `for await`, `await using`; in a generator `yield`, and `return x`, which awaits x. */
function waits(node: TS.Node, inGenerator: boolean, ts: Ts): boolean {
  if (ts.isAwaitExpression(node)) return true;
  if (inGenerator && (ts.isYieldExpression(node) || (ts.isReturnStatement(node) && node.expression !== undefined))) return true;
  if (ts.isForOfStatement(node)) return node.awaitModifier !== undefined;
  return ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing;
}

/**
 * Visits the parts of `node` that belong to the same function: of a nested function nothing but its computed name; of a
 * nested class its heritage and computed names, which the enclosing function evaluates.
 * Example: `class C extends (await base()) { [await key()]() { await 'inner' } }` has two awaits of the outer function.
 */
export function forEachOwnChild(node: TS.Node, ts: Ts, visit: (child: TS.Node) => void): void {
  if (ts.isClassLike(node)) {
    for (const clause of node.heritageClauses ?? []) visit(clause);
    for (const decorator of ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []) visit(decorator);
    for (const member of node.members) visit(member);
  } else if (ts.isClassStaticBlockDeclaration(node)) {
    return;
  } else if (ts.isFunctionLike(node) || ts.isPropertyDeclaration(node)) {
    if (node.name && ts.isComputedPropertyName(node.name)) visit(node.name);
  } else ts.forEachChild(node, visit);
}

export function awaitsOf(fn: AsyncFunction, ts: Ts): Awaits {
  const awaits: TS.Node[] = [];
  const pausing = new Set<TS.Node>();
  const inGenerator = isGenerator(fn, ts);
  const walk = (node: TS.Node): boolean => {
    let found = false;
    if (waits(node, inGenerator, ts)) {
      awaits.push(node);
      found = true;
    }
    forEachOwnChild(node, ts, (child) => {
      if (walk(child)) found = true;
    });
    if (found) pausing.add(node);
    return found;
  };
  // A generator waits before its first statement, until somebody asks for an item.
  if (walk(fn.body) || inGenerator) pausing.add(fn);
  return { awaits, pausing };
}
