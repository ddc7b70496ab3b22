/** The calls that a function ends with, and whose value is its own. */
import type * as TS from 'typescript';
import type { Combinator, Host, Trait } from '../model';
import { disposes, forEachOwnChild, isAccess, isBulky, isGenerator, isShortCircuit, skipOuter } from '../syntax';

/**
 * return this.store.get(key)        async (key) => store.get(key)        return this.known ?? (key ? this.load(key) : undefined)
 *
 * Nothing of the function runs behind them, so only others can tell, by the ticks, whether they are polled. Not in a `try`, nor in what closes an
 * iterator or disposes of something: there an error of the promise that is returned goes past the `catch`, and one that a poll
 * throws would not. Not with arguments that must not be written twice, as a poll site does.
 *
 * A promise that is returned costs three ticks natively, 192 ns with all around it; polled it is 4.1 ns (`return source.next()` of `npm run bench`).
 */
export function tailCallsOf({ node, scheduling }: Trait, combinators: ReadonlyMap<TS.Node, Combinator>, host: Host): ReadonlySet<TS.Node> {
  const { ts } = host;
  const calls = new Set<TS.Node>();
  if (scheduling === 'microtask' || isGenerator(node, ts)) return calls;
  const add = (returned: TS.Expression): void => {
    const value = skipOuter(returned, ts);
    if (ts.isConditionalExpression(value)) {
      add(value.whenTrue);
      add(value.whenFalse);
    } else if (ts.isBinaryExpression(value) && isShortCircuit(value, ts)) add(value.right);
    else if (ts.isCallExpression(value) && isPollable(value, ts) && !combinators.has(value) && mayBePromise(value, host)) calls.add(value);
  };
  const walk = (at: TS.Node): void => {
    if (ts.isTryStatement(at) || ts.isForOfStatement(at) || disposes(at, ts)) return;
    if (ts.isReturnStatement(at) && at.expression !== undefined) add(at.expression);
    forEachOwnChild(at, ts, walk);
  };
  if (ts.isBlock(node.body)) walk(node.body);
  else add(node.body);
  return calls;
}

/** `o.m(...)`, `this.#m(...)`, `super.m(...)`, `super[k](...)`, `f(...)` */
function isPollable(call: TS.CallExpression, ts: Host['ts']): boolean {
  const callee = skipOuter(call.expression, ts);
  if (call.flags & ts.NodeFlags.OptionalChain || callee.flags & ts.NodeFlags.OptionalChain) return false;
  if (call.arguments.some((argument) => isBulky(argument, ts))) return false;
  if (ts.isIdentifier(callee)) return callee.text !== 'eval';
  if (isAccess(callee, ts) && callee.expression.kind === ts.SyntaxKind.SuperKeyword) return true;
  return ts.isPropertyAccessExpression(callee) && (ts.isIdentifier(callee.name) || callee.expression.kind === ts.SyntaxKind.ThisKeyword);
}

/** Without types every call may. */
function mayBePromise(call: TS.CallExpression, { ts, checker }: Host): boolean {
  if (checker === undefined) return true;
  const { Any, Unknown, TypeParameter } = ts.TypeFlags;
  const isOne = (type: TS.Type): boolean =>
    type.isUnion() ? type.types.some(isOne) : (type.flags & (Any | Unknown | TypeParameter)) !== 0 || checker.getPropertyOfType(checker.getApparentType(type), 'then') !== undefined;
  return isOne(checker.getTypeAtLocation(call));
}
