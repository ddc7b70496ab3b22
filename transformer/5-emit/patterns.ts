/** Declarations written as assignments, for variables that were declared at the start of their block. */
import type * as TS from 'typescript';
import type { Emitter } from './emitter';

/** `const { a = 1, ...r } = x` -> `({ a = 1, ...r } = x)`; `let y;` -> `y = undefined` */
export function asAssignments(list: TS.VariableDeclarationList, emit: Emitter): TS.Statement[] {
  const { f, ts } = emit;
  const isVar = !(list.flags & ts.NodeFlags.BlockScoped);
  return list.declarations.flatMap((declaration) => {
    if (declaration.initializer === undefined && isVar) return [];
    const value = declaration.initializer ? emit.visited(declaration.initializer) : f.createIdentifier('undefined');
    const assignment = f.createAssignment(asTarget(declaration.name, emit), value);
    const expression = ts.isObjectBindingPattern(declaration.name) ? f.createParenthesizedExpression(assignment) : assignment;
    return [emit.mapped(f.createExpressionStatement(expression), declaration)];
  });
}

/** A binding pattern as the pattern of an assignment. */
export function asTarget(name: TS.BindingName, emit: Emitter): TS.Expression {
  const { f, ts } = emit;
  if (ts.isIdentifier(name)) return name;
  if (ts.isArrayBindingPattern(name)) {
    return f.createArrayLiteralExpression(name.elements.map((element) => {
      if (ts.isOmittedExpression(element)) return element;
      const target = asTarget(element.name, emit);
      if (element.dotDotDotToken) return f.createSpreadElement(target);
      return element.initializer ? f.createAssignment(target, emit.visited(element.initializer)) : target;
    }));
  }
  return f.createObjectLiteralExpression(name.elements.map((element) => {
    const target = asTarget(element.name, emit);
    if (element.dotDotDotToken) return f.createSpreadAssignment(target);
    const initializer = element.initializer && emit.visited(element.initializer);
    if (element.propertyName === undefined && ts.isIdentifier(element.name)) return f.createShorthandPropertyAssignment(element.name, initializer);
    const key = element.propertyName ? emit.visited(element.propertyName) : (element.name as TS.Identifier);
    return f.createPropertyAssignment(key, initializer ? f.createAssignment(target, initializer) : target);
  }));
}
