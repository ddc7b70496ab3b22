/** What a function body can no longer name once it has become a generator, and how it is reached instead. */
import type * as TS from 'typescript';
import type { AsyncFunction, Binding, Planned } from '../model';
import { isAccess, isReference, isWritten } from '../syntax';
import type { Emitter } from './emitter';

/**
 * An arrow function has the `arguments`, `super` and `new.target` of the function around it. A generator has its own, so
 * arrow functions beside it hand them in, evaluated where they are used:
 *
 *   async () => { ...; super.m(arguments[0]); super.x += 1; }
 *     ->   const $super = (k) => super[k], $arguments = () => arguments, $superAt = (k) => $at(() => super[k], (v) => super[k] = v);
 *          ... $super("m").call(this, $arguments()[0]); $superAt("x").value += 1; ...
 *
 * see test/emit/borrowed
 *
 * @returns the statements in front of the function, known once its body has been written
 */
export function borrowed(node: AsyncFunction, emit: Emitter): () => TS.Statement[] {
  const { ts, f } = emit;
  if (!ts.isArrowFunction(node)) return () => [];
  const used = new Map<string, TS.Expression>();
  const lend = (word: string, make: () => TS.Expression): TS.Identifier => {
    if (!used.has(word)) used.set(word, make());
    return emit.local(word);
  };
  const call = (fn: TS.Expression, ...args: TS.Expression[]): TS.Expression => f.createCallExpression(fn, undefined, args);
  const [key, value, rest] = ['k', 'v', 'a'].map((word) => f.createIdentifier(word)) as [TS.Identifier, TS.Identifier, TS.Identifier];
  const at = (): TS.Expression => f.createElementAccessExpression(f.createSuper(), key);
  const inConstructor = isInDerivedConstructor(node, emit);

  const loaded = (access: TS.PropertyAccessExpression | TS.ElementAccessExpression): TS.Expression => call(lend('super', () => arrow([key], at(), emit)), keyOf(access));
  const keyOf = (access: TS.PropertyAccessExpression | TS.ElementAccessExpression): TS.Expression =>
    ts.isPropertyAccessExpression(access) ? f.createStringLiteral(access.name.text) : emit.visited(access.argumentExpression);
  const self = (): TS.Expression => (inConstructor ? call(lend('this', () => arrow([], f.createThis(), emit))) : f.createThis());

  const replace = (child: TS.Node): (() => TS.Expression) | undefined => {
    if (child.kind === ts.SyntaxKind.ThisKeyword && inConstructor) return self;
    if (ts.isMetaProperty(child) && child.keywordToken === ts.SyntaxKind.NewKeyword) return () => call(lend('newTarget', () => arrow([], f.createMetaProperty(ts.SyntaxKind.NewKeyword, f.createIdentifier('target')), emit)));
    if (ts.isCallExpression(child) && child.expression.kind === ts.SyntaxKind.SuperKeyword) {
      return () => call(lend('superCall', () => arrow([rest], call(f.createSuper(), f.createSpreadElement(rest)), emit, true)), ...emit.visitedAll(child.arguments));
    }
    if (ts.isCallExpression(child) && isSuperAccess(child.expression, emit)) {
      const callee = child.expression;
      return () => {
        const args = [self(), ...emit.visitedAll(child.arguments)];
        return child.questionDotToken
          ? f.createCallChain(f.createPropertyAccessChain(loaded(callee), child.questionDotToken, 'call'), undefined, undefined, args)
          : call(f.createPropertyAccessExpression(loaded(callee), 'call'), ...args);
      };
    }
    if (!isSuperAccess(child, emit)) return undefined;
    if (ts.isTaggedTemplateExpression(child.parent) && child.parent.tag === child) return () => call(f.createPropertyAccessExpression(loaded(child), 'bind'), self());
    if (!isWritten(child, ts)) return () => loaded(child);
    const reference = (): TS.Expression => arrow([key], emit.call('reference', arrow([], at(), emit), arrow([value], f.createAssignment(at(), value), emit)), emit);
    return () => f.createPropertyAccessExpression(call(lend('superAt', reference), keyOf(child)), 'value');
  };

  const walk = (child: TS.Node): void => {
    const made = emit.replacements.has(child) ? undefined : replace(child);
    if (made !== undefined) emit.replacements.set(child, made);
    if (ts.isIdentifier(child) && child.text === 'arguments' && isReference(child, ts) && !emit.replacements.has(child) && !emit.replacements.has(child.parent)) {
      reach(child, () => call(lend('arguments', () => arrow([], f.createIdentifier('arguments'), emit))), emit);
    }
    const isOther = (ts.isFunctionLike(child) && !ts.isArrowFunction(child)) || ts.isPropertyDeclaration(child) || ts.isClassStaticBlockDeclaration(child);
    if (!isOther) ts.forEachChild(child, walk);
    else if (child.name && ts.isComputedPropertyName(child.name)) walk(child.name);
  };
  const others = emit.replacements.size;
  for (const parameter of node.parameters) walk(parameter);
  walk(node.body);
  const own = [...emit.replacements.keys()].slice(others);
  return () => {
    // A frame around it writes the function once more.
    for (const child of own) emit.replacements.delete(child);
    return [...used].map(([word, lender]) => constant(emit.local(word), lender, emit));
  };
}

