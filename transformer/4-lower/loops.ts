/** Loops to steps. */
import type * as TS from 'typescript';
import type { Step } from '../machine';
import type { Binding } from '../model';
import { namesIn } from '../syntax';
import { blockOf, headed } from './blocks';
import type { Lowering, Surrounding } from './lowering';
import { unpack } from './patterns';
import { NoFrame, spill } from './spill';
import { lowerDeclarations, lowerStatements } from './statements';

/** The statements of a loop's body, without the braces it may have. */
export function lowerBody(node: TS.Statement, at: Lowering): Step[] {
  return at.ts.isBlock(node) ? lowerStatements(node.statements, at) : lowerStatements([node], at);
}

export function lowerLoop(node: TS.DoStatement | TS.WhileStatement | TS.ForStatement, labels: readonly string[], at: Lowering): void {
  const { ts, f } = at;
  const init = ts.isForStatement(node) ? node.initializer : undefined;
  if (init === undefined || !ts.isVariableDeclarationList(init)) {
    // for (i = await x(); ...)   ->   i = await x(); for (; ...)
    if (init === undefined || !at.pauses(init)) return lowerRounds(node, labels, init as TS.Expression | undefined, at);
    at.run(spill(init as TS.Expression, at), init);
    return lowerRounds(node, labels, undefined, at);
  }
  const isSplit = init.declarations.some(({ name }) => at.pauses(name) || isInCell(name, at)) || (at.pauses(init) && init.declarations.length > 1);
  if (!isSplit) {
    if (!at.pauses(init)) return lowerRounds(node, labels, init, at);
    // for (let i = await x(); ...)   ->   await x(); for (let i = $t; ...)
    const [declaration] = init.declarations;
    const value = spill(declaration!.initializer!, at);
    return lowerRounds(node, labels, f.updateVariableDeclarationList(init, [f.updateVariableDeclaration(declaration!, declaration!.name, undefined, undefined, value)]), at);
  }
  // for (let i = 0, n = await x(); ...)   ->   { let i = 0; await x(); let n = $t; for (; ...) }
  const declare = (): void => at.statement(() => lowerDeclarations(init, at));
  if (!(init.flags & ts.NodeFlags.BlockScoped)) {
    declare();
    return lowerRounds(node, labels, undefined, at);
  }
  const steps = at.collect(() => {
    declare();
    lowerRounds(node, labels, undefined, at);
  });
  at.addAll(blockOf([node], steps, at));
}

/** Is a variable that this declares kept in a cell? */
function isInCell(name: TS.BindingName, at: Lowering): boolean {
  const { ts, facts: { bindingOf, cells } } = at;
  return namesIn(name, ts).some((one) => cells.has(bindingOf.get(one)!));
}

function lowerRounds(node: TS.DoStatement | TS.WhileStatement | TS.ForStatement, labels: readonly string[], init: TS.ForInitializer | undefined, at: Lowering): void {
  const { ts, f } = at;
  const isFor = ts.isForStatement(node);
  const isDo = ts.isDoStatement(node);
  const test = isFor ? node.condition : node.expression;
  const update = isFor ? node.incrementor : undefined;
  const testWaits = test !== undefined && at.pauses(test);
  const updateWaits = update !== undefined && at.pauses(update);
  const rounds = isFor ? roundsOf(node, updateWaits, at) : [];
  const continueLabel = (isDo && testWaits) || updateWaits ? at.newLabel('next') : undefined;
  const loop: Surrounding = { kind: 'loop', labels, continueLabel };
  at.surroundings.push(loop);
  let body = blockOf([node.statement], lowerBody(node.statement, at), at);
  // Around the block: a function of the block is there wherever the block is entered.
  if (loop.isContinued) body = [{ kind: 'label', labels: [continueLabel!], steps: body, source: node.statement }];
  const leaveUnless = (): Step[] =>
    at.collect(() => at.statement(() => {
      const value = spill(test!, at);
      at.add({ kind: 'plain', statement: f.createIfStatement(f.createLogicalNot(parenthesize(value, at)), f.createBreakStatement()), source: test });
    }));
  // while (await x()) body   ->   for (;;) { await x(); if (!$t) break; body }
  if (testWaits) body = isDo ? [...body, ...leaveUnless()] : [...leaveUnless(), ...body];
  if (updateWaits) body = [...body, ...at.collect(() => at.statement(() => at.run(spill(update!, at), update!)))];
  at.surroundings.pop();
  at.add({
    kind: 'loop',
    form: testWaits || isFor ? 'for' : isDo ? 'do' : 'while',
    labels,
    init,
    test: testWaits ? undefined : test,
    update: updateWaits ? undefined : update,
    body,
    scopes: init === undefined ? [] : [node],
    rounds,
    source: node,
  });
}

