/** Awaits in the head of a class: what it extends, and its computed names. They belong to the function around it. */
import type * as TS from 'typescript';
import { withName } from '../syntax';
import type { Lowering } from './lowering';
import { keptKey } from './patterns';
import { NoFrame, spill } from './spill';

/**
 * class C extends (await base()) { [await key()]() {} }
 *   ->   await base();  $1 = $t;  await key();  class C extends $1 { [$t]() {} }
 *
 * Each name is made a property key at its turn; V8 looks what it extends when all names are there. see test/emit/class-head
 */
export function spillClass<T extends TS.ClassLikeDeclaration>(node: T, at: Lowering): T {
  const { f, ts, facts } = at;
  if (facts.bindings.some((binding) => binding.scope === node && facts.cells.has(binding))) throw new NoFrame('the head of a class mentions the class');
  if (ts.canHaveDecorators(node) && ts.getDecorators(node)?.some((decorator) => at.pauses(decorator))) throw new NoFrame('it awaits inside a decorator');
  let left = node.members.filter((member) => at.pauses(member)).length;
  const heritage = node.heritageClauses?.map((clause) => {
    const [base] = clause.types;
    if (clause.token !== ts.SyntaxKind.ExtendsKeyword || base === undefined) return clause;
    if (!at.pauses(base) && left === 0) return clause;
    const value = spill(base.expression, at);
    const kept = left === 0 ? value : at.keep(value);
    return f.updateHeritageClause(clause, [f.updateExpressionWithTypeArguments(base, kept as TS.LeftHandSideExpression, base.typeArguments)]);
  });
  const members = node.members.map((member) => {
    if (left === 0 || member.name === undefined || !ts.isComputedPropertyName(member.name)) return member;
    if (mentionsPrivate(member.name, at)) throw new NoFrame('a computed name of a class mentions a private one');
    if (at.pauses(member)) left--;
    const { expression } = member.name;
    return withName(member, f.updateComputedPropertyName(member.name, left === 0 ? spill(expression, at) : keptKey(expression, at)), ts, f);
  });
  const updated = ts.isClassDeclaration(node)
    ? f.updateClassDeclaration(node, node.modifiers, node.name, node.typeParameters, heritage, members)
    : f.updateClassExpression(node as TS.ClassExpression, node.modifiers, node.name, node.typeParameters, heritage, members);
  return updated as TS.ClassLikeDeclaration as T;
}

function mentionsPrivate(node: TS.Node, at: Lowering): boolean {
  return at.ts.isPrivateIdentifier(node) || !!at.ts.forEachChild(node, (child) => mentionsPrivate(child, at) || undefined);
}
