/** Where control goes in statements that have been written. */
import type * as TS from 'typescript';
import type { Ts } from '../model';
import type { Emitter } from './emitter';

/** Can control reach the end of the statement? In doubt it can. */
export function completes(node: TS.Statement, ts: Ts): boolean {
  if (ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isBreakOrContinueStatement(node)) return false;
  if (ts.isBlock(node)) return node.statements.every((statement) => completes(statement, ts));
  if (ts.isIfStatement(node)) return node.elseStatement === undefined || completes(node.thenStatement, ts) || completes(node.elseStatement, ts);
  return true;
}

/** The statements without a `break label` at their end: there control comes to the same place by itself. */
export function withoutLastBreak(statements: readonly TS.Statement[], label: string, emit: Emitter): readonly TS.Statement[] {
  const { f, ts } = emit;
  const last = statements[statements.length - 1];
  if (last === undefined) return statements;
  const others = statements.slice(0, -1);
  const inner = (node: TS.Statement): TS.Statement => (ts.isBlock(node) ? f.updateBlock(node, withoutLastBreak(node.statements, label, emit)) : node);
  if (ts.isBreakStatement(last) && last.label?.text === label) return others;
  if (ts.isBlock(last)) return [...others, inner(last)];
  if (ts.isIfStatement(last)) return [...others, f.updateIfStatement(last, last.expression, inner(last.thenStatement), last.elseStatement && inner(last.elseStatement))];
  return statements;
}

/** Is there a `break label` in it? */
export function breaksTo(node: TS.Node, label: string, ts: Ts): boolean {
  if (ts.isBreakStatement(node)) return node.label?.text === label;
  return ts.forEachChild(node, (child) => breaksTo(child, label, ts) || undefined) === true;
}

/** May it go on with another round of a loop? */
export function continues(node: TS.Node, ts: Ts): boolean {
  return ts.isContinueStatement(node) || ts.forEachChild(node, (child) => continues(child, ts) || undefined) === true;
}