/**
 * A sloppy function may call a variable or a label `yield`, a generator may not. Its own get another name, and parameters of
 * arrow functions in it; a variable of the outside is reached through a reference beside the generator.
 */
export function renamedYield({ facts }: Planned, emit: Emitter): TS.Statement[] {
  const { f, ts } = emit;
  const labels = (node: TS.Node): void => {
    if ((ts.isLabeledStatement(node) || ts.isBreakOrContinueStatement(node)) && node.label?.text === 'yield') emit.replacements.set(node.label, () => emit.local('yield'));
    if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) ts.forEachChild(node, labels);
  };
  labels(facts.trait.node.body);
  const lent = facts.arrowParameters.filter(({ scope }) => !emit.plan.compiled.has(scope as AsyncFunction));
  const own = [...facts.bindings, ...lent].filter((binding: Binding) => binding.name === 'yield');
  for (const { declarations, references } of own) {
    for (const node of [...declarations, ...references.map((reference) => reference.node)]) reach(node, () => emit.local('yield'), emit);
  }
  const outer = facts.free.filter(({ text }) => text === 'yield');
  if (outer.length === 0) return [];
  const [name, value] = [f.createIdentifier('yield'), f.createIdentifier('v')];
  for (const node of outer) reach(node, () => f.createPropertyAccessExpression(emit.local('outer'), 'value'), emit);
  return [constant(emit.local('outer'), emit.call('reference', arrow([], name, emit), arrow([value], f.createAssignment(name, value), emit)), emit)];
}

/**
 * (async function f() { f = 1; })   ->   (() => { const f = $traitFunction(...), $own = Object.freeze({ f }); return f; })()
 *
 * and inside `$own.f = 1`: such an assignment is a TypeError in strict code, and has no effect in sloppy code.
 */
export function ownName({ facts }: Planned, name: TS.Identifier, emit: Emitter): TS.Statement[] {
  const { ts, f } = emit;
  const written = facts.free.filter((node) => node.text === name.text && isWritten(node, ts));
  if (written.length === 0) return [];
  const own = emit.names.unique('own');
  for (const node of written) reach(node, () => f.createPropertyAccessExpression(f.createIdentifier(own), name.text), emit);
  const frozen = f.createCallExpression(f.createPropertyAccessExpression(f.createIdentifier('Object'), 'freeze'), undefined, [f.createObjectLiteralExpression([f.createShorthandPropertyAssignment(name.text)])]);
  return [constant(f.createIdentifier(own), frozen, emit)];
}

/** Has `node`, a mention of a variable, written as `made()`, also where it is short for a property. */
function reach(node: TS.Identifier, made: () => TS.Expression, emit: Emitter): void {
  const { ts, f } = emit;
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) {
    const { objectAssignmentInitializer: value } = parent;
    emit.replacements.set(parent, () => f.createPropertyAssignment(node.text, value ? f.createAssignment(made(), emit.visited(value)) : made()));
  } else if (ts.isBindingElement(parent) && parent.name === node && parent.propertyName === undefined && ts.isObjectBindingPattern(parent.parent) && !parent.dotDotDotToken) {
    emit.replacements.set(parent, () => f.createBindingElement(undefined, node.text, made() as TS.Identifier, parent.initializer && emit.visited(parent.initializer)));
  } else emit.replacements.set(node, made);
}

function constant(name: TS.Identifier, value: TS.Expression, { f, ts }: Emitter): TS.Statement {
  return f.createVariableStatement(undefined, f.createVariableDeclarationList([f.createVariableDeclaration(name, undefined, undefined, value)], ts.NodeFlags.Const));
}

function arrow(names: readonly TS.Identifier[], value: TS.Expression, { f, ts }: Emitter, rest = false): TS.Expression {
  const parameters = names.map((name) => f.createParameterDeclaration(undefined, rest ? f.createToken(ts.SyntaxKind.DotDotDotToken) : undefined, name));
  return f.createArrowFunction(undefined, undefined, parameters, undefined, f.createToken(ts.SyntaxKind.EqualsGreaterThanToken), value);
}

function isSuperAccess(node: TS.Node, { ts }: Emitter): node is TS.PropertyAccessExpression | TS.ElementAccessExpression {
  return isAccess(node, ts) && node.expression.kind === ts.SyntaxKind.SuperKeyword;
}

/** The nearest function around that has a `this` of its own is the constructor of a derived class: `this` may not be there yet. */
export function isInDerivedConstructor(node: TS.Node, { ts }: Emitter): boolean {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (ts.isConstructorDeclaration(at)) return !!at.parent.heritageClauses?.some((clause) => clause.token === ts.SyntaxKind.ExtendsKeyword);
    if (ts.isPropertyDeclaration(at) || ts.isClassStaticBlockDeclaration(at) || (ts.isFunctionLike(at) && !ts.isArrowFunction(at))) return false;
  }
  return false;
}
