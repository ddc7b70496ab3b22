/** Variables that belong to one evaluation of a class or literal: announced while it is written, declared where it stands. */
import type * as TS from 'typescript';
import { anchorOf, isAssignment, keyText } from '../syntax';
import type { Emitter } from './emitter';

/** Announces a variable beside `node`, and gives its name. */
export function anchored(node: TS.Expression | TS.ClassDeclaration, word: string, emit: Emitter): string {
  const name = emit.names.unique(word);
  const { kind, node: place } = anchorOf(emit.ts.getOriginalNode(node) as typeof node, emit.ts);
  const announced = kind === 'round' ? emit.inRounds : emit.anchored;
  announced.set(place, [...(announced.get(place) ?? []), name]);
  return name;
}

/** Takes the variables announced at `node`, or at the written node that it stands for. */
export function announced(node: TS.Node, emit: Emitter): readonly string[] {
  const place = emit.ts.getOriginalNode(node);
  const names = emit.anchored.get(place) ?? [];
  emit.anchored.delete(place);
  return names;
}

/** What became of `node`, with the variables announced at it. see test/emit/anchors */
export function declareAt(node: TS.Node, visited: TS.Node | readonly TS.Node[], names: readonly string[], emit: Emitter): TS.VisitResult<TS.Node> {
  const { ts, f } = emit;
  if (ts.isArrowFunction(node)) {
    // () => class {}   ->   () => { let $C; return class {}; }
    const made = visited as TS.ArrowFunction;
    if (!ts.isArrowFunction(made)) return made;
    const body = f.createBlock([...emit.declare(names), emit.at(f.createReturnStatement(made.body as TS.Expression), node.body)], true);
    return f.updateArrowFunction(made, made.modifiers, made.typeParameters, made.parameters, made.type, made.equalsGreaterThanToken, body);
  }
  if (ts.isExpression(node)) return wrapped(node, visited as TS.Expression, names, emit);
  // `var` is read without a test whether it has been initialised, which is bytecode. Not in a script: there it would be global.
  const flags = ts.isSourceFile(node.parent) && typeof emit.host.options.runtime !== 'object' ? ts.NodeFlags.None : ts.NodeFlags.Let;
  const statements = [...emit.declare(names, flags), ...(Array.isArray(visited) ? (visited as TS.Statement[]) : [visited as TS.Statement])];
  const { parent } = node;
  const isListed = ts.isSourceFile(parent) || ts.isBlock(parent) || ts.isModuleBlock(parent) || ts.isCaseOrDefaultClause(parent);
  return isListed ? statements : f.createBlock(statements, true);
}

/**
 * field = class {}   ->   field = (($C) => ({ ["field"]: class {} })["field"])()
 *
 * The literal is there for the name of the class alone.
 */
function wrapped(node: TS.Expression, made: TS.Expression, names: readonly string[], emit: Emitter): TS.Expression {
  const { ts, f } = emit;
  const name = ts.isClassExpression(node) && node.name === undefined ? nameGiven(node, emit) : undefined;
  const value = name === undefined ? f.createParenthesizedExpression(made) : named(made, name, emit);
  const parameters = names.map((parameter) => f.createParameterDeclaration(undefined, undefined, parameter));
  const scope = f.createArrowFunction(undefined, undefined, parameters, undefined, f.createToken(ts.SyntaxKind.EqualsGreaterThanToken), value);
  return f.createCallExpression(f.createParenthesizedExpression(scope), undefined, []);
}

function named(made: TS.Expression, name: () => TS.Expression, { f }: Emitter): TS.Expression {
  const literal = f.createObjectLiteralExpression([f.createPropertyAssignment(f.createComputedPropertyName(name()), made)]);
  return f.createElementAccessExpression(f.createParenthesizedExpression(literal), name());
}

/**
 * Where TypeScript has to lower the static block, it assigns the class to a variable, which would give it that name:
 * `f(class {})`   ->   `f(({ [""]: class {} })[""])`
 */
export function stillNameless(written: TS.ClassLikeDeclaration, made: TS.ClassLikeDeclaration, emit: Emitter): TS.ClassLikeDeclaration | TS.Expression | TS.ExportAssignment {
  const { ts, f, host } = emit;
  const { target } = host.context.getCompilerOptions();
  if (ts.isClassDeclaration(made) && made.name === undefined && target !== undefined && target < ts.ScriptTarget.ES2022 && !hasDecorators(made, emit)) {
    // TypeScript loses the name it must give to `export default class { static {} }`: as an expression it is right.
    return emit.at(f.createExportDefault(f.createParenthesizedExpression(f.createClassExpression(undefined, undefined, made.typeParameters, made.heritageClauses, made.members))), written);
  }
  const isKept = !ts.isClassExpression(written) || !ts.isClassExpression(made) || written.name !== undefined || target === undefined || target >= ts.ScriptTarget.ES2022;
  return isKept || namedBy(written, emit) !== undefined ? made : named(made, () => f.createStringLiteral(''), emit);
}

/** Does any decorator stand on a class, its members or their parameters? */
export function hasDecorators(made: TS.ClassDeclaration, { ts }: Emitter): boolean {
  const has = (node: TS.Node): boolean => (ts.canHaveDecorators(node) && (ts.getDecorators(node)?.length ?? 0) > 0) || (ts.isFunctionLike(node) && node.parameters.some(has));
  return has(made) || made.members.some(has);
}

/** What gives an anonymous class or function its name (ECMAScript NamedEvaluation): `x = class {}`, `{ key: class {} }`, `({ x = class {} } = y)`. */
export function namedBy(node: TS.Node, { ts }: Emitter): { readonly name: TS.Node; readonly parent: TS.Node } | undefined {
  let at = node;
  while (ts.isParenthesizedExpression(at.parent)) at = at.parent;
  const { parent } = at;
  const isInitializer = (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent)) && parent.initializer === at;
  const isAssigned = isAssignment(parent, ts) && parent.right === at;
  if (ts.isExportAssignment(parent)) return { name: parent, parent };
  // `{ __proto__: class {} }` sets the prototype, and names nothing.
  if (ts.isPropertyAssignment(parent) && !ts.isComputedPropertyName(parent.name) && keyText(parent.name, ts) === '__proto__') return undefined;
  const isDefault = ts.isShorthandPropertyAssignment(parent) && parent.objectAssignmentInitializer === at;
  const name = isInitializer || isDefault ? parent.name : isAssigned && ts.isIdentifier(parent.left) ? parent.left : undefined;
  return name === undefined || ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name) ? undefined : { name, parent };
}

/** That name, where it can be written. */
function nameGiven(node: TS.ClassExpression, emit: Emitter): (() => TS.Expression) | undefined {
  const given = namedBy(node, emit);
  const kept = given && emit.keysOfFields.get(given.parent);
  if (kept !== undefined) return () => emit.f.createIdentifier(kept);
  const text = given && keyText(given.name as TS.PropertyName, emit.ts);
  return text === undefined ? undefined : () => emit.f.createStringLiteral(text);
}
