/** A class with trait methods. */
import type * as TS from 'typescript';
import { workingOn } from '../diagnostics';
import type { Planned } from '../model';
import { isGenerator, isStatic, keyText, withName } from '../syntax';
import { anchored } from './anchors';
import { coroutineBody } from './coroutine';
import { decoratorOf, firstDecorated, hasForeignDecorator, isLegacy, withInnermost, withoutDecorators } from './decorators';
import type { Emitter } from './emitter';
import { FrameWriter } from './frame';
import { keyOf, type Key } from './keys';
import { entryParametersOf, parametersOf, pollParametersOf } from './parameters';
import { isLimited, kindOf, shapeLiteral, type MethodShape } from './shape';
import type { SiteContext } from './site';

type Method = TS.MethodDeclaration & { readonly body: TS.Block };

/**
 * class C { async next() { ... } }
 *   ->   let $C;
 *        class C {
 *            static { $C = $traits(this.prototype, { next: { length: 0, entry: "next$entry" } }); }
 *            next($d) { ... }                 the poll; $traits puts the public function in its place
 *            next$entry($f) { ... }           resumes it, and begins every call that is no poll of its name
 *        }
 *
 * Two functions, since V8 inlines by the size of the bytecode: in the poll stands nothing but the ready path. With one function for
 * both, `npm run bench` took 4.6 ns in place of 3.7, and 11.4 in place of 5.4 with four classes at a call site.
 */
export function compiledClass<T extends TS.ClassLikeDeclaration>(node: T, emit: Emitter, privates: SiteContext['privates']): T {
  const { f, ts } = emit;
  const className = node.name?.text ?? 'class';
  const variable = (word: string): string => anchored(node, word, emit);
  const sides = { instance: new Side(className), static: new Side(`${className}_static`) };
  const members: TS.ClassElement[] = [];
  const places = new Map<TS.ClassElement, number>();
  for (const member of node.members) {
    places.set(member, members.length);
    const planned = emit.planned(member);
    const side = sides[isStatic(member, ts) ? 'static' : 'instance'];
    if (planned === undefined) {
      members.push(side.passBy(member, variable, emit));
      continue;
    }
    const method = member as Method;
    if (isReplaced(method, node, emit)) {
      members.push(ts.visitEachChild(method, emit.visit, emit.host.context));
      continue;
    }
    if (ts.isPrivateIdentifier(method.name)) {
      const word = `${className}_${method.name.text.slice(1)}`;
      members.push(...workingOn(method, () => privateMethod(method, planned, variable(word), emit, privates)));
      continue;
    }
    const key = keyOf(method.name, () => variable(`${className}_key`), emit);
    const word = `${side.word}_${key.text?.replace(/\W/g, '_') ?? 'computed'}`;
    // A standard decorator runs while the class is being made: ours, the innermost, gives it the public function.
    const decorated = firstDecorated(method, node, emit);
    const own = decorated && variable(word);
    const methodOf = own === undefined ? key.of.bind(key, f.createIdentifier((side.variable ||= variable(side.word)))) : () => f.createIdentifier(own);
    const { elements, shape } = workingOn(method, () => publicMethod(method, key, planned, methodOf, own !== undefined, emit, privates));
    if (own !== undefined) {
      const ours = decoratorOf(shapeLiteral(shape, planned.facts.trait, emit), own, emit);
      if (decorated === method) elements[0] = withInnermost(elements[0] as Method, ours, emit);
      else members[places.get(decorated!)!] = withInnermost(members[places.get(decorated!)!] as Method, ours, emit);
    }
    side.helpers.push(...[shape.poll, shape.entry].filter((helper) => helper !== undefined));
    side.add(key, own === undefined ? shapeLiteral(shape, planned.facts.trait, emit) : f.createIdentifier(own));
    members.push(...elements);
  }
  const registrations = (self: () => TS.Expression): TS.Statement[] => (['instance', 'static'] as const).flatMap((name) => {
    const { shapes } = sides[name];
    if (!shapes.some(({ isTrait }) => isTrait)) return [];
    const literal = f.createObjectLiteralExpression(shapes.map(({ key, shape }) => f.createPropertyAssignment(key.again(), shape)), true);
    const helpers = sides[name].mayLoseSome ? [f.createArrayLiteralExpression(sides[name].helpers.map((helper) => f.createStringLiteral(helper)))] : [];
    const call = emit.call('traits', name === 'static' ? self() : f.createPropertyAccessExpression(self(), 'prototype'), literal, ...helpers);
    const { variable: table } = sides[name];
    return [table === '' ? f.createExpressionStatement(call) : emit.set(f.createIdentifier(table), call)];
  });
  const heritage = node.heritageClauses && emit.visitedAll(node.heritageClauses);
  const modifiers = [...((node.modifiers && ts.visitNodes(node.modifiers, emit.visit as TS.Visitor, ts.isModifierLike)) ?? [])];
  if (hasForeignDecorator(node, emit) && !isLegacy(emit)) {
    // A class decorator may give another class: ours, the innermost, still gets this one.
    const self = f.createIdentifier('c');
    const statements = registrations(() => self);
    const register = f.createArrowFunction(undefined, undefined, [f.createParameterDeclaration(undefined, undefined, self)], undefined, f.createToken(ts.SyntaxKind.EqualsGreaterThanToken), f.createBlock(statements, true));
    if (statements.length > 0) modifiers.splice(modifiers.findLastIndex(ts.isDecorator) + 1, 0, f.createDecorator(f.createParenthesizedExpression(register)));
  } else {
    // TypeScript does not lower `this` in the static blocks of a class that the older dialect decorates.
    const { name } = node;
    const statements = registrations(() => (name !== undefined && hasForeignDecorator(node, emit) ? f.createIdentifier(name.text) : f.createThis()));
    if (statements.length > 0) members.unshift(f.createClassStaticBlockDeclaration(f.createBlock(statements, true)));
  }
  const made = (ts.isClassDeclaration(node)
    ? f.updateClassDeclaration(node, modifiers, node.name, node.typeParameters, heritage, members)
    : f.updateClassExpression(node as TS.ClassExpression, modifiers, node.name, node.typeParameters, heritage, members)) as T;
  return withoutDecorators(made, node, emit);
}

