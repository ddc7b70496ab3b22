/** Writes a method as a generator that yields where it waits. */
import type * as TS from 'typescript';
import type { Planned } from '../model';
import { directivesIn, isGenerator } from '../syntax';
import { announced, declareAt } from './anchors';
import { CoroutineCalls } from './coroutine-calls';
import type { Emitter } from './emitter';
import { binding, eachRound, headOf, labelled, takeRounds } from './rounds';
import type { Depth, SiteContext } from './site';
import { Using } from './using';

export function coroutineBody(planned: Planned, privates: SiteContext['privates'], emit: Emitter): TS.Block {
  const { ts, f } = emit;
  const { facts } = planned;
  const { node, scheduling } = facts.trait;
  const locals = new Set<string>();
  const need = (word: string): TS.Identifier => {
    locals.add(word);
    return emit.local(word);
  };
  const outerVisit = emit.visit;
  let loops = 0;
  // A generator has no parameter for it.
  const reached = (): TS.Expression => f.createPropertyAccessExpression(emit.names.runtime('door'), 'depth');
  const depth: Depth = { reached, passed: () => f.createAdd(reached(), f.createNumericLiteral(1)) };
  const generates = isGenerator(node, ts);

  let shields = 0;
  /** What is yielded where it waits: in a `finally`, which a cancellation does not cut short, `true`, or of a stream `$shielded`. */
  const waiting = (): TS.Expression | undefined => (generates ? emit.names.runtime(shields > 0 ? 'shielded' : 'pending') : shields > 0 ? f.createTrue() : undefined);
  const pause = (value: TS.Expression): TS.Expression => pauseAt(emit.call('await', value));
  const pauseAt = (awaited: TS.Expression): TS.Expression =>
    f.createParenthesizedExpression(resumed(f.createYieldExpression(undefined, shields > 0 ? f.createComma(awaited, waiting()!) : awaited)));
  /** `$came` throws what the await came to, if it is an error: so that the error's trail can name the line. */
  const resumed = (yielded: TS.YieldExpression): TS.Expression => (generates ? yielded : emit.call('came', yielded));

  const waits = (): TS.Expression => resumed(f.createYieldExpression(undefined, waiting()));
  const calls = new CoroutineCalls(planned, privates, { need, depth, pause, pauseAt, waits }, emit);

  const using = new Using(emit, (value) => {
    shields++;
    const paused = pause(value);
    shields--;
    return paused;
  });

  /** What a step of a loop comes to: `(($t = $i1.next(<depth>)) === $pending ? $came(yield) : $t)`; a stream's body says `yield $pending` */
  const polled = (step: TS.Expression): TS.Expression => {
    return calls.waitedFor(f.createCallExpression(step, undefined, [depth.passed()]));
  };
  const ticks = scheduling === 'microtask' ? [f.createTrue()] : [];

  /**
   * for await (const x of xs) body
   *   ->   const $i1 = new $AsyncLoop(xs);
   *        try { while ($i1.step(<$i1.next()>)) { const x = $i1.value; body } }
   *        catch ($e) { if ($i1.open) try { <$i1.close()> } catch {} throw $e }
   *        finally { if ($i1.open) $i1.closed(<$i1.close()>) }
   */
  const visitForAwait = (loop: TS.ForOfStatement): TS.Statement => {
    const iterator = f.createIdentifier(`${emit.host.prefix}i${++loops}`);
    const error = emit.local('e');
    const member = (name: string): TS.Expression => f.createPropertyAccessExpression(iterator, name);
    const call = (name: string, ...args: TS.Expression[]): TS.Expression => f.createCallExpression(member(name), undefined, args);
    const { initializer } = loop;
    const inside = using.isAsync(initializer)
      ? using.around(loop, () => [emit.mapped(f.createVariableStatement(undefined, using.list(initializer, loop, member('value'))), initializer), emit.visited(loop.statement)])
      : [binding(initializer, member('value'), emit), emit.visited(loop.statement)];
    const body = f.createBlock([...emit.declare(takeRounds(loop, emit)), ...inside], true);
    const repeat = labelled(loop, emit.at(f.createWhileStatement(call('step', polled(member('next'))), body), loop), emit);
    shields++;
    const closing = polled(member('close'));
    shields--;
    const giveUp = f.createIfStatement(member('open'), f.createTryStatement(f.createBlock([f.createExpressionStatement(closing)]), f.createCatchClause(undefined, f.createBlock([])), undefined));
    const { head, over } = headOf(loop, emit);
    const made = f.createVariableDeclaration(iterator, undefined, undefined, f.createNewExpression(emit.names.runtime('AsyncLoop'), undefined, [over, ...ticks]));
    return f.createBlock([
      ...head,
      f.createVariableStatement(undefined, f.createVariableDeclarationList([made], ts.NodeFlags.Const)),
      f.createTryStatement(
        f.createBlock([repeat], true),
        f.createCatchClause(f.createVariableDeclaration(error), f.createBlock([giveUp, f.createThrowStatement(error)], true)),
        f.createBlock([f.createIfStatement(member('open'), f.createExpressionStatement(call('closed', closing)))], true),
      ),
    ], true);
  };

  const listOf = (block: TS.Block, statements = block.statements): readonly TS.Statement[] =>
    using.isIn(statements) ? using.around(block, () => emit.list(statements)) : emit.list(statements);

  /** for (await using x = v; ...) body   ->   { <disposing around> const x = $u1.use(v, true); for (; ...) body } */
  const visitForUsing = (loop: TS.ForStatement, list: TS.VariableDeclarationList): TS.Statement =>
    f.createBlock(using.around(loop, () => [
      emit.mapped(f.createVariableStatement(undefined, using.list(list, loop)), list),
      emit.hasRounds(loop)
        ? eachRound(loop, undefined, emit)
        : labelled(loop, emit.at(f.createForStatement(undefined, loop.condition && emit.visited(loop.condition), loop.incrementor && emit.visited(loop.incrementor), emit.visited(loop.statement)), loop), emit),
    ]), true);

  /** for (await using x of xs) body   ->   for (const $v of xs) { <disposing around> const x = $u1.use($v, true); body } */
  const visitForOfUsing = (loop: TS.ForOfStatement, list: TS.VariableDeclarationList): TS.Statement => {
    const value = emit.local('v');
    const body = f.createBlock(using.around(loop, () => [emit.mapped(f.createVariableStatement(undefined, using.list(list, loop, value)), list), emit.visited(loop.statement)]), true);
    return emit.at(f.createForOfStatement(undefined, f.createVariableDeclarationList([f.createVariableDeclaration(value)], ts.NodeFlags.Const), emit.visited(loop.expression), body), loop);
  };

  /** The label must stand on the loop itself, which we put into a block. */
  const isLabelOfOurs = (statement: TS.Node): boolean => {
    let at = statement;
    while (ts.isLabeledStatement(at)) at = at.statement;
    if (at === statement) return false;
    return (ts.isForOfStatement(at) && at.awaitModifier !== undefined) || (ts.isForStatement(at) && using.isAsync(at.initializer));
  };

  const visit = (child: TS.Node): TS.VisitResult<TS.Node | undefined> => {
    const visited = emit.replacements.get(child)?.() ?? (ts.isVariableStatement(child) ? using.declaration(child) : undefined) ?? emit.variables.rewrite(child) ?? rewrite(child);
    const names = announced(child, emit);
    return names.length === 0 || !visited ? visited : declareAt(child, visited, names, emit);
  };

  const rewrite = (child: TS.Node): TS.VisitResult<TS.Node | undefined> => {
    if (!facts.pausing.has(child)) {
      emit.visit = outerVisit;
      const visited = outerVisit(child);
      emit.visit = visit;
      return visited;
    }
    if (ts.isBlock(child)) return f.updateBlock(child, listOf(child));
    if (ts.isForStatement(child) && using.isAsync(child.initializer)) return visitForUsing(child, child.initializer);
    if (ts.isForOfStatement(child) && child.awaitModifier === undefined && using.isAsync(child.initializer)) return visitForOfUsing(child, child.initializer);
    if (ts.isAwaitExpression(child)) return calls.awaited(child.expression, child);
    if (ts.isReturnStatement(child) && generates) return emit.at(f.updateReturnStatement(child, pause(emit.visited(child.expression!))), child);
    if (ts.isYieldExpression(child) && child.asteriskToken) {
      return f.updateYieldExpression(child, child.asteriskToken, emit.call('delegateTo', emit.visited(child.expression!), waiting()!, ...ticks));
    }
    if (ts.isTryStatement(child)) {
      return ts.visitEachChild(child, (part) => {
        if (part !== child.finallyBlock) return visit(part);
        shields++;
        const block = visit(part);
        shields--;
        return block;
      }, emit.host.context);
    }
    if (isLabelOfOurs(child)) return visit((child as TS.LabeledStatement).statement);
    if (ts.isForOfStatement(child) && child.awaitModifier) return visitForAwait(child);
    // A class or a literal of traits that awaits in its head or its keys, say.
    return emit.rewrite(child);
  };

  const tails = [...facts.tailCalls].filter((call) => !emit.replacements.has(call)) as TS.CallExpression[];
  for (const call of tails) emit.replacements.set(call, () => emit.mapped(calls.tail(call), call));
  emit.visit = visit;
  const directives = ts.isBlock(node.body) ? directivesIn(node.body.statements, ts) : [];
  const statements = ts.isBlock(node.body)
    ? listOf(node.body, f.createNodeArray(node.body.statements.slice(directives.length)))
    : [emit.at(f.createReturnStatement(emit.visited(node.body as TS.Expression)), node.body)];
  emit.visit = outerVisit;
  for (const call of tails) emit.replacements.delete(call);
  return f.createBlock([...directives, ...emit.declare([...locals].map((word) => emit.local(word).text)), ...statements], true);
}
