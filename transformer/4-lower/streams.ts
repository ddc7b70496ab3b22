/** `for await`, and in generators `yield`, `yield *` and `return`: what waits for a stream, and what a stream waits at. */
import type * as TS from 'typescript';
import { headed } from './blocks';
import { bindItem, headOf, lowerBody } from './loops';
import type { Lowering } from './lowering';
import { spill } from './spill';
import { plain } from './statements';
import { followExits, noteWayOut } from './try';

/**
 * for await (const x of xs) body
 *   ->   $1 = new AsyncLoop(xs); $2 = 0;
 *        $left1: try { for (;;) { <poll $1.next()>; if (!$1.step($t)) break; const x = $1.value; body } }
 *                catch ($e) { $2 = 1; $3 = $e }
 *        if ($1.open) try { <poll $1.close()>; $1.closed($t) } catch ($e) { $1.failed($e, $2 === 1, $3) }
 *        if ($2 === 1) throw $3;  if ($2 === 2) return $3
 *
 * Closing the source may wait, so every way out is noted first, as before a `finally` that awaits. see test/emit/for-await
 */
export function lowerForAwait(node: TS.ForOfStatement, labels: readonly string[], at: Lowering): void {
  const { f } = at;
  const loop = at.temp();
  headOf(node, () => at.assign(loop, opened('AsyncLoop', spill(node.expression, at), at), node.expression), at);
  const member = (name: string): TS.Expression => f.createPropertyAccessExpression(at.read(loop), name);
  const call = (name: string, ...args: TS.Expression[]): TS.Expression => f.createCallExpression(member(name), undefined, args);
  const region = noteWayOut('left', node, () => {
    at.surroundings.push({ kind: 'loop', labels, continueLabel: undefined });
    const head = at.collect(() => {
      const result = at.await({ kind: 'poll', step: member('next') }, node);
      at.add({ kind: 'plain', statement: f.createIfStatement(f.createLogicalNot(call('step', result)), f.createBreakStatement()), source: node.expression });
      bindItem(node.initializer, member('value'), at);
    });
    const body = headed(node, head, node.statement, lowerBody(node.statement, at), at);
    at.surroundings.pop();
    at.add({ kind: 'loop', form: 'for', labels, init: undefined, test: undefined, update: undefined, scopes: [], rounds: [], source: node, body });
  }, at);
  at.when(member('open'), () => {
    const closing = at.shielded(() => at.collect(() => at.run(call('closed', at.await({ kind: 'poll', step: member('close') }, node)), node.expression)));
    const error = f.createIdentifier(at.error);
    const failed = call('failed', error, f.createStrictEquality(at.read(region.note), f.createNumericLiteral(1)), at.read(region.value));
    at.add({ kind: 'try', body: closing, catchVariable: error, handler: [f.createExpressionStatement(failed)], finalizer: undefined, source: node });
  }, undefined, node);
  followExits(region, at);
}

function opened(word: 'AsyncLoop' | 'Delegate', source: TS.Expression, at: Lowering): TS.Expression {
  const { f } = at;
  const ticks = at.facts.trait.scheduling === 'microtask' ? [f.createTrue()] : [];
  return f.createNewExpression(at.runtime(word), undefined, [source, ...ticks]);
}

/** `return x` in a generator awaits x, where it stands. */
export function lowerGeneratorReturn(node: TS.ReturnStatement, at: Lowering): void {
  const value = at.await({ kind: 'value', value: spill(node.expression!, at), isCall: false }, node);
  plain(at.f.updateReturnStatement(node, value), node, at);
}

/**
 * x = yield v   ->   return <v, with the locals in the frame>; case 2: $t = $received($f); if ($t === $left) return $leaving($f); x = $t
 *
 * see test/emit/generator
 */
export function spillYield(node: TS.YieldExpression, at: Lowering): TS.Expression {
  const { f } = at;
  if (node.asteriskToken !== undefined) return spillDelegation(node.expression!, node, at);
  const item = node.expression === undefined ? f.createVoidZero() : spill(node.expression, at);
  const result = at.await({ kind: 'yield', item, into: undefined }, node);
  const frame = f.createIdentifier(`${at.host.prefix}f`);
  at.when(f.createStrictEquality(result, at.runtime('left')), () => {
    plain(f.createReturnStatement(f.createCallExpression(at.runtime('leaving'), undefined, [frame])), node, at);
  }, undefined, node);
  return at.awaited();
}

/**
 * yield * xs   ->   $1 = new Delegate(xs);
 *                   for (;;) { <poll $1.next()>; if (!$1.step($t)) break; return $1.hand($f); case 3: $1.receive($f) }
 *                   if ($1.leaves) return $1.value;   and the value is   $1.value
 */
function spillDelegation(source: TS.Expression, node: TS.YieldExpression, at: Lowering): TS.Expression {
  const { f } = at;
  const delegate = at.temp();
  at.assign(delegate, opened('Delegate', spill(source, at), at), node);
  const frame = f.createIdentifier(`${at.host.prefix}f`);
  const member = (name: string): TS.Expression => f.createPropertyAccessExpression(at.read(delegate), name);
  const call = (name: string, ...args: TS.Expression[]): TS.Expression => f.createCallExpression(member(name), undefined, args);
  const body = at.collect(() => {
    const result = at.await({ kind: 'poll', step: member('next') }, node);
    at.add({ kind: 'plain', statement: f.createIfStatement(f.createLogicalNot(call('step', result)), f.createBreakStatement()), source: node });
    at.await({ kind: 'yield', item: call('hand', frame), into: call('receive', frame) }, node);
  });
  at.add({ kind: 'loop', form: 'for', labels: [], init: undefined, test: undefined, update: undefined, scopes: [], rounds: [], source: node, body });
  at.when(member('leaves'), () => plain(f.createReturnStatement(member('value')), node, at), undefined, node);
  return member('value');
}
