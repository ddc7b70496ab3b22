/** Small questions about syntax that TypeScript answers only internally. */
import type * as TS from 'typescript';
import type { AsyncFunction, Ts } from './model';

/** The expression inside of parentheses, `as`, `!`, `satisfies` and `<T>`. */
export function skipOuter(node: TS.Expression, ts: Ts): TS.Expression {
  let at = node;
  while (
    ts.isParenthesizedExpression(at) || ts.isAsExpression(at) || ts.isSatisfiesExpression(at) ||
    ts.isNonNullExpression(at) || ts.isTypeAssertionExpression(at) || ts.isPartiallyEmittedExpression(at)
  ) at = at.expression;
  return at;
}

export function isGenerator(node: AsyncFunction, ts: Ts): boolean {
  return !ts.isArrowFunction(node) && node.asteriskToken !== undefined;
}

/** The directives at the start of a body or file: `'use strict'` (ECMAScript 11.2.1). Further down such a statement means nothing. */
export function directivesIn(statements: readonly TS.Statement[], ts: Ts): readonly TS.Statement[] {
  const end = statements.findIndex((statement) => !(ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)));
  return statements.slice(0, end < 0 ? statements.length : end);
}

/** Is there a `using` or `await using` in this scope, itself and not further inside? Then leaving it disposes of something. */
export function disposes(scope: TS.Node, ts: Ts): boolean {
  const isUsing = (list: TS.Node | undefined): boolean => list !== undefined && ts.isVariableDeclarationList(list) && (list.flags & ts.NodeFlags.Using) !== 0;
  if (ts.isForStatement(scope)) return isUsing(scope.initializer);
  const statements = ts.isBlock(scope) ? scope.statements : ts.isCaseBlock(scope) ? scope.clauses.flatMap((clause) => [...clause.statements]) : [];
  return statements.some((statement) => ts.isVariableStatement(statement) && isUsing(statement.declarationList));
}

/** `a ?? b`, `a || b`, `a && b`: the right side may not be evaluated. */
export function isShortCircuit({ operatorToken: { kind } }: TS.BinaryExpression, { SyntaxKind }: Ts): boolean {
  return kind === SyntaxKind.QuestionQuestionToken || kind === SyntaxKind.BarBarToken || kind === SyntaxKind.AmpersandAmpersandToken;
}

/** value === null || again === void 0      Not `== null`: `document.all` is not nullish for `?.` and `??`. */
export function isMissing(value: TS.Expression, again: TS.Expression, f: TS.NodeFactory): TS.Expression {
  return f.createLogicalOr(f.createStrictEquality(value, f.createNull()), f.createStrictEquality(again, f.createVoidZero()));
}

/** Is the right side of `&&`, `||`, `??` evaluated (or assigned), given the left? `again`: the same without evaluating it once more. */
export function goesOn(operator: TS.SyntaxKind, left: TS.Expression, again: TS.Expression, { SyntaxKind }: Ts, f: TS.NodeFactory): TS.Expression {
  if (operator === SyntaxKind.AmpersandAmpersandToken || operator === SyntaxKind.AmpersandAmpersandEqualsToken) return left;
  if (operator === SyntaxKind.BarBarToken || operator === SyntaxKind.BarBarEqualsToken) return f.createLogicalNot(left);
  return isMissing(left, again, f);
}

export function isAccess(node: TS.Node, ts: Ts): node is TS.PropertyAccessExpression | TS.ElementAccessExpression {
  return ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
}

export function isBindingPattern(node: TS.Node, ts: Ts): node is TS.BindingPattern {
  return ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node);
}

/** The variables that a declaration declares: `{ a, b: [c] }` has a and c. */
export function namesIn(name: TS.BindingName, ts: Ts): TS.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name, ts)));
}

export function hasModifier(node: TS.Node, kind: TS.SyntaxKind, ts: Ts): boolean {
  return ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some((modifier) => modifier.kind === kind);
}

/** Is the member or accessor part of the class and not of its instances? */
export function isStatic(node: TS.Node, ts: Ts): boolean {
  return hasModifier(node, ts.SyntaxKind.StaticKeyword, ts);
}

