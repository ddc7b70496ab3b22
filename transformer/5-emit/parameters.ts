/** The parameters of a poll and of an entry: the hidden ones, then as written. */
import type * as TS from 'typescript';
import type { AsyncFunction } from '../model';
import { isGenerator } from '../syntax';
import type { Emitter } from './emitter';
import type { MethodShape } from './shape';

export interface Parameters {
  readonly list: TS.ParameterDeclaration[];
  /** What was in the parameter list and now runs in the body, after the guard: defaults and patterns, these as written. */
  readonly entry: TS.Statement[];
  /** The arguments as they came, to hand them on to another function. */
  readonly forward: TS.Expression[];
  readonly shape: MethodShape;
}

/**
 * get(key, { limit } = {}, ...more)
 *   ->   get($d, key, $a1, ...more)  and, after the guard:  let { limit } = $a1 === undefined ? {} : $a1;
 *
 * A default must not run twice (once here, once in an override the guard calls instead). see test/emit/parameters
 *
 * @param described whether decorators look at the parameters: then they keep their own decorators and types
 */
export function parametersOf(node: TS.SignatureDeclaration, hidden: readonly string[], emit: Emitter, described = false): Parameters {
  const { f, ts } = emit;
  const list: TS.ParameterDeclaration[] = [];
  const entry: TS.Statement[] = [];
  const forward: TS.Expression[] = [];
  const written = node.parameters.filter((parameter) => !(ts.isIdentifier(parameter.name) && parameter.name.text === 'this'));
  const make = (name: TS.Identifier, { modifiers, type, dotDotDotToken }: Partial<TS.ParameterDeclaration> = {}): TS.ParameterDeclaration =>
    f.createParameterDeclaration(described ? modifiers && emit.visitedAll(modifiers) : undefined, dotDotDotToken, name, undefined, described ? type : undefined);
  for (const word of hidden) list.push(make(emit.local(word)));
  for (const [index, parameter] of written.entries()) {
    // A variable that is there before its value is another one than the argument.
    const isEarly = ts.isIdentifier(parameter.name) && emit.variables.viewsIn(parameter.name).some(({ binding }) => emit.variables.isMadeAtEntry(binding));
    const isName = ts.isIdentifier(parameter.name) && !isEarly;
    const name = isName ? (parameter.name as TS.Identifier) : emit.local(`a${index}`);
    list.push(make(name, parameter));
    forward.push(parameter.dotDotDotToken ? f.createSpreadElement(name) : name);
    const isMissing = f.createStrictEquality(name, f.createVoidZero());
    const { initializer } = parameter;
    if (!isName) {
      const given = initializer && ts.isIdentifier(parameter.name) ? emit.variables.named(initializer, parameter.name.text) : initializer;
      const value = given ? f.createConditionalExpression(isMissing, undefined, given, undefined, name) : name;
      const declaration = f.createVariableDeclaration(parameter.name, undefined, undefined, value);
      entry.push(emit.mapped(f.createVariableStatement(undefined, f.createVariableDeclarationList([declaration], ts.NodeFlags.Let)), parameter));
    } else {
      if (initializer) entry.push(emit.mapped(f.createIfStatement(isMissing, emit.mapped(emit.set(name, emit.visited(initializer)), parameter)), parameter));
      // `n = { v: n }` where a closure shares it with the code behind an await
      for (const { binding } of emit.variables.viewsIn(name)) entry.push(emit.set(name, emit.variables.freshCell(binding, name)));
    }
  }
  const optional = written.findIndex((parameter) => parameter.initializer !== undefined || parameter.dotDotDotToken !== undefined);
  return { list, entry, forward, shape: { length: optional < 0 ? written.length : optional } };
}

/** next($d, key)   or, of a generator, what leaves its arguments in the frame:   items($f, key) */
export function pollParametersOf(node: AsyncFunction, emit: Emitter): Parameters {
  return parametersOf(node, [isGenerator(node, emit.ts) ? 'f' : 'd'], emit);
}

/** next$entry($f, key)   or, of a generator, which always goes on and may be deep in a stack:   items$entry($f, $d, key) */
export function entryParametersOf(node: AsyncFunction, emit: Emitter): Parameters {
  return parametersOf(node, isGenerator(node, emit.ts) ? ['f', 'd'] : ['f'], emit);
}
