/** Statements to steps: the structure stays, only awaits come out. */
import type * as TS from 'typescript';
import type { Step } from '../machine';
import { isGenerator, mentions } from '../syntax';
import { rewriteJumps } from './jumps';
import type { Lowering, Region } from './lowering';
import { NoFrame, spill } from './spill';
import { lowerForAwait, lowerGeneratorReturn } from './streams';

export function lowerStatements(statements: readonly TS.Statement[], at: Lowering): Step[] {
  return at.collect(() => {
    for (const statement of statements) at.statement(() => lowerStatement(statement, [], at));
  });
}

function lowerStatement(node: TS.Statement, labels: readonly string[], at: Lowering): void {
  const { ts, f } = at;
  if (!at.pauses(node)) return plain(labels.length > 0 ? relabel(node, labels, at) : node, node, at);
  if (ts.isBlock(node) && labels.length === 0) return at.add({ kind: 'block', scopes: [node], steps: lowerStatements(node.statements, at) });
  if (ts.isLabeledStatement(node)) return lowerStatement(node.statement, [...labels, node.label.text], at);
  if (ts.isIterationStatement(node, false)) return lowerLoop(node, labels, at);
  if (ts.isSwitchStatement(node)) return lowerSwitch(node, labels, at);
  if (labels.length > 0) {
    at.surroundings.push({ kind: 'label', labels });
    const steps = at.collect(() => lowerStatement(node, [], at));
    at.surroundings.pop();
    return at.add({ kind: 'label', labels, steps, source: node });
  }
  if (ts.isExpressionStatement(node)) return at.run(spill(node.expression, at), node);
  if (ts.isReturnStatement(node) && isGenerator(at.facts.trait.node, ts)) return lowerGeneratorReturn(node, at);
  if (ts.isReturnStatement(node)) return plain(f.updateReturnStatement(node, spill(node.expression!, at)), node, at);
  if (ts.isThrowStatement(node)) return plain(f.updateThrowStatement(node, spill(node.expression, at)), node, at);
  if (ts.isVariableStatement(node)) return lowerVariables(node, at);
  if (ts.isIfStatement(node)) {
    const test = spill(node.expression, at);
    return at.when(test, () => lowerStatement(node.thenStatement, [], at), node.elseStatement && (() => lowerStatement(node.elseStatement!, [], at)), node);
  }
  if (ts.isTryStatement(node)) return lowerTry({ ...partsOf(node), source: node }, at);
  throw new NoFrame(`it awaits inside ${ts.SyntaxKind[node.kind]}`);
}

/** A statement without an await. */
export function plain(statement: TS.Statement, source: TS.Node | undefined, at: Lowering): void {
  at.add({ kind: 'plain', statement: rewriteJumps(statement, at), source });
}

function relabel(node: TS.Statement, labels: readonly string[], { f }: Lowering): TS.Statement {
  return labels.reduceRight<TS.Statement>((inner, label) => f.createLabeledStatement(label, inner), node);
}

function lowerVariables(node: TS.VariableStatement, at: Lowering): void {
  const { f } = at;
  const { declarationList } = node;
  for (const declaration of declarationList.declarations) {
    const initializer = declaration.initializer && spill(declaration.initializer, at);
    const updated = f.updateVariableDeclaration(declaration, declaration.name, declaration.exclamationToken, declaration.type, initializer);
    plain(f.createVariableStatement(undefined, f.createVariableDeclarationList([updated], declarationList.flags)), declaration, at);
  }
}

/** The statements of a loop's or branch's body, without the braces it may have. */
function lowerBody(node: TS.Statement, at: Lowering): Step[] {
  return at.ts.isBlock(node) ? lowerStatements(node.statements, at) : lowerStatements([node], at);
}