/** Does a later member of the class take its name? Then nobody ever calls it, and it stays as written. */
export function isReplaced(method: Method, owner: TS.ClassLikeDeclaration, { ts }: Emitter): boolean {
  const text = keyText(method.name, ts);
  if (text === undefined || ts.isPrivateIdentifier(method.name)) return false;
  return owner.members.some((member) => {
    if (member.pos <= method.pos || !member.name || ts.isPrivateIdentifier(member.name) || isStatic(member, ts) !== isStatic(method, ts)) return false;
    const isFunction = (ts.isMethodDeclaration(member) && member.body !== undefined) || ts.isAccessor(member);
    return isFunction && keyText(member.name, ts) === text;
  });
}

/** What is said to `$traits` of the members of a prototype, or of the class itself. */
class Side {
  /** The variable of the table of methods; set once it is needed. */
  variable = '';
  readonly shapes: { readonly key: Key; readonly shape: TS.Expression; readonly isTrait: boolean }[] = [];

  /** The members that are only for `$traits`. */
  readonly helpers: string[] = [];
  private dropped = false;

  constructor(readonly word: string) {}

  /** May a later member have taken the place of one that is ours? Then `$traits` does not learn of its helpers otherwise. */
  get mayLoseSome(): boolean {
    return this.dropped || (this.shapes.length > 1 && this.shapes.some(({ key }) => key.text === undefined));
  }

  /** Of several members of one key the last one counts. */
  add(key: Key, shape: TS.Expression): void {
    this.drop(key.text);
    this.shapes.push({ key, shape, isTrait: true });
  }

  private drop(text: string | undefined): void {
    const earlier = text === undefined ? -1 : this.shapes.findIndex(({ key }) => key.text === text);
    if (earlier >= 0) this.shapes.splice(earlier, 1);
    this.dropped ||= earlier >= 0;
  }

  /** A member that is not ours: if it may have the key of a trait method before it, `$traits` must know. */
  passBy(member: TS.ClassElement, variable: (word: string) => string, emit: Emitter): TS.ClassElement {
    const { ts, f } = emit;
    const isField = ts.isPropertyDeclaration(member) && !ts.isAutoAccessorPropertyDeclaration(member);
    const visited = isField ? emit.visited(member) : member;
    const { name } = visited;
    const isHidden = isField || name === undefined || ts.isPrivateIdentifier(name) || (ts.isMethodDeclaration(member) && member.body === undefined);
    const text = isHidden ? undefined : keyText(name, ts);
    const mayCollide = !isHidden && this.shapes.some(({ key }) => key.text === undefined || text === undefined);
    if (!mayCollide) {
      if (text !== undefined) this.drop(text);
      return isField ? visited : emit.visited(member);
    }
    const key = keyOf(name, () => variable(`${this.word}_key`), emit);
    this.drop(text);
    this.shapes.push({ key, shape: f.createVoidZero(), isTrait: false });
    return withName(emit.visited(member), key.definition, ts, f);
  }
}

