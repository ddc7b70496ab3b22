/** The parameters of a poll: as written, then the hidden one. */
import type * as TS from 'typescript';
import type { MethodShape } from './shape';
import type { Emitter } from './emitter';

export interface Parameters {
  readonly list: TS.ParameterDeclaration[];
  /** What was in the parameter list and now runs in the body, after the guard: defaults and patterns. */
  readonly entry: TS.Statement[];
  /** The arguments as they came, to hand them on to another function. */
  readonly forward: TS.Expression[];
  /** The very first statements. */
  readonly first: TS.Statement[];
  /** Finds the hidden argument in front of the rest. */
  readonly findHidden: TS.Statement[];
  readonly shape: MethodShape;
}

/**
 * get(key, { limit } = {}, ...more)
 *   ->   get(key, $a1, ...more)  and, after the guard:  let { limit } = $a1 === undefined ? {} : $a1;
 *
 * A default must not run twice (once here, once in an override the guard calls instead). see test/emit/parameters
 *
 * @param described whether decorators look at the parameters: then they keep their own decorators and types, and the hidden
 * one, `let $f = arguments[1]`, is not among them. see test/emit/parameter-decorators
 */
export function parametersOf(node: TS.SignatureDeclaration, hidden: boolean, emit: Emitter, described = false): Parameters {
  const { f, ts } = emit;
  const list: TS.ParameterDeclaration[] = [];
  const entry: TS.Statement[] = [];
  const forward: TS.Expression[] = [];
  const findHidden: TS.Statement[] = [];
  const written = node.parameters.filter((parameter) => !(ts.isIdentifier(parameter.name) && parameter.name.text === 'this'));
  const frame = emit.local('f');
  const make = (name: TS.Identifier, { modifiers, type, dotDotDotToken }: Partial<TS.ParameterDeclaration> = {}): TS.ParameterDeclaration =>
    f.createParameterDeclaration(described ? modifiers && emit.visitedAll(modifiers) : undefined, dotDotDotToken, name, undefined, described ? type : undefined);
  let rest = false;
  for (const [index, parameter] of written.entries()) {
    const isName = ts.isIdentifier(parameter.name);
    const name = isName ? (parameter.name as TS.Identifier) : emit.local(`a${index}`);
    list.push(make(name, parameter));
    forward.push(parameter.dotDotDotToken ? f.createSpreadElement(name) : name);
    if (parameter.dotDotDotToken) {
      rest = true;
      if (hidden) {
        findHidden.push(
          f.createVariableStatement(undefined, f.createVariableDeclarationList([f.createVariableDeclaration(frame, undefined, undefined, f.createElementAccessExpression(name, 0))], ts.NodeFlags.Let)),
          f.createIfStatement(
            f.createStrictEquality(emit.call('enter', frame), f.createNumericLiteral(0)),
            emit.set(frame, f.createIdentifier('undefined')),
            f.createExpressionStatement(f.createCallExpression(f.createPropertyAccessExpression(name, 'shift'), undefined, [])),
          ),
        );
      }
    }
    const isMissing = f.createStrictEquality(name, f.createIdentifier('undefined'));
    const initializer = parameter.initializer && emit.visited(parameter.initializer);
    if (!isName) {
      const value = initializer ? f.createConditionalExpression(isMissing, undefined, initializer, undefined, name) : name;
      const declaration = f.createVariableDeclaration(emit.visited(parameter.name), undefined, undefined, value);
      entry.push(emit.mapped(f.createVariableStatement(undefined, f.createVariableDeclarationList([declaration], ts.NodeFlags.Let)), parameter));
    } else if (initializer) entry.push(emit.mapped(f.createIfStatement(isMissing, emit.mapped(emit.set(name, initializer), parameter)), parameter));
  }
  const first: TS.Statement[] = [];
  if (hidden && !rest && described) {
    const value = f.createElementAccessExpression(f.createIdentifier('arguments'), written.length);
    first.push(f.createVariableStatement(undefined, f.createVariableDeclarationList([f.createVariableDeclaration(frame, undefined, undefined, value)], ts.NodeFlags.Let)));
  } else if (hidden && !rest) list.push(make(frame));
  const arity = written.length - (rest ? 1 : 0);
  const optional = written.findIndex((parameter) => parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined);
  const length = optional < 0 ? written.length : optional;
  return { list, entry, forward, first, findHidden, shape: { arity, rest, length: length === arity ? undefined : length } };
}
