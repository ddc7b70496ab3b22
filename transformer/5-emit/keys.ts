/** The key of a member: known when the program is compiled, or evaluated once and kept in a variable. */
import type * as TS from 'typescript';
import { keyText } from '../syntax';
import type { Emitter } from './emitter';

export interface Key {
  /** Undefined for a computed key. */
  readonly text: string | undefined;
  /** The name of the member where it is defined. */
  readonly definition: TS.PropertyName;
  /** The key as a value; for a computed one only after the definition has been evaluated. */
  value(): TS.Expression;
  /** The name of another property of the same key. */
  again(): TS.PropertyName;
  /** `object.key` */
  of(object: TS.Expression): TS.Expression;
  symbol(kind: 'pollSymbol' | 'publicSymbol'): TS.Expression;
}

/**
 * [key()]() {}   ->   [$key = $propertyKey(key())]() {}      and everywhere else `$key`
 *
 * @param variable gives the name of a variable that belongs to this evaluation
 */
export function keyOf(name: TS.PropertyName, variable: () => string, emit: Emitter): Key {
  const { f, ts } = emit;
  const text = keyText(name, ts);
  if (text !== undefined) {
    const isName = /^[A-Za-z_$][\w$]*$/.test(text) && text !== '__proto__';
    const string = (): TS.StringLiteral => f.createStringLiteral(text);
    return {
      text,
      definition: name,
      value: string,
      // `__proto__: value` in a literal would set the prototype.
      again: () => (isName ? f.createIdentifier(text) : text === '__proto__' ? f.createComputedPropertyName(string()) : string()),
      of: (object) => (isName ? f.createPropertyAccessExpression(object, text) : f.createElementAccessExpression(object, string())),
      symbol: (kind) => emit.names.symbol(kind, text),
    };
  }
  const { expression } = name as TS.ComputedPropertyName;
  const kept = variable();
  const value = (): TS.Expression => f.createIdentifier(kept);
  const evaluated = f.createAssignment(value(), emit.call('propertyKey', emit.visited(expression)));
  return {
    text: undefined,
    definition: emit.mapped(f.createComputedPropertyName(evaluated), name),
    value,
    again: () => f.createComputedPropertyName(value()),
    of: (object) => f.createElementAccessExpression(object, value()),
    symbol: (kind) => emit.call(kind, value()),
  };
}
