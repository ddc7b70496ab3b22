/** `try` to steps: what a native handler cannot do, since it cannot be entered again, is noted and done behind it. */
import type * as TS from 'typescript';
import type { Step } from '../machine';
import { headed } from './blocks';
import { rewriteJumps } from './jumps';
import type { Lowering, Region } from './lowering';
import { unpack } from './patterns';
import { lowerBlock, lowerStatements, plain } from './statements';

interface TryParts {
  readonly tryBlock: TS.Block;
  readonly catchClause: TS.CatchClause | undefined;
  readonly finallyBlock: TS.Block | undefined;
  readonly source: TS.Node;
}

export function partsOf({ tryBlock, catchClause, finallyBlock }: TS.TryStatement): Omit<TryParts, 'source'> {
  return { tryBlock, catchClause, finallyBlock };
}

export function lowerTry(node: TryParts, at: Lowering): void {
  if (node.finallyBlock !== undefined && at.pauses(node.finallyBlock)) return lowerAwaitingFinally(node, node.finallyBlock, at);
  if (node.catchClause !== undefined && at.pauses(node.catchClause)) return lowerAwaitingCatch(node, node.catchClause, at);
  const native = node.finallyBlock !== undefined;
  if (native) at.surroundings.push({ kind: 'native finally' });
  const body = lowerBlock(node.tryBlock, at);
  const handled = (block: TS.Block | undefined): TS.Statement[] | undefined => block?.statements.flatMap((statement) => rewriteJumps(statement, at));
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
    const body = lowerBlock(node.tryBlock, at);
    at.add({ kind: 'try', body, catchVariable: f.createIdentifier(at.error), handler: [passCancellation(f.createIdentifier(at.error), at), ...noteError(caught, error, at)], finalizer: undefined, source: node.source });
    at.when(f.createStrictEquality(at.read(caught), f.createNumericLiteral(1)), () => {
      const name = clause.variableDeclaration?.name;
      const head = at.collect(() => name && at.statement(() => unpack(name, at.ts.NodeFlags.Let, at.read(error), at)));
      at.addAll(headed(clause, head, clause.block, lowerStatements(clause.block.statements, at), at));
    }, undefined, clause);
  });
  if (!native) return at.addAll(steps);
  const finalizer = node.finallyBlock!.statements.flatMap((statement) => rewriteJumps(statement, at));
  at.surroundings.pop();
  at.add({ kind: 'try', body: steps, catchVariable: undefined, handler: undefined, finalizer, source: node.source });
}

function noteError(note: { name: string }, value: { name: string }, at: Lowering): TS.Statement[] {
  const { f } = at;
  return [
    f.createExpressionStatement(f.createAssignment(at.read(note), f.createNumericLiteral(1))),
    f.createExpressionStatement(f.createAssignment(at.read(value), f.createIdentifier(at.error))),
  ];
}

/**
 * try { A; return x } finally { await C }
 *   ->   $1 = 0; $finally1: try { A; $2 = x; $1 = 2; break $finally1 } catch ($e) { $1 = 1; $2 = $e }
 *        await C
 *        if ($1 === 1) throw $2;  if ($1 === 2) return $2
 *
 * Every way out of A is noted, C runs, and the way is taken; C itself may leave by another one. see test/emit/await-in-finally
 */
function lowerAwaitingFinally(node: TryParts, finallyBlock: TS.Block, at: Lowering): void {
  const region = noteWayOut('finally', node.source, () => {
    if (node.catchClause !== undefined) lowerTry({ ...node, finallyBlock: undefined }, at);
    else at.addAll(lowerBlock(node.tryBlock, at));
  }, at);
  at.addAll(at.shielded(() => lowerBlock(finallyBlock, at)));
  followExits(region, at);
}

/**
 * body   ->   $1 = 0; $left1: try { body; $1 = 0 } catch ($e) { $1 = 1; $2 = $e }
 *
 * What leaves the body notes where to, and leaves the label. The second `$1 = 0` is for a way out that was noted and not taken, since
 * something inside took its place: `try { return x } finally { break }`, `try { for (x of xs) return x } catch {}` where closing xs throws.
 */
export function noteWayOut(word: 'finally' | 'left', source: TS.Node, lowerBody: () => void, at: Lowering): Region {
  const region: Region = { kind: 'region', label: at.newLabel(word), note: at.temp(), value: at.temp(), exits: [] };
  const noted = (): void => at.assign(region.note, at.f.createNumericLiteral(0), source);
  noted();
  at.surroundings.push(region);
  const body = at.collect(() => {
    lowerBody();
    if (region.exits.length > 0) noted();
  });
  at.surroundings.pop();
  const left: Step = { kind: 'try', body, catchVariable: at.f.createIdentifier(at.error), handler: noteError(region.note, region.value, at), finalizer: undefined, source };
  at.add(region.exits.length === 0 ? left : { kind: 'label', labels: [region.label], steps: [left], source });
  return region;
}

/** Takes the way out of the region that was noted. */
export function followExits(region: Region, at: Lowering): void {
  const { f } = at;
  const follow = (number: number, jump: TS.Statement): void =>
    plain(f.createIfStatement(f.createStrictEquality(at.read(region.note), f.createNumericLiteral(number)), jump), undefined, at);
  follow(1, f.createThrowStatement(at.read(region.value)));
  for (const { number, jump } of region.exits) follow(number, jump === 'return' ? f.createReturnStatement(at.read(region.value)) : jump);
}
