/** What the emitted code tells the runtime of a method. The runtime's type of the same name says what each field means. */
import type * as TS from 'typescript';
import type { Emitter } from './emitter';

export interface MethodShape {
  readonly arity?: number;
  readonly length?: number | undefined;
  readonly rest?: boolean;
  readonly resume?: string;
  readonly coroutine?: boolean;
}

export function shapeLiteral(shape: MethodShape, { f }: Emitter): TS.Expression {
  const properties: TS.ObjectLiteralElementLike[] = [];
  for (const [name, value] of Object.entries(shape) as [string, unknown][]) {
    if (value === undefined || value === false) continue;
    const literal = typeof value === 'number' ? f.createNumericLiteral(value) : typeof value === 'string' ? f.createStringLiteral(value) : f.createTrue();
    properties.push(f.createPropertyAssignment(name, literal));
  }
  return f.createObjectLiteralExpression(properties);
}
