/** A class with trait methods. */
import type * as TS from 'typescript';
import type { Planned } from '../model';
import { coroutineBody, isStatic } from './coroutine';
import type { Emitter } from './emitter';
import { FrameWriter, type Mode } from './frame';
import { parametersOf } from './parameters';
import { shapeLiteral, type MethodShape } from './shape';
import type { SiteContext } from './site';

type Method = TS.MethodDeclaration & { readonly body: TS.Block };

/**
 * class C { async next() { ... } }
 *   ->   let $C;
 *        class C {
 *            static { $C = $traits(this.prototype, { next: { arity: 0 } }); }
 *            next($f) { ... }                 the poll; $traits puts the public function in its place
 *        }
 */
export function compiledClass<T extends TS.ClassLikeDeclaration>(node: T, emit: Emitter, privates: SiteContext['privates']): T {
  const { f, ts } = emit;
  const className = node.name?.text ?? 'class';
  const shapes = { instance: new Map<string, MethodShape>(), static: new Map<string, MethodShape>() };
  const variables = { instance: '', static: '' };
  const anchor = (word: string): string => {
    const name = emit.names.unique(word);
    const statement = anchorStatement(node, emit);
    emit.anchored.set(statement, [...(emit.anchored.get(statement) ?? []), name]);
    return name;
  };
  const members: TS.ClassElement[] = [];
  for (const member of node.members) {
    const planned = emit.planned(member);
    if (planned === undefined) {
      members.push(emit.visited(member));
      continue;
    }
    const method = member as Method;
    if (ts.isPrivateIdentifier(method.name)) {
      members.push(...privateMethod(method, planned, anchor(`${className}_${method.name.text.slice(1)}`), emit, privates));
      continue;
    }
    const side = isStatic(method, emit) ? 'static' : 'instance';
    variables[side] ||= anchor(side === 'static' ? `${className}_static` : className);
    const name = memberName(method.name as TS.PropertyName, emit);
    const { elements, shape } = publicMethod(method, name, planned, memberOf(variables[side], name, emit), emit, privates);
    shapes[side].set(name, shape);
    members.push(...elements);
  }
  const registrations = (['instance', 'static'] as const).flatMap((side) => {
    if (shapes[side].size === 0) return [];
    const literal = f.createObjectLiteralExpression([...shapes[side]].map(([name, shape]) => f.createPropertyAssignment(propertyName(name, emit), shapeLiteral(shape, emit))), true);
    const target = side === 'static' ? f.createThis() : f.createPropertyAccessExpression(f.createThis(), 'prototype');
    return [emit.set(f.createIdentifier(variables[side]), emit.call('traits', target, literal))];
  });
  if (registrations.length > 0) members.unshift(f.createClassStaticBlockDeclaration(f.createBlock(registrations, true)));
  const heritage = node.heritageClauses && emit.visitedAll(node.heritageClauses);
  const modifiers = node.modifiers && ts.visitNodes(node.modifiers, emit.visit as TS.Visitor, ts.isModifierLike);
  const made = (ts.isClassDeclaration(node)
    ? f.updateClassDeclaration(node, modifiers, node.name, node.typeParameters, heritage, members)
    : f.updateClassExpression(node as TS.ClassExpression, modifiers, node.name, node.typeParameters, heritage, members)) as T;
  return withoutDecorators(made, node, emit);
}

/**
 * TypeScript's class-fields step asks the *written* class whether it is decorated, and then leaves `this` in static blocks
 * alone. A class that has no decorator left must not lead it to the written one.
 */
export function withoutDecorators<T extends TS.ClassLikeDeclaration>(made: T, written: TS.ClassLikeDeclaration, { ts }: Emitter): T {
  const wasDecorated = (ts.getDecorators(written)?.length ?? 0) > 0;
  return wasDecorated && !made.modifiers?.some(ts.isDecorator) ? ts.setOriginalNode(made, undefined) : made;
}

function memberOf(variable: string, name: string, { f }: Emitter): () => TS.Expression {
  const isName = /^[A-Za-z_$][\w$]*$/.test(name);
  return () => (isName ? f.createPropertyAccessExpression(f.createIdentifier(variable), name) : f.createElementAccessExpression(f.createIdentifier(variable), f.createStringLiteral(name)));
}

