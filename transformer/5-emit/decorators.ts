/** Decorators of others on classes and members of ours, which get what they would get natively. */
import type * as TS from 'typescript';
import { isStatic, keyText } from '../syntax';
import type { Emitter } from './emitter';

export function isLegacy(emit: Emitter): boolean {
  return emit.host.context.getCompilerOptions().experimentalDecorators === true;
}

/** Does a decorator of somebody else stand on it? */
export function hasForeignDecorator(node: TS.Node, { ts, plan }: Emitter): boolean {
  return ts.canHaveDecorators(node) && !!ts.getDecorators(node)?.some((decorator) => !plan.decorators.has(decorator));
}

/**
 * TypeScript's class-fields step asks the *written* class whether it is decorated, and then leaves `this` in static blocks
 * alone. A class that has no decorator left must not lead it to the written one.
 */
export function withoutDecorators<T extends TS.ClassLikeDeclaration>(made: T, written: TS.ClassLikeDeclaration, { ts }: Emitter): T {
  const wasDecorated = (ts.getDecorators(written)?.length ?? 0) > 0;
  return wasDecorated && !made.modifiers?.some(ts.isDecorator) ? ts.setOriginalNode(made, undefined) : made;
}

/**
 * The member on which the first standard decorator of somebody else stands that is given this method. As all who
 * lower decorators do it (TypeScript, esbuild, Babel), they find members by name, and of several the one that the class has at last:
 *
 *   @theirs async next() { first }                 their decorator is given the last
 *   async next() { last }
 */
export function firstDecorated(method: TS.MethodDeclaration, owner: TS.ClassLikeDeclaration, emit: Emitter): TS.ClassElement | undefined {
  const { ts } = emit;
  if (isLegacy(emit)) return undefined;
  const text = keyText(method.name, ts);
  if (text === undefined) return hasForeignDecorator(method, emit) ? method : undefined;
  return owner.members.find((member) => ts.isMethodDeclaration(member) && hasForeignDecorator(member, emit) && isStatic(member, ts) === isStatic(method, ts) && keyText(member.name, ts) === text);
}

/** `@$decorated({ length: 0 }, (m) => { $C_next = m; })` */
export function decoratorOf(shape: TS.Expression, own: string, emit: Emitter): TS.Decorator {
  const { f, ts } = emit;
  const method = f.createIdentifier('m');
  const keep = f.createArrowFunction(undefined, undefined, [f.createParameterDeclaration(undefined, undefined, method)], undefined, f.createToken(ts.SyntaxKind.EqualsGreaterThanToken), f.createBlock([emit.set(f.createIdentifier(own), method)]));
  return f.createDecorator(emit.call('decorated', shape, keep));
}

/** `@theirs next() {}`   ->   `@theirs @ours next() {}` */
export function withInnermost<T extends TS.MethodDeclaration>(node: T, decorator: TS.Decorator, { f, ts }: Emitter): T {
  const modifiers = [...(node.modifiers ?? [])];
  modifiers.splice(modifiers.findLastIndex(ts.isDecorator) + 1, 0, decorator);
  return f.updateMethodDeclaration(node, modifiers, node.asteriskToken, node.name, node.questionToken, node.typeParameters, node.parameters, node.type, node.body) as T;
}
