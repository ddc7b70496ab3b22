/** How deep awaits lie in their function. TypeScript visits and prints by recursion, so what nests deeper than written may overflow its stack. */
import type * as TS from 'typescript';
import type { Facts, Host } from '../model';
import { isShortCircuit } from '../syntax';

type Nesting = Facts['nesting'];

/** if (a) { while (b) { f(await g(await c())) } }   has 3 levels (`if`, `while`, the statement) and 2 awaits around one another */
export function nestingOf(fn: TS.Node, awaits: readonly TS.Node[], { ts }: Host): Nesting {
  const known = new Map<TS.Node, Nesting>([[fn, { levels: 0, awaits: 0, functions: 0 }]]);
  const waits = new Set(awaits);
  let levels = 0;
  let around = 0;
  for (const node of awaits) {
    const way: TS.Node[] = [];
    let at = node;
    for (; !known.has(at); at = at.parent) way.push(at);
    let nesting = known.get(at)!;
    for (const step of way.reverse()) known.set(step, (nesting = { ...nesting, levels: nesting.levels + (isLevel(step, ts) ? 1 : 0), awaits: nesting.awaits + (waits.has(step) ? 1 : 0) }));
    levels = Math.max(levels, nesting.levels);
    around = Math.max(around, nesting.awaits);
  }
  return { levels, awaits: around, functions: functionsAround(fn, ts) };
}

function functionsAround(fn: TS.Node, ts: Host['ts']): number {
  let count = 0;
  for (let at = fn.parent; at !== undefined; at = at.parent) if (ts.isFunctionLike(at)) count++;
  return count;
}

/**
 * What nests deeper in a frame than as written: statements; `a ? b : await c` and `a && await b`, which become an `if`;
 * `f(await a)`, which becomes `$call(f, undefined, [$t])`. Of other expressions, an awaited call among them, there is a list of steps.
 */
function isLevel(node: TS.Node, ts: Host['ts']): boolean {
  const { parent } = node;
  if (ts.isCallExpression(node)) return !ts.isAwaitExpression(parent);
  if (ts.isConditionalExpression(node) || (ts.isStatement(node) && !ts.isBlock(node))) return true;
  return ts.isBinaryExpression(parent) && parent.right === node && isShortCircuit(parent, ts);
}
