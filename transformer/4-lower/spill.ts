/**
 * Takes the awaits out of an expression. Left of the last await everything is evaluated first and kept in temporaries, so
 * that the order of evaluation stays; right of it nothing changes.
 *
 *   f(a(), await b(), c())   ->   $1 = a();  await b();  f($1, $t, c())
 *
 * see test/emit/await-in-call
 */
import type * as TS from 'typescript';
import { isAccess, isBulky, skipOuter, withName } from '../syntax';
import { isChain, spillChain } from './chains';
import { spillClass } from './classes';
import { lowerTogether } from './join';
import { isNameless, type Lowering } from './lowering';
import { keptKey, unpack } from './patterns';
import { spillYield } from './streams';

/** Thrown for a construct without a translation; the caller then plans a coroutine. */
export class NoFrame extends Error {}

export function spill(node: TS.Expression, at: Lowering): TS.Expression {
  const { ts, f } = at;
  if (!at.pauses(node)) return node;
  if (ts.isAwaitExpression(node)) return spillAwait(node, at);
  if (isChain(node, at)) return spillChain(node, at);
  if (ts.isParenthesizedExpression(node)) return f.updateParenthesizedExpression(node, spill(node.expression, at));
  if (ts.isAsExpression(node)) return f.updateAsExpression(node, spill(node.expression, at), node.type);
  if (ts.isSatisfiesExpression(node)) return f.updateSatisfiesExpression(node, spill(node.expression, at), node.type);
  if (ts.isNonNullExpression(node)) return f.updateNonNullExpression(node, spill(node.expression, at));
  if (ts.isTypeAssertionExpression(node)) return f.updateTypeAssertion(node, node.type, spill(node.expression, at));
  if (ts.isTypeOfExpression(node)) return f.updateTypeOfExpression(node, spill(node.expression, at));
  if (ts.isVoidExpression(node)) return f.updateVoidExpression(node, spill(node.expression, at));
  if (ts.isDeleteExpression(node) && isChain(skipOuter(node.expression, ts), at)) {
    return spillChain(skipOuter(node.expression, ts), at, (value) => f.createDeleteExpression(value as TS.UnaryExpression), f.createTrue());
  }
  if (ts.isDeleteExpression(node)) return f.updateDeleteExpression(node, spillReference(node.expression, at, false) as TS.UnaryExpression);
  if (ts.isPrefixUnaryExpression(node)) {
    const counts = node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken;
    return f.updatePrefixUnaryExpression(node, (counts ? spillReference(node.operand, at, false) : spill(node.operand, at)) as TS.UnaryExpression);
  }
  if (ts.isPostfixUnaryExpression(node)) return f.updatePostfixUnaryExpression(node, spillReference(node.operand, at, false) as TS.LeftHandSideExpression);
  if (ts.isPropertyAccessExpression(node)) return at.updateAccess(node, spill(node.expression, at), undefined);
  if (ts.isElementAccessExpression(node)) {
    if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return spillReference(node, at, false);
    const [object, key] = spillList([node.expression, node.argumentExpression], at);
    return at.updateAccess(node, object!, key);
  }
  if (ts.isBinaryExpression(node)) return spillBinary(node, at);
  if (ts.isConditionalExpression(node)) return spillConditional(node, at);
  if (ts.isCallExpression(node)) return spillCall(node, at);
  if (ts.isNewExpression(node)) {
    const [callee, ...args] = spillList([node.expression, ...(node.arguments ?? [])], at);
    return f.updateNewExpression(node, callee!, node.typeArguments, args);
  }
  if (ts.isArrayLiteralExpression(node)) return f.updateArrayLiteralExpression(node, spillList(node.elements, at));
  if (ts.isObjectLiteralExpression(node)) return spillObject(node, at);
  if (ts.isClassExpression(node)) return spillClass(node, at);
  if (ts.isTemplateExpression(node)) {
    const values = spillList(node.templateSpans.map((span) => span.expression), at, (value) =>
      f.createTemplateExpression(f.createTemplateHead(''), [f.createTemplateSpan(value, f.createTemplateTail(''))]));
    return f.updateTemplateExpression(node, node.head, node.templateSpans.map((span, i) => f.updateTemplateSpan(span, values[i]!, span.literal)));
  }
  if (ts.isTaggedTemplateExpression(node) && !at.pauses(node.template)) {
    return f.updateTaggedTemplateExpression(node, spillReference(node.tag, at, false), undefined, node.template);
  }
  if (ts.isTaggedTemplateExpression(node) && ts.isTemplateExpression(node.template)) {
    const { template } = node;
    const member = skipOuter(node.tag, ts);
    if (isAccess(member, ts)) {
      // o.tag`${await x}`   ->   $1 = o; $2 = $tag($1.tag, $1, "o.tag"); await x; $2`${$t}`      one strings object per site
      const { fn, self } = spillMember(member, at);
      const bound = at.keep(f.createCallExpression(at.runtime('tag'), undefined, [fn, self, f.createStringLiteral(member.getText(at.file))]));
      const values = spillList(template.templateSpans.map((span) => span.expression), at);
      return f.updateTaggedTemplateExpression(node, bound, undefined, f.updateTemplateExpression(template, template.head, template.templateSpans.map((span, i) => f.updateTemplateSpan(span, values[i]!, span.literal))));
    }
    const [tag, ...values] = spillList([node.tag, ...template.templateSpans.map((span) => span.expression)], at);
    const filled = f.updateTemplateExpression(template, template.head, template.templateSpans.map((span, i) => f.updateTemplateSpan(span, values[i]!, span.literal)));
    return f.updateTaggedTemplateExpression(node, tag!, node.typeArguments, filled);
  }
  if (ts.isYieldExpression(node)) return spillYield(node, at);
  throw new NoFrame(`it awaits inside ${ts.SyntaxKind[node.kind]}`);
}

