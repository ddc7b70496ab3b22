/** The calls that an `await` has before it in other forms than `await o.m()`: both strategies poll the same ones. */
import type * as TS from 'typescript';
import type { Ts } from './model';
import { isAccess, isBulky, isShortCircuit, skipOuter } from './syntax';

/** Each choice within another is a level of statements in the output. */
const MOST_CHOICES = 4;

/** `c ? a() : b()`, `a ?? b()`: some call that may be polled, and something else. */
export function isChoice(node: TS.Expression, ts: Ts): node is TS.ConditionalExpression | TS.BinaryExpression {
  const chosen = (choice: TS.Expression): TS.Expression[] => {
    const parts = ts.isConditionalExpression(choice) ? [choice.whenTrue, choice.whenFalse] : ts.isBinaryExpression(choice) && isShortCircuit(choice, ts) ? [choice.right] : [];
    return parts.map((part) => skipOuter(part, ts));
  };
  let hasCall = false;
  let parts = chosen(node);
  for (let level = 0; parts.length > 0 && level < MOST_CHOICES; level++) {
    hasCall ||= parts.some((part) => ts.isCallExpression(part));
    parts = parts.flatMap(chosen);
  }
  return hasCall && parts.length === 0;
}

type Access = TS.PropertyAccessExpression | TS.ElementAccessExpression;

/**
 *   function   f?.(x)                 it is left out where there is no `f`
 *   member     o.m?.(x), o?.m?.(x)    where there is no `m`
 *   receiver   o?.a.m(x)              where there is nothing left of the last `?.`, which is that of `questioned`
 *
 * `isLookedAt`: its arguments are written once, in a call of the runtime that looks at the function.
 */
export type OptionalCall =
  | { readonly kind: 'function'; readonly callee: TS.Identifier; readonly isLookedAt: boolean }
  | { readonly kind: 'member'; readonly callee: Access; readonly isLookedAt: true }
  | { readonly kind: 'receiver'; readonly callee: Access; readonly questioned: Access; readonly isLookedAt: boolean };

/** Undefined where more than that is left out with it, or what is left out waits: then the value of the chain is awaited. */
export function optionalCall(node: TS.CallExpression, waits: (node: TS.Node) => boolean, ts: Ts): OptionalCall | undefined {
  const callee = skipOuter(node.expression, ts);
  if (node.arguments.some(waits)) return undefined;
  const isLong = node.arguments.some((argument) => isBulky(argument, ts));
  if (node.questionDotToken !== undefined) {
    if (ts.isIdentifier(callee)) return callee.text === 'eval' ? undefined : { kind: 'function', callee, isLookedAt: isLong };
    const isWhole = isAccess(callee, ts) && ((callee.flags & ts.NodeFlags.OptionalChain) === 0 || callee.questionDotToken !== undefined);
    return isWhole ? { kind: 'member', callee, isLookedAt: true } : undefined;
  }
  const questioned = lastQuestioned(callee, waits, ts);
  if (questioned === undefined || !isAccess(callee, ts)) return undefined;
  const isMember = ts.isPropertyAccessExpression(callee);
  const isPrivate = isMember && ts.isPrivateIdentifier(callee.name);
  const isLookedAt = !isMember || isPrivate || isLong;
  // What is looked at is called on something that is there already.
  return isLookedAt && (callee !== questioned || (isPrivate && isLong)) ? undefined : { kind: 'receiver', callee, questioned, isLookedAt };
}

/** The last `?.member` of a chain; undefined where something behind it waits, or a call is what may be left out: `o.m?.().n()`. */
function lastQuestioned(node: TS.Expression, waits: (node: TS.Node) => boolean, ts: Ts): Access | undefined {
  if (ts.isNonNullExpression(node)) return lastQuestioned(node.expression, waits, ts);
  if (ts.isElementAccessExpression(node) && waits(node.argumentExpression)) return undefined;
  if (isAccess(node, ts)) return node.questionDotToken === undefined ? lastQuestioned(node.expression, waits, ts) : node;
  if (!ts.isCallExpression(node) || node.questionDotToken !== undefined || node.arguments.some(waits)) return undefined;
  return lastQuestioned(node.expression, waits, ts);
}

/** o?.a.m, where `o` is there and is `$1`   ->   $1.a.m */
export function behindQuestion(node: TS.Expression, questioned: Access, there: TS.Expression, ts: Ts, f: TS.NodeFactory): TS.Expression {
  const rest = (part: TS.Expression): TS.Expression => {
    if (part === questioned.expression) return there;
    if (ts.isNonNullExpression(part)) return rest(part.expression);
    if (ts.isPropertyAccessExpression(part)) return ts.setTextRange(f.createPropertyAccessExpression(rest(part.expression), part.name), part);
    if (ts.isElementAccessExpression(part)) return ts.setTextRange(f.createElementAccessExpression(rest(part.expression), part.argumentExpression), part);
    const call = part as TS.CallExpression;
    return ts.setTextRange(f.createCallExpression(rest(call.expression), undefined, call.arguments), call);
  };
  return rest(node);
}