function lowerLoop(node: TS.IterationStatement, labels: readonly string[], at: Lowering): void {
  const { ts, f } = at;
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return lowerForAwait(node, labels, at);
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return lowerForOf(node, labels, at);
  const isFor = ts.isForStatement(node);
  const test = isFor ? node.condition : (node as TS.WhileStatement | TS.DoStatement).expression;
  const update = isFor ? node.incrementor : undefined;
  const testWaits = test !== undefined && at.pauses(test);
  const updateWaits = update !== undefined && at.pauses(update);
  const isDo = ts.isDoStatement(node);

  let init = isFor ? node.initializer : undefined;
  if (init !== undefined && at.pauses(init)) {
    // for (let i = await x(); ...)   ->   { await x(); for (let i = $t; ...) }
    if (!ts.isVariableDeclarationList(init)) {
      at.run(spill(init, at), init);
      init = undefined;
    } else {
      if (init.declarations.length > 1) throw new NoFrame('it awaits in a loop head that declares several variables');
      const [declaration] = init.declarations;
      const value = spill(declaration!.initializer!, at);
      init = f.updateVariableDeclarationList(init, [f.updateVariableDeclaration(declaration!, declaration!.name, undefined, undefined, value)]);
    }
  }

  const continueLabel = (isDo && testWaits) || updateWaits ? at.newLabel('next') : undefined;
  at.surroundings.push({ kind: 'loop', labels, continueLabel });
  let body = lowerBody(node.statement, at);
  if (continueLabel !== undefined) body = [{ kind: 'label', labels: [continueLabel], steps: body, source: node.statement }];
  if (ts.isBlock(node.statement)) body = [{ kind: 'block', scopes: [node.statement], steps: body }];
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
    scopes: [node],
    source: node,
  });
}

function parenthesize(node: TS.Expression, { f }: Lowering): TS.Expression {
  return f.createParenthesizedExpression(node);
}

/**
 * for (const x of xs) body   ->   $i1 = new ForOf(xs);
 *                                 try { while ($i1.step()) { const x = $i1.value; body } }
 *                                 catch ($e) { $i1.abandon(); throw $e } finally { $i1.end() }
 *
 * A native loop cannot be entered in the middle. see test/emit/for-of
 */
function lowerForOf(node: TS.ForOfStatement | TS.ForInStatement, labels: readonly string[], at: Lowering): void {
  const { ts, f } = at;
  const isIn = ts.isForInStatement(node);
  const source = spill(node.expression, at);
  const iterator = at.temp();
  const made = isIn ? f.createCallExpression(at.runtime('forIn'), undefined, [source]) : source;
  at.assign(iterator, f.createNewExpression(at.runtime('ForOf'), undefined, [made]), node.expression);
  const member = (name: string): TS.Expression => f.createPropertyAccessExpression(at.read(iterator), name);
  const call = (name: string, ...args: TS.Expression[]): TS.Expression => f.createCallExpression(member(name), undefined, args);

  const { initializer } = node;
  const bind = bindItem(initializer, member('value'), at);
  if (!isIn) at.surroundings.push({ kind: 'native finally' });
  at.surroundings.push({ kind: 'loop', labels, continueLabel: undefined });
  const body: Step[] = [
    { kind: 'plain', statement: bind, source: initializer },
    ...(ts.isBlock(node.statement) ? [{ kind: 'block', scopes: [node.statement], steps: lowerStatements(node.statement.statements, at) } as Step] : lowerStatements([node.statement], at)),
  ];
  at.surroundings.pop();
  if (!isIn) at.surroundings.pop();
  const loop: Step = {
    kind: 'loop', form: 'while', labels, init: undefined, test: call('step'), update: undefined, scopes: [], source: node,
    body: [{ kind: 'block', scopes: [node], steps: body }],
  };
  if (isIn) return at.add(loop);
  const error = f.createIdentifier(at.error);
  at.add({
    kind: 'try', body: [loop], catchVariable: error, source: node,
    handler: [f.createExpressionStatement(call('abandon', error)), f.createThrowStatement(error)],
    finalizer: [f.createExpressionStatement(call('end'))],
  });
}

/** `const x = <item>;` or `x = <item>;`, as the head of the loop says. */
export function bindItem(initializer: TS.ForInitializer, item: TS.Expression, { ts, f }: Lowering): TS.Statement {
  if (!ts.isVariableDeclarationList(initializer)) return f.createExpressionStatement(f.createAssignment(initializer, item));
  const declaration = initializer.declarations[0]!;
  return f.createVariableStatement(undefined, f.updateVariableDeclarationList(initializer, [
    f.updateVariableDeclaration(declaration, declaration.name, undefined, undefined, item),
  ]));
}

