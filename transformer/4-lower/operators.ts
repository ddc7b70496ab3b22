/** Operators, assignments and conditions that await: what may not be evaluated becomes a branch. */
import type * as TS from 'typescript';
import { goesOn, isAssignment, isShortCircuit } from '../syntax';
import type { Lowering } from './lowering';
import { unpack } from './patterns';
import { spill, spillList, spillReference } from './spill';

export function spillBinary(node: TS.BinaryExpression, at: Lowering): TS.Expression {
  const { ts, f } = at;
  const operator = node.operatorToken.kind;
  if (isAssignment(node, ts)) return spillAssignment(node, at);
  if (operator === ts.SyntaxKind.CommaToken) {
    at.run(spill(node.left, at), node.left);
    const right = spill(node.right, at);
    // Without the comma `(await x, eval)(s)` would be a direct eval, `(await x, o.m)()` would get a `this`, and
    // `f = (await x, () => {})` would name the function.
    return f.createParenthesizedExpression(f.createComma(f.createNumericLiteral(0), right));
  }
  if (isShortCircuit(node, ts)) {
    if (!at.pauses(node.right)) return f.updateBinaryExpression(node, spill(node.left, at), node.operatorToken, node.right);
    const result = at.temp();
    at.assign(result, spill(node.left, at), node.left);
    at.when(goesOn(operator, at.read(result), at.read(result), ts, f), () => at.assign(result, spill(node.right, at), node.right), undefined, node);
    return at.read(result);
  }
  if (ts.isPrivateIdentifier(node.left)) return f.updateBinaryExpression(node, node.left, node.operatorToken, spill(node.right, at));
  const [left, right] = spillList([node.left, node.right], at);
  return f.updateBinaryExpression(node, left!, node.operatorToken, right!);
}

function spillAssignment(node: TS.BinaryExpression, at: Lowering): TS.Expression {
  const { ts, f } = at;
  const operator = node.operatorToken.kind;
  const { left, right } = node;
  const isPattern = ts.isArrayLiteralExpression(left) || ts.isObjectLiteralExpression(left);
  if (operator === ts.SyntaxKind.EqualsToken) {
    if (isPattern && at.pauses(left)) {
      const value = at.keep(spill(right, at));
      unpack(left, undefined, value, at);
      return value;
    }
    if (isPattern) return f.updateBinaryExpression(node, left, node.operatorToken, spill(right, at));
    const target = spillReference(left, at, at.pauses(right));
    return f.updateBinaryExpression(node, target, node.operatorToken, spill(right, at));
  }
  const target = spillReference(left, at, true);
  const set = (value: TS.Expression): TS.Expression => f.createAssignment(target, value);
  const compound = compoundOperator(operator, at);
  if (compound === undefined) {
    const result = at.temp();
    at.assign(result, target, left);
    at.when(goesOn(operator, at.read(result), at.read(result), ts, f), () => {
      const value = spill(right, at);
      at.assign(result, set(value), node);
    }, undefined, node);
    return at.read(result);
  }
  if (!at.pauses(right)) return f.updateBinaryExpression(node, target, node.operatorToken, right);
  const before = at.keep(target);
  return set(f.createBinaryExpression(before, compound, spill(right, at)));
}

/** The operator of `x op= y`; undefined for the logical ones, which may not assign. */
function compoundOperator(operator: TS.SyntaxKind, { ts }: Lowering): TS.BinaryOperator | undefined {
  const K = ts.SyntaxKind;
  const of: Partial<Record<TS.SyntaxKind, TS.BinaryOperator>> = {
    [K.PlusEqualsToken]: K.PlusToken, [K.MinusEqualsToken]: K.MinusToken, [K.AsteriskEqualsToken]: K.AsteriskToken,
    [K.AsteriskAsteriskEqualsToken]: K.AsteriskAsteriskToken, [K.SlashEqualsToken]: K.SlashToken, [K.PercentEqualsToken]: K.PercentToken,
    [K.LessThanLessThanEqualsToken]: K.LessThanLessThanToken, [K.GreaterThanGreaterThanEqualsToken]: K.GreaterThanGreaterThanToken,
    [K.GreaterThanGreaterThanGreaterThanEqualsToken]: K.GreaterThanGreaterThanGreaterThanToken, [K.AmpersandEqualsToken]: K.AmpersandToken,
    [K.BarEqualsToken]: K.BarToken, [K.CaretEqualsToken]: K.CaretToken,
  };
  return of[operator];
}

export function spillConditional(node: TS.ConditionalExpression, at: Lowering): TS.Expression {
  const test = spill(node.condition, at);
  if (!at.pauses(node.whenTrue) && !at.pauses(node.whenFalse)) {
    return at.f.updateConditionalExpression(node, test, node.questionToken, node.whenTrue, node.colonToken, node.whenFalse);
  }
  const result = at.temp();
  at.when(test, () => at.assign(result, spill(node.whenTrue, at), node.whenTrue), () => at.assign(result, spill(node.whenFalse, at), node.whenFalse), node);
  return at.read(result);
}
