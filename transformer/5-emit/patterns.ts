/** Declarations written as assignments, for variables that were declared at the start of their block. */
import type * as TS from 'typescript';
import { isStatic } from '../syntax';
import { hasDecorators } from './anchors';
import type { Emitter } from './emitter';

/** Told of variables that are declared nowhere else any more. */
export type Hoist = (name: string) => unknown;

/**
 * const { a = 1, ...r } = x   ->   ({ a = 1, ...r } = x)
 * let y;                      ->   y = void 0
 * let n = 0;                  ->   n = { v: 0 }            if it is kept in a box
 *
 * The targets are final, the values are as written: visit the result.
 */
export function asAssignments(list: TS.VariableDeclarationList, emit: Emitter, hoist?: Hoist): TS.ExpressionStatement[] {
  const { f, ts } = emit;
  const isVar = !(list.flags & ts.NodeFlags.BlockScoped);
  return list.declarations.flatMap((declaration) => {
    const { name, initializer } = declaration;
    if (initializer === undefined && isVar) {
      if (hoist) asTarget(name, emit, hoist);
      return [];
    }
    const value = initializer ?? f.createVoidZero();
    const made = emit.variables.cellsMadeBy(name);
    const assignments = ts.isIdentifier(name) && made.length > 0
      ? [emit.set(emit.variables.variable(made[0]!), emit.variables.freshCell(made[0]!, emit.variables.named(value, name.text)))]
      : [...made.map((binding) => emit.set(emit.variables.variable(binding), emit.variables.freshCell(binding))), assigned(name, value, emit, hoist)];
    return assignments.map((assignment) => emit.mapped(assignment, declaration));
  });
}

/**
 * The same where variables stay declared in their place:
 *
 *   let n = 0;                  ->   let n = { v: 0 };
 *   const { a, b } = x          ->   let a = { v: undefined }, b; ({ a: a.v, b } = x)
 */
export function asDeclarations(list: TS.VariableDeclarationList, emit: Emitter): TS.Statement[] {
  const { f, ts } = emit;
  const { variables } = emit;
  return list.declarations.flatMap((declaration) => {
    const { name, initializer } = declaration;
    const declare = (made: readonly TS.VariableDeclaration[]): TS.Statement[] =>
      made.length === 0 ? [] : [emit.mapped(f.createVariableStatement(undefined, f.createVariableDeclarationList(made, ts.NodeFlags.Let)), declaration)];
    const views = variables.viewsIn(name);
    if (views.length === 0) return [emit.mapped(f.createVariableStatement(undefined, f.createVariableDeclarationList([declaration], list.flags)), declaration)];
    const value = initializer ?? f.createVoidZero();
    const [view] = views;
    if (ts.isIdentifier(name) && !variables.isMadeAtEntry(view!.binding)) {
      const named = variables.named(value, name.text);
      return declare([f.createVariableDeclaration(variables.variable(view!.binding), undefined, undefined, view!.cell === undefined ? named : variables.freshCell(view!.binding, named))]);
    }
    const others = new Set<string>();
    const assignment = assigned(name, value, emit, (other) => others.add(other));
    const made = views.filter(({ binding }) => !variables.isMadeAtEntry(binding));
    const fresh = made.map(({ binding, cell }) => f.createVariableDeclaration(variables.variable(binding), undefined, undefined, cell && variables.freshCell(binding)));
    return [...declare([...fresh, ...[...others].map((other) => f.createVariableDeclaration(other))]), emit.mapped(assignment, declaration)];
  });
}

export function assigned(name: TS.BindingName, value: TS.Expression, emit: Emitter, hoist?: Hoist): TS.ExpressionStatement {
  const { f, ts } = emit;
  const target = asTarget(name, emit, hoist);
  const assignment = f.createAssignment(target, ts.isIdentifier(name) && target !== name ? emit.variables.named(value, name.text) : value);
  return f.createExpressionStatement(ts.isObjectBindingPattern(name) ? f.createParenthesizedExpression(assignment) : assignment);
}

/** A binding pattern as the pattern of an assignment. What stays an ordinary variable is handed to `hoist`. */
export function asTarget(name: TS.BindingName, emit: Emitter, hoist?: Hoist): TS.Expression {
  const { f, ts } = emit;
  if (ts.isIdentifier(name)) {
    const target = emit.variables.target(name);
    if (target === name) hoist?.(name.text);
    return target;
  }
  const withDefault = ({ name: written, initializer }: TS.BindingElement, target: TS.Expression): TS.Expression => {
    if (initializer === undefined) return target;
    const isOther = ts.isIdentifier(written) && target !== written;
    return f.createAssignment(target, isOther ? emit.variables.named(initializer, written.text) : initializer);
  };
  if (ts.isArrayBindingPattern(name)) {
    return f.createArrayLiteralExpression(name.elements.map((element) => {
      if (ts.isOmittedExpression(element)) return element;
      const target = asTarget(element.name, emit, hoist);
      return element.dotDotDotToken ? f.createSpreadElement(target) : withDefault(element, target);
    }));
  }
  return f.createObjectLiteralExpression(name.elements.map((element) => {
    const target = asTarget(element.name, emit, hoist);
    if (element.dotDotDotToken) return f.createSpreadAssignment(target);
    if (element.propertyName === undefined && target === element.name) return f.createShorthandPropertyAssignment(element.name as TS.Identifier, element.initializer);
    return f.createPropertyAssignment(element.propertyName ?? f.createIdentifier((element.name as TS.Identifier).text), withDefault(element, target));
  }));
}

/**
 * class C {}   ->   class C {}, as an expression, or with decorators:   (() => { @decorator class C {} return C; })()
 *
 * So with statics that TypeScript lowers. The older dialect decorates declarations alone, and asks the written block around one what its types are called.
 */
export function classAsExpression(made: TS.ClassDeclaration & { readonly name: TS.Identifier }, written: TS.Node, emit: Emitter): TS.Expression {
  const { f, ts } = emit;
  if (!hasDecorators(made, emit) && !hasLoweredStatics(made, emit)) return f.createClassExpression(undefined, made.name, undefined, made.heritageClauses, made.members);
  const block = f.createBlock([made, f.createReturnStatement(made.name)], true);
  for (let at: TS.Node = ts.getOriginalNode(written); at !== undefined; at = at.parent) {
    if (!ts.isBlock(at)) continue;
    ts.setOriginalNode(block, at);
    break;
  }
  const scope = f.createArrowFunction(undefined, undefined, [], undefined, f.createToken(ts.SyntaxKind.EqualsGreaterThanToken), block);
  return f.createCallExpression(f.createParenthesizedExpression(scope), undefined, []);
}

/** Before ES2022 TypeScript puts statics behind the class, where a declared one has its variable, and an expression has none. */
function hasLoweredStatics(made: TS.ClassDeclaration, { ts, host }: Emitter): boolean {
  const { target } = host.context.getCompilerOptions();
  if (target === undefined || target >= ts.ScriptTarget.ES2022) return false;
  return made.members.some((member) => ts.isClassStaticBlockDeclaration(member) || (ts.isPropertyDeclaration(member) && isStatic(member, ts)));
}