function lowerSwitch(node: TS.SwitchStatement, labels: readonly string[], at: Lowering): void {
  const { ts, f } = at;
  const { clauses } = node.caseBlock;
  const testsWait = clauses.some((clause) => ts.isCaseClause(clause) && at.pauses(clause.expression));
  let discriminant = spill(node.expression, at);
  // It is evaluated in front of the scope of the clauses, and may mention what they hide.
  if (at.facts.bindings.some(({ scope, name }) => scope === node.caseBlock && mentions(node.expression, name, ts))) discriminant = at.kept(discriminant);
  const clause = at.temp();
  if (testsWait) {
    // The tests become ifs, run in order until one matches; then a switch over the number of the clause.
    discriminant = at.keep(discriminant);
    at.assign(clause, f.createNumericLiteral(0), node);
    for (const [index, candidate] of clauses.entries()) {
      if (!ts.isCaseClause(candidate)) continue;
      at.when(f.createStrictEquality(at.read(clause), f.createNumericLiteral(0)), () => {
        const test = f.createStrictEquality(discriminant, spill(candidate.expression, at));
        at.when(test, () => at.assign(clause, f.createNumericLiteral(index + 1), candidate), undefined, candidate);
      }, undefined, candidate);
    }
    discriminant = at.read(clause);
  }
  const chosen = at.temp();
  at.surroundings.push({ kind: 'switch', labels });
  const lowered = clauses.map((candidate, index) => ({
    test: ts.isCaseClause(candidate) ? (testsWait ? f.createNumericLiteral(index + 1) : candidate.expression) : undefined,
    steps: lowerStatements(candidate.statements, at),
  }));
  at.surroundings.pop();
  at.add({ kind: 'switch', discriminant, clause: chosen, clauses: lowered, labels, scopes: [node.caseBlock], source: node });
}

interface TryParts {
  readonly tryBlock: TS.Block;
  readonly catchClause: TS.CatchClause | undefined;
  readonly finallyBlock: TS.Block | undefined;
  readonly source: TS.Node;
}

function partsOf({ tryBlock, catchClause, finallyBlock }: TS.TryStatement): Omit<TryParts, 'source'> {
  return { tryBlock, catchClause, finallyBlock };
}

function lowerTry(node: TryParts, at: Lowering): void {
  if (node.finallyBlock !== undefined && at.pauses(node.finallyBlock)) return lowerAwaitingFinally(node, node.finallyBlock, at);
  if (node.catchClause !== undefined && at.pauses(node.catchClause)) return lowerAwaitingCatch(node, node.catchClause, at);
  const native = node.finallyBlock !== undefined;
  if (native) at.surroundings.push({ kind: 'native finally' });
  const body = [{ kind: 'block', scopes: [node.tryBlock], steps: lowerStatements(node.tryBlock.statements, at) } as Step];
  const handled = (block: TS.Block | undefined): TS.Statement[] | undefined => block?.statements.map((statement) => rewriteJumps(statement, at));
  const { variable: catchVariable, statements: handler } = handlerOf(node.catchClause, handled, at);
  if (native) at.surroundings.pop();
  at.add({ kind: 'try', body, catchVariable, handler, finalizer: handled(node.finallyBlock), source: node.source });
}

/**
 * catch (e) { B }          ->   catch (e) { $caught(e); B }
 * catch ({ code }) { B }   ->   catch ($e) { $caught($e); let { code } = $e; { B } }
 *
 * A cancellation passes every `catch` by, as a `return` does: `$caught` throws it on. see test/emit/catch
 */
function handlerOf(
  clause: TS.CatchClause | undefined, handled: (block: TS.Block | undefined) => TS.Statement[] | undefined, at: Lowering,
): { variable: TS.BindingName | undefined; statements: TS.Statement[] | undefined } {
  const { ts, f } = at;
  if (clause === undefined) return { variable: undefined, statements: undefined };
  const written = clause.variableDeclaration?.name;
  const variable = written !== undefined && ts.isIdentifier(written) ? written : f.createIdentifier(at.error);
  const statements = [passCancellation(f.createIdentifier(variable.text), at)];
  const block = handled(clause.block)!;
  if (written === undefined || written === variable) return { variable, statements: [...statements, ...block] };
  const list = f.createVariableDeclarationList([f.createVariableDeclaration(written, undefined, undefined, variable)], ts.NodeFlags.Let);
  return { variable, statements: [...statements, f.createVariableStatement(undefined, list), f.createBlock(block, true)] };
}

function passCancellation(error: TS.Identifier, at: Lowering): TS.Statement {
  return at.f.createExpressionStatement(at.f.createCallExpression(at.runtime('caught'), undefined, [error]));
}

/**
 * try { A } catch (e) { await B }   ->   $1 = 0; try { A } catch ($e) { $caught($e); $1 = 1; $2 = $e }
 *                                         if ($1 === 1) { let e = $2; await B }
 *
 * A native handler cannot be entered again. see test/emit/await-in-catch
 */