/** The list rule: what stands before the last awaiting operand is kept, that operand and the rest are not. */
export function spillList(nodes: readonly TS.Expression[], at: Lowering, convert?: (value: TS.Expression) => TS.Expression): TS.Expression[] {
  const { ts, f } = at;
  const last = nodes.findLastIndex((node) => at.pauses(node));
  return nodes.map((node, index) => {
    if (ts.isOmittedExpression(node) || index > last) return node;
    if (ts.isSpreadElement(node)) {
      const value = spill(node.expression, at);
      if (index === last) return f.updateSpreadElement(node, value);
      return f.updateSpreadElement(node, at.keep(f.createArrayLiteralExpression([f.createSpreadElement(value)])));
    }
    const value = spill(node, at);
    return index === last ? value : at.keep(convert ? convert(value) : value);
  });
}

function spillAwait(node: TS.AwaitExpression, at: Lowering): TS.Expression {
  const { ts } = at;
  const operand = skipOuter(node.expression, ts);
  const together = ts.isCallExpression(operand) ? lowerTogether(operand, at) : undefined;
  if (together !== undefined) return at.await(together, node);
  if (ts.isCallExpression(operand) && !(operand.flags & ts.NodeFlags.OptionalChain)) {
    const callee = skipOuter(operand.expression, ts);
    // A poll site writes its arguments twice; what is bulky is evaluated once, before.
    const bulky = operand.arguments.some((argument) => isBulky(argument, ts));
    const awaitsInArguments = bulky || operand.arguments.some((argument) => at.pauses(argument));
    const argumentList = (): TS.Expression[] => {
      const values = spillList(operand.arguments, at);
      if (!bulky) return values;
      // What is spread is taken apart at its place: `f(...a(), () => b)`   ->   $1 = [...a()]; $2 = () => b; f(...$1, $2)
      return values.map((value) => (ts.isSpreadElement(value) ? at.f.updateSpreadElement(value, at.keep(at.f.createArrayLiteralExpression([value]))) : at.keep(value)));
    };
    if (ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.name) && callee.expression.kind !== ts.SyntaxKind.SuperKeyword) {
      let receiver = spill(callee.expression, at);
      let loaded: TS.Expression | undefined;
      if (awaitsInArguments) {
        receiver = at.keep(receiver);
        loaded = at.keep(at.f.createPropertyAccessExpression(receiver, callee.name));
      }
      return at.await({ kind: 'method', receiver, name: callee.name.text, args: argumentList(), loaded, text: callee.getText(at.file) }, node);
    }
    const isMember = isAccess(callee, ts);
    const isFunction = ts.isIdentifier(callee) && callee.text !== 'eval';
    if (isFunction || isMember) {
      let self: TS.Expression | undefined;
      let fn: TS.Expression = callee;
      if (isMember && callee.expression.kind === ts.SyntaxKind.SuperKeyword) {
        self = at.f.createThis();
        if (ts.isElementAccessExpression(callee)) fn = at.updateAccess(callee, callee.expression, spill(callee.argumentExpression, at));
      } else if (isMember) {
        const parts = spillList(ts.isElementAccessExpression(callee) ? [callee.expression, callee.argumentExpression] : [callee.expression], at);
        self = at.keep(parts[0]!);
        fn = at.updateAccess(callee, self, parts[1]);
      }
      if (awaitsInArguments) fn = at.keep(fn);
      return at.await({ kind: 'function', fn, self, args: argumentList(), text: callee.getText(at.file) }, node);
    }
  }
  const isCall = ts.isCallExpression(operand);
  return at.await({ kind: 'value', value: spill(node.expression, at), isCall }, node);
}

