/** Small questions about syntax that TypeScript answers only internally. */
import type * as TS from 'typescript';
import type { Ts } from './model';

/** The expression inside of parentheses, `as`, `!`, `satisfies` and `<T>`. */
export function skipOuter(node: TS.Expression, ts: Ts): TS.Expression {
  let at = node;
  while (
    ts.isParenthesizedExpression(at) || ts.isAsExpression(at) || ts.isSatisfiesExpression(at) ||
    ts.isNonNullExpression(at) || ts.isTypeAssertionExpression(at) || ts.isPartiallyEmittedExpression(at)
  ) at = at.expression;
  return at;
}

export function isAccess(node: TS.Node, ts: Ts): node is TS.PropertyAccessExpression | TS.ElementAccessExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

export function isBindingPattern(node: TS.Node, ts: Ts): node is TS.BindingPattern {
  return ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node);
}

export function hasModifier(node: TS.Node, kind: TS.SyntaxKind, ts: Ts): boolean {
  return ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some((modifier) => modifier.kind === kind);
}
