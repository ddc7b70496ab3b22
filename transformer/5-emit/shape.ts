/** What the emitted code tells the runtime of a method. The runtime's type of the same name says what each field means. */
import type * as TS from 'typescript';
import type { Planned, Trait } from '../model';
import { isGenerator } from '../syntax';
import type { Emitter } from './emitter';

export interface MethodShape {
  readonly length?: number;
  readonly poll?: string;
  readonly entry?: string;
  readonly kind?: 'coroutine' | 'stream' | 'coroutineStream';
  readonly microtask?: boolean;
}

/** `{ length: 1, entry: "next$entry" }`; what a kind of method needs is named, so that a bundler keeps it only then: `coroutine: $coroutine`. */
export function shapeLiteral({ kind, ...shape }: MethodShape, trait: Trait, emit: Emitter): TS.Expression {
  const { f } = emit;
  const properties: TS.ObjectLiteralElementLike[] = [];
  for (const [name, value] of Object.entries(shape) as [string, unknown][]) {
    if (value === undefined || value === false) continue;
    properties.push(f.createPropertyAssignment(name, literal(value, emit)));
  }
  if (kind !== undefined) properties.push(f.createPropertyAssignment(kind === 'coroutine' ? 'coroutine' : 'stream', emit.names.runtime(kind)));
  const policies = policiesOf(trait, emit);
  if (policies.length > 0) properties.push(f.createPropertyAssignment('policies', f.createArrayLiteralExpression(policies)));
  return f.createObjectLiteralExpression(properties);
}

/** What the shape of a method says besides that is an `async *` method, or compiled to a generator. */
export function kindOf({ facts: { trait }, strategy }: Planned, { ts }: Emitter): Pick<MethodShape, 'kind' | 'microtask'> {
  const isCoroutine = strategy === 'coroutine';
  if (!isGenerator(trait.node, ts)) return isCoroutine ? { kind: 'coroutine' } : {};
  return { kind: isCoroutine ? 'coroutineStream' : 'stream', microtask: trait.scheduling === 'microtask' };
}

/**
 * @asyncTrait({ pool: { max: 4, onExhausted: 'wait' }, exclusive: true })
 *   ->   { length: 0, policies: [$pool({ max: 4 }), $limit(4, "wait"), $exclusive] }
 *
 * The emitted code names what an option needs, so that a bundler keeps only that. see test/emit/policies
 */
function policiesOf({ node, options }: Trait, emit: Emitter): TS.Expression[] {
  const { pool, exclusive, reuse, returns, signal } = options;
  const made: TS.Expression[] = emit.host.options.checked ? [emit.names.runtime('checked')] : [];
  // Of streams no other is known yet; 3-check refuses those that would be missed.
  if (isGenerator(node, emit.ts)) return made;
  if (pool?.max !== undefined || pool?.scope === 'class') made.push(emit.call('pool', literal({ max: pool.max, scope: pool.scope }, emit)));
  if (pool?.max !== undefined && isBounded(pool.onExhausted)) made.push(emit.call('limit', literal(pool.max, emit), literal(pool.onExhausted, emit)));
  if (exclusive) made.push(emit.names.runtime('exclusive'));
  if (reuse === 'await-once') made.push(emit.names.runtime('awaitOnce'));
  else if (returns === 'promise') made.push(emit.names.runtime('promise'));
  // It comes before the limits: an aborted call is not queued.
  if (signal !== undefined) made.push(emit.names.runtime('signal'));
  if (emit.planned(node)!.facts.entersContext) made.push(emit.names.runtime('context'));
  return made;
}

function isBounded(onExhausted: string | undefined): boolean {
  return onExhausted === 'throw' || onExhausted === 'wait';
}

/** Must the poll of the trait be asked whether a call may begin? */
export function isLimited({ options: { pool, exclusive, signal } }: Trait): boolean {
  return exclusive === true || signal !== undefined || isBounded(pool?.onExhausted);
}

function literal(value: unknown, emit: Emitter): TS.Expression {
  const { f } = emit;
  if (typeof value === 'number') return f.createNumericLiteral(value);
  if (typeof value === 'string') return f.createStringLiteral(value);
  if (value === true) return f.createTrue();
  const entries = Object.entries(value as object).filter(([, inner]) => inner !== undefined);
  return f.createObjectLiteralExpression(entries.map(([name, inner]) => f.createPropertyAssignment(name, literal(inner, emit))));
}