function publicMethod(node: Method, key: Key, planned: Planned, method: () => TS.Expression, isDecorated: boolean, emit: Emitter, privates: SiteContext['privates']): { elements: TS.ClassElement[]; shape: MethodShape } {
  const { f } = emit;
  const machine = emit.machine(node);
  // `emitDecoratorMetadata` tells decorators the written types.
  const described = isLegacy(emit) && (hasForeignDecorator(node, emit) || node.parameters.some((parameter) => hasForeignDecorator(parameter, emit)));
  const type = described ? (node.type ?? (isGenerator(node, emit.ts) ? undefined : f.createTypeReferenceNode('Promise'))) : undefined;
  const modifiers = keptModifiers(node, emit);
  if (planned.strategy === 'coroutine') {
    const shape = { ...parametersOf(node, [], emit).shape, ...kindOf(planned, emit) };
    const generator = f.updateMethodDeclaration(node, modifiers, f.createToken(emit.ts.SyntaxKind.AsteriskToken), key.definition, undefined, undefined, emit.visitedAll(node.parameters), type, coroutineBody(planned, privates, emit));
    return { elements: [emit.at(generator, node)], shape };
  }
  const write = (): FrameWriter => new FrameWriter(emit, planned, machine, method, privates);
  // A call of a generator is never polled, so nothing can stand in its way.
  const generates = isGenerator(node, emit.ts);
  const poll = pollParametersOf(node, emit);
  const guard = generates ? [] : [guardOf(node, key, isDecorated, emit)];
  const entry = entryParametersOf(node, emit);
  const helper = (word: string): string => (key.text === undefined ? emit.names.unique(word) : emit.helperName(key.text, word));
  const shape = { ...poll.shape, ...(described ? { poll: helper('poll') } : {}), entry: helper('entry'), ...kindOf(planned, emit) };
  const statics = modifiers.filter((modifier) => modifier.kind === emit.ts.SyntaxKind.StaticKeyword);
  const nameOf = (text: string): TS.PropertyName => (/^[\w$]+$/.test(text) && !/^\d/.test(text) ? f.createIdentifier(text) : f.createStringLiteral(text));
  const pollBody = blockOf(write().poll(guard, poll), node, emit);
  const define = (name: string, list: readonly TS.ParameterDeclaration[], body: TS.Block): TS.MethodDeclaration =>
    emit.mapped(f.createMethodDeclaration(statics, undefined, nameOf(name), undefined, undefined, list, undefined, body), node);
  const update = (list: readonly TS.ParameterDeclaration[], body: TS.Block): TS.MethodDeclaration =>
    emit.at(f.updateMethodDeclaration(node, modifiers, undefined, key.definition, undefined, undefined, list, type, body), node);
  const elements = shape.poll === undefined ? [update(poll.list, pollBody)] : [update(parametersOf(node, [], emit, true).list, f.createBlock([])), define(shape.poll, poll.list, pollBody)];
  return { elements: [...elements, define(shape.entry, entry.list, blockOf(write().entry(entry), node, emit))], shape };
}

/**
 * An override, a mock or another decorator stands in the way of the poll: then the call is an ordinary public one, with as
 * many arguments as there were, since an override may have other parameters. V8 makes no object of `arguments` as long as
 * nothing is overridden.
 */
function guardOf(node: Method, key: Key, isEarly: boolean, emit: Emitter): TS.Statement {
  const { f } = emit;
  const compiled = f.createElementAccessExpression(f.createThis(), key.symbol('publicSymbol'));
  const found = emit.local('p');
  const overridden = f.createStrictInequality(f.createParenthesizedExpression(f.createAssignment(found, key.of(f.createThis()))), compiled);
  // Before its class is there: see `bind` of the runtime's Method.
  const test = isEarly ? f.createLogicalAnd(f.createStrictInequality(emit.local('d'), f.createIdentifier('Infinity')), overridden) : overridden;
  const text = key.text === undefined ? (emit.ts.getOriginalNode(node) as Method).name.getText() : `.${key.text}`;
  const instead = f.createReturnStatement(emit.call('overridden', found, f.createThis(), f.createStringLiteral(text), f.createIdentifier('arguments')));
  return emit.mapped(f.createIfStatement(test, instead), node.name);
}