function spillCall(node: TS.CallExpression, at: Lowering): TS.Expression {
  const { ts, f } = at;
  const callee = skipOuter(node.expression, ts);
  const awaitsInArguments = node.arguments.some((argument) => at.pauses(argument));
  if (!awaitsInArguments) {
    // Only the callee awaits: `(await x).m(a)` keeps its reference.
    const inner = isAccess(callee, ts) ? spillReference(callee, at, false) : spill(node.expression, at);
    return at.updateCall(node, inner, node.arguments);
  }
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return at.updateCall(node, node.expression, spillList(node.arguments, at));
  const text = callee.getText(at.file);
  let self: TS.Expression = f.createVoidZero();
  let fn: TS.Expression;
  if (callee.kind === ts.SyntaxKind.SuperKeyword) throw new NoFrame('it awaits inside a call of `super`');
  if (isAccess(callee, ts)) {
    const member = spillMember(callee, at);
    self = member.self;
    fn = at.keep(member.fn);
  } else fn = at.keep(spill(node.expression, at));
  const args = spillList(node.arguments, at);
  return f.createCallExpression(at.runtime('call'), undefined, [fn, self, f.createArrayLiteralExpression(args), f.createStringLiteral(text)]);
}

/** A member that will be called, and the object it is called on. */
function spillMember(callee: TS.PropertyAccessExpression | TS.ElementAccessExpression, at: Lowering): { fn: TS.Expression; self: TS.Expression } {
  const { ts, f } = at;
  if (callee.expression.kind === ts.SyntaxKind.SuperKeyword) return { fn: spillReference(callee, at, false), self: f.createThis() };
  const parts = spillList(ts.isElementAccessExpression(callee) ? [callee.expression, callee.argumentExpression] : [callee.expression], at);
  const self = at.keep(parts[0]!);
  return { fn: at.updateAccess(callee, self, parts[1]), self };
}

/** An assignable expression with its parts evaluated. `keep`: it will be read and then written. */
export function spillReference(node: TS.Expression, at: Lowering, keep: boolean): TS.Expression {
  const { ts, f } = at;
  if (ts.isParenthesizedExpression(node)) return f.updateParenthesizedExpression(node, spillReference(node.expression, at, keep));
  if (ts.isNonNullExpression(node)) return f.updateNonNullExpression(node, spillReference(node.expression, at, keep));
  if (!isAccess(node, ts)) return ts.isIdentifier(node) ? node : spill(node, at);
  const isSuper = node.expression.kind === ts.SyntaxKind.SuperKeyword;
  const kept = (value: TS.Expression): TS.Expression => (keep ? at.keep(value) : value);
  if (isSuper) return ts.isElementAccessExpression(node) ? at.updateAccess(node, node.expression, kept(spill(node.argumentExpression, at))) : node;
  if (ts.isPropertyAccessExpression(node)) return at.updateAccess(node, kept(spill(node.expression, at)), undefined);
  const [object, key] = spillList([node.expression, node.argumentExpression], at);
  const keptObject = kept(object!);
  return at.updateAccess(node, keptObject, kept(key!));
}

function spillBinary(node: TS.BinaryExpression, at: Lowering): TS.Expression {
  const { ts, f } = at;
  const operator = node.operatorToken.kind;
  if (operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment) return spillAssignment(node, at);
  if (operator === ts.SyntaxKind.CommaToken) {
    at.run(spill(node.left, at), node.left);
    const right = spill(node.right, at);
    // Without the comma `(await x, eval)(s)` would be a direct eval, `(await x, o.m)()` would get a `this`, and
    // `f = (await x, () => {})` would name the function.
    return f.createParenthesizedExpression(f.createComma(f.createNumericLiteral(0), right));
  }
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.QuestionQuestionToken) {
    if (!at.pauses(node.right)) return f.updateBinaryExpression(node, spill(node.left, at), node.operatorToken, node.right);
    const result = at.temp();
    at.assign(result, spill(node.left, at), node.left);
    at.when(goesOn(operator, at.read(result), at), () => at.assign(result, spill(node.right, at), node.right), undefined, node);
    return at.read(result);
  }
  if (ts.isPrivateIdentifier(node.left)) return f.updateBinaryExpression(node, node.left, node.operatorToken, spill(node.right, at));
  const [left, right] = spillList([node.left, node.right], at);
  return f.updateBinaryExpression(node, left!, node.operatorToken, right!);
}