function memberName(name: TS.PropertyName, { ts }: Emitter): string {
  if (ts.isComputedPropertyName(name)) return (name.expression as TS.StringLiteral).text;
  return ts.isNumericLiteral(name) ? String(Number(name.text)) : name.text;
}

function propertyName(name: string, { f }: Emitter): TS.PropertyName {
  return /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__' ? f.createIdentifier(name) : name === '__proto__' ? f.createComputedPropertyName(f.createStringLiteral(name)) : f.createStringLiteral(name);
}

function publicMethod(node: Method, name: string, planned: Planned, method: () => TS.Expression, emit: Emitter, privates: SiteContext['privates']): { elements: TS.ClassElement[]; shape: MethodShape } {
  const { f } = emit;
  const machine = emit.machines.get(node);
  const kept = keptModifiers(node, emit);
  const rename = (text: string): TS.PropertyName => propertyName(text, emit);
  if (planned.strategy === 'coroutine') {
    const { shape } = parametersOf(node, false, emit);
    const generator = f.updateMethodDeclaration(node, kept, f.createToken(emit.ts.SyntaxKind.AsteriskToken), node.name, undefined, undefined, emit.visitedAll(node.parameters), undefined, coroutineBody(planned, privates, emit));
    return { elements: [emit.at(generator, node)], shape: { coroutine: true, length: shape.length ?? shape.arity } };
  }
  const form = machine?.form ?? 'two';
  const parameters = parametersOf(node, true, emit);
  const write = (mode: Mode): FrameWriter => new FrameWriter(emit, planned, machine, mode, method, privates);
  const own = f.createElementAccessExpression(f.createThis(), emit.names.symbol('publicSymbol', name));
  const current = memberAccess(f.createThis(), name, emit);
  const entered = form === 'one' ? f.createStrictEquality(emit.local('s'), f.createNumericLiteral(0)) : parameters.shape.rest ? f.createStrictEquality(emit.local('f'), f.createIdentifier('undefined')) : f.createStrictEquality(emit.call('enter', emit.local('f')), f.createNumericLiteral(0));
  // An override, a mock or another decorator stands in the way: then the call is an ordinary public one.
  const found = emit.local('p');
  const overridden = f.createLogicalAnd(entered, f.createStrictInequality(f.createParenthesizedExpression(f.createAssignment(found, current)), own));
  const instead = f.createReturnStatement(emit.call('pollFunction', found, f.createThis(), f.createArrayLiteralExpression(parameters.forward), f.createStringLiteral(`this.${name}`)));
  const guard = [...parameters.findHidden, emit.mapped(f.createIfStatement(overridden, instead), node.name)];
  const poll = (mode: Mode): TS.MethodDeclaration =>
    emit.at(f.updateMethodDeclaration(node, kept, undefined, node.name, undefined, undefined, parameters.list, undefined, blockOf(write(mode).body(guard, parameters.entry), node, emit)), node);
  if (machine === undefined || form === 'one') return { elements: [poll(machine === undefined ? 'fast' : 'one')], shape: parameters.shape };
  const resumeName = `${name}$resume`;
  const frame = f.createParameterDeclaration(undefined, undefined, emit.local('f'));
  const statics = kept.filter((modifier) => modifier.kind === emit.ts.SyntaxKind.StaticKeyword);
  const resume = emit.mapped(f.createMethodDeclaration(statics, undefined, rename(resumeName), undefined, undefined, [frame], undefined, blockOf(write('resume').body([], []), node, emit)), node);
  return { elements: [poll('fast'), resume], shape: { ...parameters.shape, resume: resumeName } };
}

/**
 * #load(key)   ->   #load(...$a) { return ($C_load ??= $privateMethod(...)).start(this, $a); }     the public function
 *                   #load$poll(key, $f) { ... }                                                    polled directly: nobody can override it
 */
