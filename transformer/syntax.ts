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

/**
 * Does an arrow function use the `arguments`, `super` or `new.target` of the function around it? Then it cannot become a
 * generator, which is never an arrow function.
 */
export function borrows(node: TS.Node, ts: Ts): boolean {
  const walk = (child: TS.Node): boolean => {
    if (child.kind === ts.SyntaxKind.SuperKeyword || ts.isMetaProperty(child)) return true;
    if (ts.isIdentifier(child)) return child.text === 'arguments' && !(ts.isPropertyAccessExpression(child.parent) && child.parent.name === child);
    if (ts.isFunctionLike(child) && !ts.isArrowFunction(child)) return false;
    return !!ts.forEachChild(child, (next) => walk(next) || undefined);
  };
  return ts.isArrowFunction(node) && walk(node.body);
}

export const BORROWS = 'it is an arrow function with the `arguments`, `super` or `new.target` of another function, and would have to become a generator';