/** Is the right side of `&&`, `||`, `??` evaluated, given the left? */
function goesOn(operator: TS.SyntaxKind, left: TS.Expression, { ts, f }: Lowering): TS.Expression {
  if (operator === ts.SyntaxKind.AmpersandAmpersandToken || operator === ts.SyntaxKind.AmpersandAmpersandEqualsToken) return left;
  if (operator === ts.SyntaxKind.BarBarToken || operator === ts.SyntaxKind.BarBarEqualsToken) return f.createLogicalNot(left);
  // Not `== null`: `document.all` is not nullish for `??`.
  return f.createLogicalOr(f.createStrictEquality(left, f.createNull()), f.createStrictEquality(left, f.createVoidZero()));
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
    at.when(goesOn(operator, at.read(result), at), () => {
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

function spillConditional(node: TS.ConditionalExpression, at: Lowering): TS.Expression {
  const test = spill(node.condition, at);
  if (!at.pauses(node.whenTrue) && !at.pauses(node.whenFalse)) {
    return at.f.updateConditionalExpression(node, test, node.questionToken, node.whenTrue, node.colonToken, node.whenFalse);
  }
  const result = at.temp();
  at.when(test, () => at.assign(result, spill(node.whenTrue, at), node.whenTrue), () => at.assign(result, spill(node.whenFalse, at), node.whenFalse), node);
  return at.read(result);
}

/**
 * Keys and values are evaluated in their order and kept; functions stay in the literal, where they get their names and `super`.
 *
 *   { [k()]: 1, m() {}, a: await x }   ->   $1 = $propertyKey(k());  await x;  { [$1]: 1, m() {}, a: $t }
 */
function spillObject(node: TS.ObjectLiteralExpression, at: Lowering): TS.Expression {
  const { ts, f } = at;
  const last = node.properties.findLastIndex((property) => at.pauses(property));
  const properties = node.properties.map((property, index) => {
    if (index > last) return property;
    if (ts.isSpreadAssignment(property)) {
      const value = spill(property.expression, at);
      return f.updateSpreadAssignment(property, index === last ? value : at.keep(f.createObjectLiteralExpression([f.createSpreadAssignment(value)])));
    }
    if (ts.isShorthandPropertyAssignment(property)) return f.createPropertyAssignment(f.createIdentifier(property.name.text), at.keep(property.name));
    let name = property.name;
    // The last key stays where it is, unless the value beside it awaits.
    const valueAwaits = ts.isPropertyAssignment(property) && at.pauses(property.initializer);
    if (ts.isComputedPropertyName(name)) {
      name = f.updateComputedPropertyName(name, index === last && !valueAwaits ? spill(name.expression, at) : keptKey(name.expression, at));
    }
    if (!ts.isPropertyAssignment(property)) return withName(property, name, ts, f);
    const { initializer } = property;
    if (index === last && !valueAwaits) return f.updatePropertyAssignment(property, name, initializer);
    if (isNameless(initializer, ts) && ts.isFunctionLike(skipOuter(initializer, ts))) return f.updatePropertyAssignment(property, name, initializer);
    const value = spill(initializer, at);
    if (index === last) return f.updatePropertyAssignment(property, name, value);
    // A class is evaluated at its turn, with the name that the key gives it.
    const named = isNameless(value, ts) ? memberOf(f.createObjectLiteralExpression([f.createPropertyAssignment(name, value)]), name, at) : value;
    return f.updatePropertyAssignment(property, name, at.keep(named));
  });
  return f.updateObjectLiteralExpression(node, properties);
}

function memberOf(object: TS.Expression, name: TS.PropertyName, { ts, f }: Lowering): TS.Expression {
  const literal = f.createParenthesizedExpression(object);
  if (ts.isComputedPropertyName(name)) return f.createElementAccessExpression(literal, name.expression);
  return ts.isIdentifier(name) ? f.createPropertyAccessExpression(literal, name.text) : f.createElementAccessExpression(literal, name as TS.StringLiteral);
}
