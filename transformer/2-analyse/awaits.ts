/** Where a function awaits. */
import type * as TS from 'typescript';
import type { AsyncFunction, Ts } from '../model';
import { forEachOwnChild, isGenerator } from '../syntax';

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