/**
 * #load(key)   ->   get #load() { return ($C_load ??= $privateMethod(...)).publicFunction; }
 *                   #load$poll($d, key) { ... }                  polled directly: nobody can override it
 *                   #load$entry($f, key) { ... }
 *
 * Decorators of others stand on a method, `#load(key) { return ($C_load ??= ...).start(this, arguments); }`; then nothing
 * is polled directly.
 *
 * Where the poll must be asked first (a coroutine, a limited method), the body is `#load$body` and `#load$poll` goes through
 * the Method.
 */
function privateMethod(node: Method, planned: Planned, variable: string, emit: Emitter, privates: SiteContext['privates']): TS.ClassElement[] {
  const { f, ts } = emit;
  const name = (node.name as TS.PrivateIdentifier).text;
  const machine = emit.machine(node);
  const kept = keptModifiers(node, emit);
  const statics = kept.filter((modifier) => modifier.kind === ts.SyntaxKind.StaticKeyword);
  const helper = (word: string): TS.PrivateIdentifier => f.createPrivateIdentifier(emit.helperName(name, word));
  const member = (word: string): TS.Expression => f.createPropertyAccessExpression(f.createThis(), helper(word));
  const args = emit.local('a');
  const restArgs = f.createParameterDeclaration(undefined, f.createToken(ts.SyntaxKind.DotDotDotToken), args);
  const isCoroutine = planned.strategy === 'coroutine';
  const isDetour = isCoroutine || isLimited(planned.facts.trait);
  const poll = pollParametersOf(node, emit);
  const method = (): TS.Expression => {
    const shape = { ...poll.shape, ...kindOf(planned, emit) };
    const parts = [f.createStringLiteral(name), shapeLiteral(shape, planned.facts.trait, emit), member(isDetour ? 'body' : 'poll'), ...(isCoroutine ? [] : [member('entry')])];
    return f.createParenthesizedExpression(f.createBinaryExpression(f.createIdentifier(variable), ts.SyntaxKind.QuestionQuestionEqualsToken, emit.call('privateMethod', ...parts)));
  };
  const define = (of: TS.PrivateIdentifier, modifiers: readonly TS.ModifierLike[], list: readonly TS.ParameterDeclaration[], statements: TS.Statement[]): TS.MethodDeclaration =>
    emit.mapped(f.createMethodDeclaration(modifiers, undefined, of, undefined, undefined, list, undefined, f.createBlock(statements, true)), node);
  const counted = parametersOf(node, [], emit).list.slice(0, poll.shape.length);
  const publicFunction = hasForeignDecorator(node, emit)
    ? define(node.name as TS.PrivateIdentifier, kept, counted, [f.createReturnStatement(f.createCallExpression(f.createPropertyAccessExpression(method(), 'start'), undefined, [f.createThis(), f.createIdentifier('arguments')]))])
    : emit.mapped(f.createGetAccessorDeclaration(statics, f.createPrivateIdentifier(name), [], undefined, f.createBlock([f.createReturnStatement(f.createPropertyAccessExpression(method(), 'publicFunction'))], true)), node);
  const throughMethod = (): TS.MethodDeclaration =>
    define(helper('poll'), statics, [restArgs], [f.createReturnStatement(f.createCallExpression(f.createPropertyAccessExpression(f.createPropertyAccessExpression(method(), 'poll'), 'apply'), undefined, [f.createThis(), args]))]);
  if (isCoroutine) {
    const body = emit.at(f.createMethodDeclaration(statics, f.createToken(ts.SyntaxKind.AsteriskToken), helper('body'), undefined, undefined, emit.visitedAll(node.parameters), undefined, coroutineBody(planned, privates, emit)), node);
    if (isGenerator(node, ts)) return [body, publicFunction];
    return [body, throughMethod(), publicFunction];
  }
  const write = (): FrameWriter => new FrameWriter(emit, planned, machine, method, privates);
  const entry = entryParametersOf(node, emit);
  return [
    emit.at(define(helper(isDetour ? 'body' : 'poll'), statics, poll.list, write().poll([], poll)), node),
    define(helper('entry'), statics, entry.list, write().entry(entry)),
    ...(isDetour ? [throughMethod()] : []),
    publicFunction,
  ];
}

function keptModifiers(node: Method, emit: Emitter): TS.ModifierLike[] {
  const { ts } = emit;
  return (node.modifiers ?? []).filter((modifier) => modifier.kind !== ts.SyntaxKind.AsyncKeyword && !(ts.isDecorator(modifier) && emit.plan.decorators.has(modifier)));
}

/** The new body at the place of the old one, so that the opening and closing brace keep their positions. */
export function blockOf(statements: TS.Statement[], node: { readonly body: TS.ConciseBody }, emit: Emitter): TS.Block {
  return emit.mapped(emit.f.createBlock(statements, true), node.body);
}