/** The text of a key that is known when the program is compiled, as the object will have it; undefined for a computed one. */
export function keyText(name: TS.PropertyName, ts: Ts): string | undefined {
  const literal = ts.isComputedPropertyName(name) ? skipOuter(name.expression, ts) : name;
  if (ts.isComputedPropertyName(name) && ts.isIdentifier(literal)) return undefined;
  if (ts.isNumericLiteral(literal)) return String(Number(literal.text));
  if (ts.isBigIntLiteral(literal)) return String(BigInt(literal.text.slice(0, -1)));
  return ts.isIdentifier(literal) || ts.isStringLiteralLike(literal) || ts.isPrivateIdentifier(literal) ? literal.text : undefined;
}

/** Does the function itself, with its arrow functions, use `super`? */
export function usesSuper(node: TS.Node, ts: Ts): boolean {
  return someOwn(node, ts, (child) => child.kind === ts.SyntaxKind.SuperKeyword);
}

/**
 * Is it so for a part of the function that has the same `this`, `arguments` and `super`? Those are its arrow functions too, and
 * of other functions, of members and fields the computed names: `{ [arguments.length]() {} }`
 */
export function someOwn(fn: TS.Node, ts: Ts, is: (node: TS.Node) => boolean): boolean {
  const walk = (node: TS.Node): boolean => {
    if (is(node)) return true;
    const isOther = node !== fn && ((ts.isFunctionLike(node) && !ts.isArrowFunction(node)) || ts.isPropertyDeclaration(node) || ts.isClassStaticBlockDeclaration(node));
    if (!isOther) return !!ts.forEachChild(node, (child) => walk(child) || undefined);
    return node.name !== undefined && ts.isComputedPropertyName(node.name) && walk(node.name);
  };
  return walk(fn);
}

/** Where variables that belong to one evaluation of an expression are declared. */
export type Anchor =
  /** Before this statement. */
  | { readonly kind: 'statement'; readonly node: TS.Statement }
  /** At the start of this arrow function, whose body is an expression. */
  | { readonly kind: 'arrow'; readonly node: TS.ArrowFunction }
  /** Nowhere: this expression becomes the body of an arrow function that is called at once, and they are its parameters. */
  | { readonly kind: 'wrap'; readonly node: TS.Expression }
  /** In the body of this loop, into which its head goes. */
  | { readonly kind: 'round'; readonly node: TS.IterationStatement };

/**
 * The anchor of a class or object literal.
 *
 *   const C = class {}                      the statement
 *   () => class {}                          the arrow function
 *   field = class {};  f(a = class {})      wrapped: each instance and each call evaluates a class of its own,
 *   while (x = class {})                    and so does each round
 *   while (x = class extends (await b) {})  the loop: no arrow function can await for it
 */
export function anchorOf(node: TS.Expression | TS.ClassDeclaration, ts: Ts): Anchor {
  let wrapped: TS.Node = node;
  // `{ [key]: class {} }` names the class, whatever the key is: so the literal is wrapped, not the class.
  while (ts.isPropertyAssignment(wrapped.parent) && ts.isComputedPropertyName(wrapped.parent.name)) wrapped = wrapped.parent.parent;
  const wrap: Anchor = { kind: 'wrap', node: wrapped as TS.Expression };
  let isDecorator = false;
  for (let at: TS.Node = node; ; at = at.parent) {
    const { parent } = at;
    if (ts.isStatement(at) && !ts.isBlock(at)) {
      let statement: TS.Statement = at;
      while (ts.isLabeledStatement(statement.parent)) statement = statement.parent;
      return { kind: 'statement', node: statement };
    }
    if (repeats(at, parent, ts)) return waitsInside(wrapped, ts) ? { kind: 'round', node: parent as TS.IterationStatement } : wrap;
    if (ts.isArrowFunction(parent) && parent.body === at) return { kind: 'arrow', node: parent };
    // Decorators and computed names of members are evaluated with the class.
    isDecorator = ts.isDecorator(at) || (isDecorator && ts.isParameter(at));
    if (isDecorator || ts.isComputedPropertyName(at)) continue;
    if ((ts.isPropertyDeclaration(parent) && parent.initializer === at) || ts.isFunctionLike(parent) || ts.isClassStaticBlockDeclaration(parent)) return wrap;
  }
}

/** Is `at` evaluated in each round of the loop `parent`? */
function repeats(at: TS.Node, parent: TS.Node, ts: Ts): boolean {
  if (ts.isForStatement(parent)) return at === parent.condition || at === parent.incrementor;
  if (ts.isForInStatement(parent) || ts.isForOfStatement(parent)) return at === parent.initializer;
  return (ts.isWhileStatement(parent) || ts.isDoStatement(parent)) && at === parent.expression;
}

