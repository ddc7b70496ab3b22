/** What the emitted code tells the runtime of a method. The runtime's type of the same name says what each field means. */
import type * as TS from 'typescript';
import type { Planned } from '../model';
import { isGenerator } from '../syntax';
import type { Emitter } from './emitter';

export interface MethodShape {
  readonly arity?: number;
  readonly length?: number | undefined;
  readonly rest?: boolean;
  readonly resume?: string;
  readonly coroutine?: boolean;
  readonly stream?: boolean;
  readonly microtask?: boolean;
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

/** What the shape of an `async *` method says besides. */
export function streamShape({ facts: { trait } }: Planned, { ts }: Emitter): Pick<MethodShape, 'stream' | 'microtask'> {
  return isGenerator(trait.node, ts) ? { stream: true, microtask: trait.scheduling === 'microtask' } : {};
}