function lowerAwaitingCatch(node: TryParts, clause: TS.CatchClause, at: Lowering): void {
  const { f } = at;
  const native = node.finallyBlock !== undefined;
  if (native) at.surroundings.push({ kind: 'native finally' });
  const caught = at.temp();
  const error = at.temp();
  const steps = at.collect(() => {
    at.assign(caught, f.createNumericLiteral(0), node.source);
    const body = [{ kind: 'block', scopes: [node.tryBlock], steps: lowerStatements(node.tryBlock.statements, at) } as Step];
    at.add({ kind: 'try', body, catchVariable: f.createIdentifier(at.error), handler: [passCancellation(f.createIdentifier(at.error), at), ...noteError(caught, error, at)], finalizer: undefined, source: node.source });
    at.when(f.createStrictEquality(at.read(caught), f.createNumericLiteral(1)), () => {
      const inner = at.collect(() => {
        const name = clause.variableDeclaration?.name;
        if (name !== undefined) {
          const list = f.createVariableDeclarationList([f.createVariableDeclaration(name, undefined, undefined, at.read(error))], at.ts.NodeFlags.Let);
          at.add({ kind: 'plain', statement: f.createVariableStatement(undefined, list), source: clause });
        }
        at.add({ kind: 'block', scopes: [clause.block], steps: lowerStatements(clause.block.statements, at) });
      });
      at.add({ kind: 'block', scopes: [clause], steps: inner });
    }, undefined, clause);
  });
  if (!native) return steps.forEach((step) => at.add(step));
  const finalizer = node.finallyBlock!.statements.map((statement) => rewriteJumps(statement, at));
  at.surroundings.pop();
  at.add({ kind: 'try', body: steps, catchVariable: undefined, handler: undefined, finalizer, source: node.source });
}

export function noteError(note: { name: string }, value: { name: string }, at: Lowering): TS.Statement[] {
  const { f } = at;
  return [
    f.createExpressionStatement(f.createAssignment(at.read(note), f.createNumericLiteral(1))),
    f.createExpressionStatement(f.createAssignment(at.read(value), f.createIdentifier(at.error))),
  ];
}

/**
 * try { A; return x } finally { await C }
 *   ->   $1 = 0; $finally1: { try { A; { $1 = 2; $2 = x; break $finally1 } } catch ($e) { $1 = 1; $2 = $e } }
 *        await C
 *        if ($1 === 1) throw $2;  if ($1 === 2) return $2
 *
 * Every way out of A is noted, C runs, and the way is taken; C itself may leave by another one. see test/emit/await-in-finally
 */
function lowerAwaitingFinally(node: TryParts, finallyBlock: TS.Block, at: Lowering): void {
  const { f } = at;
  const region: Region = { kind: 'region', label: at.newLabel('finally'), note: at.temp(), value: at.temp(), exits: [] };
  at.assign(region.note, f.createNumericLiteral(0), node.source);
  at.surroundings.push(region);
  const body = at.collect(() => {
    if (node.catchClause !== undefined) lowerTry({ ...node, finallyBlock: undefined }, at);
    else at.add({ kind: 'block', scopes: [node.tryBlock], steps: lowerStatements(node.tryBlock.statements, at) });
    // A `finally` inside may have taken the place of the way out that was noted.
    if (region.exits.length > 0) at.assign(region.note, f.createNumericLiteral(0), node.source);
  });
  at.surroundings.pop();
  at.add({
    kind: 'label', labels: [region.label], source: node.source,
    steps: [{ kind: 'try', body, catchVariable: f.createIdentifier(at.error), handler: noteError(region.note, region.value, at), finalizer: undefined, source: node.source }],
  });
  at.add({ kind: 'block', scopes: [finallyBlock], steps: at.shielded(() => lowerStatements(finallyBlock.statements, at)) });
  followExits(region, at);
}

/** Takes the way out of the region that was noted. */
export function followExits(region: Region, at: Lowering): void {
  const { f } = at;
  const follow = (number: number, jump: TS.Statement): void =>
    plain(f.createIfStatement(f.createStrictEquality(at.read(region.note), f.createNumericLiteral(number)), jump), undefined, at);
  follow(1, f.createThrowStatement(at.read(region.value)));
  for (const { number, jump } of region.exits) follow(number, jump === 'return' ? f.createReturnStatement(at.read(region.value)) : jump);
}
