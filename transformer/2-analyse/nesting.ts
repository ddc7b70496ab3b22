/** How deep awaits lie in their function. */
import type * as TS from 'typescript';
import type { Facts, Host } from '../model';

/**
 * The nodes from the function down to its deepest await. What stands at the left of an operator does not count: TypeScript
 * takes `a + b + c + ...` apart in a loop, and everything else by recursion.
 */
export function nesting({ trait, awaits }: Pick<Facts, 'trait' | 'awaits'>, { ts }: Host): number {
  const known = new Map<TS.Node, number>([[trait.node, 0]]);
  let deepest = 0;
  for (const node of awaits) {
    const way: TS.Node[] = [];
    let at = node;
    for (; !known.has(at); at = at.parent) way.push(at);
    let depth = known.get(at)!;
    for (const step of way.reverse()) known.set(step, (depth += ts.isBinaryExpression(step.parent) && step.parent.left === step ? 0 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
