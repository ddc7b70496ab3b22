/** What a poll returns must be the value itself: `return thenable` in an async method adopts the thenable. */
import type * as TS from 'typescript';
import type { Binding } from '../model';
import { skipOuter } from '../syntax';
import type { Emitter } from './emitter';

export interface ReturnContext {
  readonly bindingOf: ReadonlyMap<TS.Node, Binding>;
  readonly need: (word: string) => TS.Identifier;
}

/**
 * return v   ->   return ($h = ($r = v)?.then) === undefined ? $r : $adopt($r, $h)
 *
 * Written out, the test costs nothing measurable; where the syntax shows that the value has no `then`, it is left away.
 */
export function returnValue(value: TS.Expression | undefined, context: ReturnContext, emit: Emitter): TS.Expression | undefined {
  if (value === undefined) return undefined;
  if (isPlain(value, context, emit)) return emit.visited(value);
  return adopted(emit.visited(value), context, emit);
}

/** The value, or what a thenable comes to. */
export function adopted(value: TS.Expression, context: ReturnContext, emit: Emitter): TS.Expression {
  const { f } = emit;
  const result = context.need('r');
  const then = context.need('h');
  const loaded = f.createPropertyAccessChain(f.createParenthesizedExpression(f.createAssignment(result, value)), f.createToken(emit.ts.SyntaxKind.QuestionDotToken), 'then');
  const hasNone = f.createStrictEquality(f.createParenthesizedExpression(f.createAssignment(then, loaded)), f.createVoidZero());
  return f.createConditionalExpression(hasNone, undefined, result, undefined, emit.call('adopt', result, then));
}

/** Is the value certainly not a thenable? */
export function isPlain(node: TS.Expression, context: ReturnContext, emit: Emitter): boolean {
  const { ts } = emit;
  const K = ts.SyntaxKind;
  const value = skipOuter(node, ts);
  // What an await came to has no `then`: promises are flat.
  if (ts.isIdentifier(value)) {
    if (value.text === 'undefined' || value.text === `${emit.host.prefix}t`) return true;
    const binding = context.bindingOf.get(value);
    return binding !== undefined && isAwaitedConstant(binding, emit);
  }
  if (ts.isLiteralExpression(value) || ts.isTemplateExpression(value) || ts.isTypeOfExpression(value) || ts.isVoidExpression(value) || ts.isDeleteExpression(value)) return true;
  if (value.kind === K.NullKeyword || value.kind === K.TrueKeyword || value.kind === K.FalseKeyword) return true;
  if (ts.isPrefixUnaryExpression(value) || ts.isPostfixUnaryExpression(value)) return true;
  if (ts.isConditionalExpression(value)) return isPlain(value.whenTrue, context, emit) && isPlain(value.whenFalse, context, emit);
  if (ts.isObjectLiteralExpression(value)) {
    return value.properties.every((property) => property.name !== undefined && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) && !['then', '__proto__'].includes(property.name.text));
  }
  if (!ts.isBinaryExpression(value)) return false;
  const operator = value.operatorToken.kind;
  if (operator === K.CommaToken || operator === K.EqualsToken) return isPlain(value.right, context, emit);
  if (operator === K.AmpersandAmpersandToken || operator === K.BarBarToken || operator === K.QuestionQuestionToken) return isPlain(value.left, context, emit) && isPlain(value.right, context, emit);
  return operator < K.FirstAssignment || operator > K.LastAssignment || ![K.AmpersandAmpersandEqualsToken, K.BarBarEqualsToken, K.QuestionQuestionEqualsToken].includes(operator);
}

/** `const x = await ...` */
function isAwaitedConstant(binding: Binding, { ts }: Emitter): boolean {
  const declaration = binding.declarations[0]?.parent;
  if (binding.kind !== 'const' || declaration === undefined || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return false;
  return declaration.initializer !== undefined && ts.isAwaitExpression(skipOuter(declaration.initializer, ts));
}