function privateMethod(node: Method, planned: Planned, variable: string, emit: Emitter, privates: SiteContext['privates']): TS.ClassElement[] {
  const { f, ts } = emit;
  const name = (node.name as TS.PrivateIdentifier).text;
  const machine = emit.machines.get(node);
  const kept = keptModifiers(node, emit);
  const statics = kept.filter((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword);
  const member = (suffix: string): TS.Expression => f.createPropertyAccessExpression(f.createThis(), f.createPrivateIdentifier(name + suffix));
  const args = emit.local('a');
  const restArgs = f.createParameterDeclaration(undefined, f.createToken(ts.SyntaxKind.DotDotDotToken), args);
  const isCoroutine = planned.strategy === 'coroutine';
  const parameters = parametersOf(node, true, emit);
  const two = machine?.form === 'two';
  const method = (): TS.Expression => {
    const shape = isCoroutine ? { coroutine: true } : parameters.shape;
    const parts = [f.createStringLiteral(name), shapeLiteral(shape, emit), member(isCoroutine ? '$body' : '$poll'), ...(two ? [member('$resume')] : [])];
    return f.createParenthesizedExpression(f.createBinaryExpression(f.createIdentifier(variable), ts.SyntaxKind.QuestionQuestionEqualsToken, emit.call('privateMethod', ...parts)));
  };
  const define = (suffix: string, list: readonly TS.ParameterDeclaration[], statements: TS.Statement[], generator = false): TS.MethodDeclaration =>
    emit.mapped(f.createMethodDeclaration(statics, generator ? f.createToken(ts.SyntaxKind.AsteriskToken) : undefined, f.createPrivateIdentifier(name + suffix), undefined, undefined, list, undefined, f.createBlock(statements, true)), node);
  const start = f.createCallExpression(f.createPropertyAccessExpression(method(), 'start'), undefined, [f.createThis(), args]);
  const publicFunction = define('', [restArgs], [f.createReturnStatement(start)]);
  if (isCoroutine) {
    const poll = f.createCallExpression(f.createPropertyAccessExpression(f.createPropertyAccessExpression(method(), 'poll'), 'apply'), undefined, [f.createThis(), args]);
    const body = emit.at(f.createMethodDeclaration(statics, f.createToken(ts.SyntaxKind.AsteriskToken), f.createPrivateIdentifier(`${name}$body`), undefined, undefined, emit.visitedAll(node.parameters), undefined, coroutineBody(planned, privates, emit)), node);
    return [body, define('$poll', [restArgs], [f.createReturnStatement(poll)]), publicFunction];
  }
  const write = (mode: Mode): FrameWriter => new FrameWriter(emit, planned, machine, mode, method, privates);
  const entry = parameters.findHidden;
  const poll = emit.at(define('$poll', parameters.list, write(machine?.form === 'one' ? 'one' : 'fast').body(entry, parameters.entry)), node);
  if (!two) return [poll, publicFunction];
  const frame = f.createParameterDeclaration(undefined, undefined, emit.local('f'));
  return [poll, define('$resume', [frame], write('resume').body([], [])), publicFunction];
}

function memberAccess(object: TS.Expression, name: string, { f }: Emitter): TS.Expression {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? f.createPropertyAccessExpression(object, name) : f.createElementAccessExpression(object, f.createStringLiteral(name));
}

function keptModifiers(node: Method, emit: Emitter): TS.ModifierLike[] {
  const { ts } = emit;
  return (node.modifiers ?? []).filter((modifier) => modifier.kind !== ts.SyntaxKind.AsyncKeyword && !(ts.isDecorator(modifier) && emit.plan.decorators.has(modifier)));
}

/** The new body at the place of the old one, so that the opening and closing brace keep their positions. */
export function blockOf(statements: TS.Statement[], node: { readonly body: TS.ConciseBody }, emit: Emitter): TS.Block {
  return emit.mapped(emit.f.createBlock(statements, true), node.body);
}

/** The statement before which the variables of a class are declared; 3-check made sure there is one. */
function anchorStatement(node: TS.Node, { ts }: Emitter): TS.Node {
  let at = node;
  while (!(ts.isStatement(at) && !ts.isBlock(at))) at = at.parent;
  return at;
}
