/** What a poll returns must be the value itself: `return thenable` in an async method adopts the thenable. */
import type * as TS from 'typescript';
import type { Binding } from '../model';
import { disposes, isShortCircuit, isWritten, skipOuter } from '../syntax';
import type { Emitter } from './emitter';

export interface ReturnContext {
  readonly bindingOf: ReadonlyMap<TS.Node, Binding>;
  readonly usesArguments: boolean;
  /** The written `return`; undefined where there is none. */
  readonly at: TS.ReturnStatement | undefined;
  readonly need: (word: string) => TS.Identifier;
}

/**
 * return v()   ->   return ($h = ($r = v())?.then) ? $adopt($r, $h) : $r
 * return v     ->   return ($h = v?.then) ? $adopt(v, $h) : v                 where no getter can change v
 *
 * Written out, the test costs nothing measurable; where the syntax shows that the value has no `then`, it is left away.
 */
export function returnValue(value: TS.Expression | undefined, context: ReturnContext, emit: Emitter): TS.Expression | undefined {
  if (value === undefined) return undefined;
  if (isPlain(value, context, emit)) return emit.visited(value);
  return adopted(emit.visited(value), context, emit, steadyName(value, context, emit));
}

/** What the value is called, if it is a variable that only the function itself writes. */
function steadyName(node: TS.Expression, { bindingOf, usesArguments }: ReturnContext, emit: Emitter): string | undefined {
  const value = skipOuter(node, emit.ts);
  if (emit.isTemporary(value)) return value.text;
  const binding = bindingOf.get(value);
  if (binding === undefined || emit.variables.of(binding)?.cell !== undefined || (binding.kind === 'param' && usesArguments)) return undefined;
  return binding.references.some(({ writes, closure }) => writes && closure !== undefined) ? undefined : emit.variables.nameAt(binding, value);
}

/** The value, or what a thenable comes to. `name`: reading it again gives it again. */
export function adopted(value: TS.Expression, context: ReturnContext, emit: Emitter, name?: string): TS.Expression {
  const { f } = emit;
  const result = name === undefined ? context.need('r') : f.createIdentifier(name);
  const then = context.need('h');
  const source = name === undefined ? f.createParenthesizedExpression(f.createAssignment(result, value)) : value;
  const loaded = f.createPropertyAccessChain(source, f.createToken(emit.ts.SyntaxKind.QuestionDotToken), 'then');
  return f.createConditionalExpression(f.createParenthesizedExpression(f.createAssignment(then, loaded)), undefined, emit.call('adopt', result, then), undefined, result);
}

/** Is the value certainly not a thenable? */
export function isPlain(node: TS.Expression, context: ReturnContext, emit: Emitter): boolean {
  const { ts } = emit;
  const K = ts.SyntaxKind;
  const value = skipOuter(node, ts);
  const isOne = (other: TS.Expression): boolean => isPlain(other, context, emit);
  if (ts.isIdentifier(value) && isJustAwaited(value, context, emit)) return true;
  if (ts.isRegularExpressionLiteral(value)) return true;
  if (ts.isConditionalExpression(value)) return isOne(value.whenTrue) && isOne(value.whenFalse);
  if (ts.isObjectLiteralExpression(value)) {
    return value.properties.every((property) => property.name !== undefined && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) && !['then', '__proto__'].includes(property.name.text));
  }
  if (ts.isBinaryExpression(value)) {
    const operator = value.operatorToken.kind;
    // What is assigned can be reached by others, at once where there is a setter.
    if (operator === K.EqualsToken && ts.isIdentifier(value.left) && !runsBehind(context.at, emit)) return isOne(value.right);
    if (operator === K.CommaToken) return isOne(value.right);
    if (isShortCircuit(value, ts)) return isOne(value.left) && isOne(value.right);
  }
  return isPrimitive(value, context.bindingOf, emit);
}

/**
 * Is the value certainly no object? `n + 1`, `!found`, `sum` where that is only ever given such values.
 *
 * @param seen variables that are being looked at: they are primitive as long as nothing else is given to them
 */
function isPrimitive(node: TS.Expression, bindingOf: ReadonlyMap<TS.Node, Binding>, emit: Emitter, seen = new Set<Binding>()): boolean {
  const { ts } = emit;
  const K = ts.SyntaxKind;
  const value = skipOuter(node, ts);
  const isOne = (other: TS.Expression): boolean => isPrimitive(other, bindingOf, emit, seen);
  if (ts.isIdentifier(value)) {
    const binding = bindingOf.get(value);
    return binding === undefined ? value.text === 'undefined' : isPrimitiveVariable(binding, emit, seen, isOne);
  }
  if (ts.isRegularExpressionLiteral(value)) return false;
  if (ts.isLiteralExpression(value) || ts.isTemplateExpression(value) || ts.isTypeOfExpression(value) || ts.isVoidExpression(value) || ts.isDeleteExpression(value)) return true;
  if (value.kind === K.NullKeyword || value.kind === K.TrueKeyword || value.kind === K.FalseKeyword) return true;
  if (ts.isPrefixUnaryExpression(value) || ts.isPostfixUnaryExpression(value)) return true;
  if (ts.isConditionalExpression(value)) return isOne(value.whenTrue) && isOne(value.whenFalse);
  if (!ts.isBinaryExpression(value)) return false;
  const operator = value.operatorToken.kind;
  if (operator === K.CommaToken || operator === K.EqualsToken) return isOne(value.right);
  if (isShortCircuit(value, ts)) return isOne(value.left) && isOne(value.right);
  return ![K.AmpersandAmpersandEqualsToken, K.BarBarEqualsToken, K.QuestionQuestionEqualsToken].includes(operator);
}

