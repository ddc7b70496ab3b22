/** Functions that a module declares. */
import type * as TS from 'typescript';
import type { AsyncFunction } from '../model';
import type { Emitter } from './emitter';
import { parametersOf } from './parameters';

type Declared = AsyncFunction & TS.FunctionDeclaration;

/**
 * export async function load(key) { ... }
 *
 *     ->   export function load(key) { return $startDeclared($load ??= $loadMethod(), new.target, this, arguments); }
 *          function $loadMethod() { var $pending = $pending_; return $declaredFunction(load, "load", { length: 1 }, ($m) => [ ... ]); }
 *          var $load = $load ?? $loadMethod();
 *
 * Modules that import one another see the function, and may call it, before this one has begun. see test/emit/module-functions
 *
 * @param make gives the call that makes its Method, of the function, which is there already
 */
export function declaredInModule(node: Declared, make: (declared: TS.Identifier) => TS.Expression, emit: Emitter): TS.Statement[] {
  const { f, ts } = emit;
  const text = node.name?.text ?? 'default';
  const name = node.name ?? f.createIdentifier(emit.names.unique(text));
  const method = f.createIdentifier(emit.names.unique(text));
  const maker = f.createIdentifier(emit.names.unique(`${text}Method`));
  const made = (): TS.Expression => f.createCallExpression(maker, undefined, []);
  const known = f.createBinaryExpression(method, ts.SyntaxKind.QuestionQuestionEqualsToken, made());
  const start = emit.call('startDeclared', known, f.createMetaProperty(ts.SyntaxKind.NewKeyword, f.createIdentifier('target')), f.createThis(), f.createIdentifier('arguments'));
  const { list, shape } = parametersOf(node, [], emit);
  const modifiers = node.modifiers?.filter((modifier): modifier is TS.Modifier => modifier.kind === ts.SyntaxKind.ExportKeyword || modifier.kind === ts.SyntaxKind.DefaultKeyword);
  const define = (of: TS.Identifier, parameters: readonly TS.ParameterDeclaration[], value: TS.Expression, kept?: readonly TS.Modifier[], before: readonly TS.Statement[] = []): TS.FunctionDeclaration =>
    f.createFunctionDeclaration(kept, undefined, of, undefined, parameters, undefined, f.createBlock([...before, f.createReturnStatement(value)], true));
  const [constants, body] = emit.names.inMaker(() => make(name));
  const first = f.createBinaryExpression(method, ts.SyntaxKind.QuestionQuestionToken, emit.pure(made()));
  const variable = f.createVariableDeclarationList([f.createVariableDeclaration(method, undefined, undefined, first)], ts.NodeFlags.None);
  return [
    emit.at(define(name, list.slice(0, shape.length), start, modifiers), node),
    define(maker, [], body, undefined, constants),
    f.createVariableStatement(undefined, variable),
  ];
}

/** A script has no importers, and what it declares is global. */
export function isOfModule(node: Declared, { ts }: Emitter): boolean {
  return ts.isSourceFile(node.parent) && ts.isExternalModule(node.parent);
}