/** Is there an `await` or `yield` in it that belongs to the function around it? */
function waitsInside(node: TS.Node, ts: Ts): boolean {
  let waits = ts.isAwaitExpression(node) || ts.isYieldExpression(node);
  forEachOwnChild(node, ts, (child) => (waits ||= waitsInside(child, ts)));
  return waits;
}

/**
 * Visits the parts of `node` that belong to the same function: of a nested function nothing but its computed name; of a
 * nested class its heritage and computed names, which the enclosing function evaluates.
 * Example: `class C extends (await base()) { [await key()]() { await 'inner' } }` has two awaits of the outer function.
 */
export function forEachOwnChild(node: TS.Node, ts: Ts, visit: (child: TS.Node) => unknown): void {
  if (ts.isClassLike(node)) {
    for (const clause of node.heritageClauses ?? []) visit(clause);
    for (const decorator of ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []) visit(decorator);
    for (const member of node.members) visit(member);
  } else if (ts.isClassStaticBlockDeclaration(node)) {
    return;
  } else if (ts.isFunctionLike(node) || ts.isPropertyDeclaration(node)) {
    if (node.name && ts.isComputedPropertyName(node.name)) visit(node.name);
  } else ts.forEachChild(node, (child) => void visit(child));
}

/** Is this identifier the value of a variable, and not the name of a member, a label or a declaration? */
export function isReference(node: TS.Identifier, ts: Ts): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) return (parent as TS.PropertyAccessExpression).name !== node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isMetaProperty(parent) || ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  if ((parent as { name?: TS.Node }).name === node) return false;
  return true;
}

/** `x = y`, `x += y`, `x ??= y`, ... */
export function isAssignment(node: TS.Node, ts: Ts): node is TS.AssignmentExpression<TS.AssignmentOperatorToken> {
  return ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
}

/** Is it assigned to? */
export function isWritten(node: TS.Node, ts: Ts): boolean {
  let at: TS.Node = node;
  for (;;) {
    const parent = at.parent;
    if (ts.isParenthesizedExpression(parent) || ts.isNonNullExpression(parent) || ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent) || ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent) || ts.isArrayLiteralExpression(parent)) {
      at = parent;
    } else if (ts.isObjectLiteralExpression(parent) && ts.isSpreadAssignment(at)) at = parent;
    else if (ts.isPropertyAssignment(parent) && parent.initializer === at) at = parent.parent;
    else if (ts.isShorthandPropertyAssignment(parent) && parent.name === at) at = parent.parent;
    else if (ts.isBinaryExpression(parent)) {
      return parent.left === at && isAssignment(parent, ts);
    } else if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
      return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
    } else if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === at;
    else return false;
  }
}

/**
 * An argument that must not be written twice, as a poll site does: each place makes something of its own (a function, a class, the strings of
 * a template), or it is long. What is spread may be long: an array of it would cost more.
 */
export function isBulky(node: TS.Expression, ts: Ts): boolean {
  const isOwn = (at: TS.Node): boolean => ts.isFunctionLike(at) || ts.isClassLike(at) || ts.isTaggedTemplateExpression(at) || ts.forEachChild(at, isOwn) === true;
  return isOwn(node) || (!ts.isSpreadElement(node) && node.end - node.pos > 60);
}

/** Does the name stand anywhere in it? */
export function mentions(node: TS.Node, name: string, ts: Ts): boolean {
  return ts.isIdentifier(node) ? node.text === name : !!ts.forEachChild(node, (child) => mentions(child, name, ts) || undefined);
}

/** The member of a class or an object literal under another name. */
export function withName<T extends TS.ClassElement | TS.ObjectLiteralElementLike>(member: T, name: TS.PropertyName, ts: Ts, f: TS.NodeFactory): T {
  const of = (node: TS.Node): TS.Node => {
    if (ts.isMethodDeclaration(node)) return f.updateMethodDeclaration(node, node.modifiers, node.asteriskToken, name, node.questionToken, node.typeParameters, node.parameters, node.type, node.body);
    if (ts.isGetAccessor(node)) return f.updateGetAccessorDeclaration(node, node.modifiers, name, node.parameters, node.type, node.body);
    if (ts.isSetAccessor(node)) return f.updateSetAccessorDeclaration(node, node.modifiers, name, node.parameters, node.body);
    if (ts.isPropertyDeclaration(node)) return f.updatePropertyDeclaration(node, node.modifiers, name, node.questionToken ?? node.exclamationToken, node.type, node.initializer);
    return node;
  };
  return of(member) as T;
}