/** `let sum = 0; ... sum += row.size; ... sum++; ... sum = -1` */
function isPrimitiveVariable(binding: Binding, { ts }: Emitter, seen: Set<Binding>, isPrimitiveValue: (value: TS.Expression) => boolean): boolean {
  if (seen.has(binding)) return true;
  seen.add(binding);
  if (binding.kind !== 'let' && binding.kind !== 'const') return false;
  const isDeclared = binding.declarations.every(({ parent }) => ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)
    && !ts.isForInStatement(parent.parent.parent) && !ts.isForOfStatement(parent.parent.parent)
    && (parent.initializer === undefined || isPrimitiveValue(parent.initializer)));
  return isDeclared && binding.references.every(({ node, writes }) => !writes || (isTarget(node) && isPrimitiveValue(node.parent as TS.Expression)));

  /** Of an assignment or a step; not `a = 1` in a pattern. */
  function isTarget({ parent }: TS.Identifier): boolean {
    if (ts.isBinaryExpression(parent)) return !isWritten(parent, ts);
    return ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent);
  }
}

/**
 * return await x      const y = await x; if (y !== null) return y;      what an await came to has no `then`: promises are flat
 *
 * Unless something of the program gives it one: between the two, or in a `finally` behind.
 */
function isJustAwaited(value: TS.Identifier, { bindingOf, at }: ReturnContext, emit: Emitter): boolean {
  const { ts } = emit;
  if (runsBehind(at, emit)) return false;
  if (value.text === `${emit.host.prefix}t`) return true;
  if (at?.expression === undefined || skipOuter(at.expression, ts) !== value) return false;
  const declaration = bindingOf.get(value)?.declarations[0]?.parent;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name) || !ts.isVariableDeclarationList(declaration.parent)) return false;
  const { parent: statement, declarations } = declaration.parent;
  const isLast = declarations[declarations.length - 1] === declaration && declaration.initializer !== undefined;
  return isLast && ts.isAwaitExpression(skipOuter(declaration.initializer, ts)) && nothingRuns(statement, at, emit);
}

/** Does nothing of the program run from behind `from` to `to`, a statement further down in the same block? */
function nothingRuns(from: TS.Node, to: TS.Statement, { ts }: Emitter): boolean {
  for (let at: TS.Node = to; ; at = at.parent) {
    const { parent } = at;
    if (parent === from.parent) return ts.isBlock(parent) && parent.statements.slice(parent.statements.indexOf(from as TS.Statement) + 1, parent.statements.indexOf(at as TS.Statement)).every((between) => isIdle(between, ts));
    const isBegun = ts.isBlock(parent) && parent.statements.slice(0, parent.statements.indexOf(at as TS.Statement)).every((before) => isIdle(before, ts));
    if (!isBegun && !(ts.isIfStatement(parent) && isIdleValue(parent.expression, ts))) return false;
  }
}

/** Does the statement run nothing of the program, on the way that leads past it? */
function isIdle(node: TS.Statement, ts: Emitter['ts']): boolean {
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isBreakOrContinueStatement(node)) return true;
  if (ts.isBlock(node)) return node.statements.every((statement) => isIdle(statement, ts));
  return ts.isIfStatement(node) && isIdleValue(node.expression, ts) && isIdle(node.thenStatement, ts) && (node.elseStatement === undefined || isIdle(node.elseStatement, ts));
}

/** `row !== null && !found`: no getter, no call, and nothing that is made a primitive. */
function isIdleValue(node: TS.Expression, ts: Emitter['ts']): boolean {
  const K = ts.SyntaxKind;
  const value = skipOuter(node, ts);
  if (ts.isIdentifier(value) || ts.isLiteralExpression(value) || [K.ThisKeyword, K.NullKeyword, K.TrueKeyword, K.FalseKeyword].includes(value.kind)) return true;
  if (ts.isTypeOfExpression(value)) return isIdleValue(value.expression, ts);
  if (ts.isPrefixUnaryExpression(value)) return value.operator === K.ExclamationToken && isIdleValue(value.operand, ts);
  if (!ts.isBinaryExpression(value) || !isIdleValue(value.left, ts) || !isIdleValue(value.right, ts)) return false;
  const operator = value.operatorToken.kind;
  if (operator === K.EqualsEqualsToken || operator === K.ExclamationEqualsToken) return skipOuter(value.right, ts).kind === K.NullKeyword;
  return [K.EqualsEqualsEqualsToken, K.ExclamationEqualsEqualsToken, K.AmpersandAmpersandToken, K.BarBarToken, K.QuestionQuestionToken].includes(operator);
}

/** Does something of the program run between the `return` and the end of the function: a `finally`, what closes an iterator or disposes? */
function runsBehind(at: TS.Node | undefined, { ts }: Emitter): boolean {
  // One that the lowering has made stands behind all of that.
  for (let inner = at; inner?.parent !== undefined && !ts.isFunctionLike(inner); inner = inner.parent) {
    const { parent } = inner;
    if (ts.isForOfStatement(inner) || disposes(inner, ts)) return true;
    if (ts.isTryStatement(parent) && parent.finallyBlock !== undefined && inner !== parent.finallyBlock) return true;
  }
  return false;
}