/** The variables of `for (let i ...)` that closures hold: every round has its own (ECMAScript 14.7.4.4). */
function roundsOf(node: TS.ForStatement, updateWaits: boolean, at: Lowering): Binding[] {
  const { facts } = at;
  const own = facts.bindings.filter((binding) => binding.scope === node && facts.cells.has(binding) && binding.references.some(({ closure }) => closure !== undefined));
  if (own.length > 0 && updateWaits) throw new NoFrame('it awaits in the head of a loop whose variable a function captures');
  if (own.some((binding) => facts.cells.get(binding) !== 'box')) throw new NoFrame('the head of a loop mentions its own variable too early');
  return own;
}

function parenthesize(node: TS.Expression, { f }: Lowering): TS.Expression {
  return f.createParenthesizedExpression(node);
}

/**
 * for (const x of xs) body   ->   $i1 = new ForOf(xs);
 *                                 try { while ($i1.step()) { const x = $i1.value; body } }
 *                                 catch ($e) { $i1.abandon($e); throw $e } finally { $i1.end() }
 *
 * A native loop cannot be entered in the middle. see test/emit/for-of
 */
export function lowerForOf(node: TS.ForOfStatement | TS.ForInStatement, labels: readonly string[], at: Lowering): void {
  const { ts, f } = at;
  const isIn = ts.isForInStatement(node);
  const iterator = at.temp();
  headOf(node, () => {
    const source = spill(node.expression, at);
    const made = isIn ? f.createCallExpression(at.runtime('forIn'), undefined, [source]) : source;
    at.assign(iterator, f.createNewExpression(at.runtime('ForOf'), undefined, [made]), node.expression);
  }, at);
  const member = (name: string): TS.Expression => f.createPropertyAccessExpression(at.read(iterator), name);
  const call = (name: string, ...args: TS.Expression[]): TS.Expression => f.createCallExpression(member(name), undefined, args);

  if (!isIn) at.surroundings.push({ kind: 'native finally' });
  at.surroundings.push({ kind: 'loop', labels, continueLabel: undefined });
  const head = at.collect(() => bindItem(node.initializer, member('value'), at));
  const body = headed(node, head, node.statement, lowerBody(node.statement, at), at);
  at.surroundings.pop();
  if (!isIn) at.surroundings.pop();
  const loop: Step = {
    kind: 'loop', form: 'while', labels, init: undefined, test: call('step'), update: undefined, scopes: [], rounds: [], source: node,
    body,
  };
  if (isIn) return at.add(loop);
  const error = f.createIdentifier(at.error);
  at.add({
    kind: 'try', body: [loop], catchVariable: error, source: node,
    handler: [f.createExpressionStatement(call('abandon', error)), f.createThrowStatement(error)],
    finalizer: [f.createExpressionStatement(call('end'))],
  });
}

/** const x = <item>;   or   x = <item>;   or the parts of a pattern, as the head of the loop says. */
export function bindItem(initializer: TS.ForInitializer, item: TS.Expression, at: Lowering): void {
  const { ts, f } = at;
  const isDeclared = ts.isVariableDeclarationList(initializer);
  const declaration = isDeclared ? initializer.declarations[0]! : undefined;
  at.statement(() => {
    const target = declaration?.name ?? (initializer as TS.Expression);
    if (at.pauses(target)) return unpack(target, isDeclared ? initializer.flags : undefined, item, at);
    const statement = isDeclared
      ? f.createVariableStatement(undefined, f.updateVariableDeclarationList(initializer, [f.updateVariableDeclaration(declaration!, declaration!.name, undefined, undefined, item)]))
      : f.createExpressionStatement(f.createAssignment(initializer, item));
    at.add({ kind: 'plain', statement, source: initializer });
  });
}

/** Evaluates the head of a loop. In `for (const x of f(() => x))` it has an `x` of its own, without a value. */
export function headOf(node: TS.ForOfStatement | TS.ForInStatement, evaluate: () => void, at: Lowering): void {
  const steps = at.collect(evaluate);
  const hasOwn = at.facts.bindings.some((binding) => binding.scope === node.expression && at.facts.cells.has(binding));
  at.addAll(hasOwn ? [{ kind: 'block', scopes: [node.expression], steps }] : steps);
}
