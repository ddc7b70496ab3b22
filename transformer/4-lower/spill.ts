/**
 * Takes the awaits out of an expression. Left of the last await everything is evaluated first and kept in temporaries, so
 * that the order of evaluation stays; right of it nothing changes.
 *
 *   f(a(), await b(), c())   ->   $1 = a();  await b();  f($1, $t, c())
 *
 * see test/emit/await-in-call
 */
import type * as TS from 'typescript';
import { isAccess, skipOuter } from '../syntax';
import { spillAwait, spillCall, spillMember } from './calls';
import { isChain, spillChain } from './chains';
import { spillClass } from './classes';
import type { Lowering } from './lowering';
import { spillObject } from './objects';
import { spillBinary, spillConditional } from './operators';
import { spillYield } from './streams';

/** Thrown for a construct without a translation; the caller then plans a coroutine. */
export class NoFrame extends Error {}

export function spill(node: TS.Expression, at: Lowering): TS.Expression {
  const { ts, f } = at;
  if (!at.pauses(node)) return node;
  if (ts.isAwaitExpression(node)) return spillAwait(node, at);
  if (isChain(node, at)) return spillChain(node, at);
  if (ts.isParenthesizedExpression(node)) {
    const value = spill(node.expression, at);
    return at.isTemporary(value) ? value : f.updateParenthesizedExpression(node, value);
  }
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
    return filled(node, values, at);
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
      return f.updateTaggedTemplateExpression(node, bound, undefined, filled(template, values, at));
    }
    const [tag, ...values] = spillList([node.tag, ...template.templateSpans.map((span) => span.expression)], at);
    return f.updateTaggedTemplateExpression(node, tag!, node.typeArguments, filled(template, values, at));
  }
  if (ts.isYieldExpression(node)) return spillYield(node, at);
  throw new NoFrame(`it awaits inside ${ts.SyntaxKind[node.kind]}`);
}

/** The template with these values. */
function filled(node: TS.TemplateExpression, values: readonly TS.Expression[], { f }: Lowering): TS.TemplateExpression {
  return f.updateTemplateExpression(node, node.head, node.templateSpans.map((span, i) => f.updateTemplateSpan(span, values[i]!, span.literal)));
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
