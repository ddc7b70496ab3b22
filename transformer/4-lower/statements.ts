/** Statements to steps: the structure stays, only awaits come out. */
import type * as TS from 'typescript';
import type { Step } from '../machine';
import { isGenerator, mentions } from '../syntax';
import { blockOf } from './blocks';
import { spillClass } from './classes';
import { rewriteJumps } from './jumps';
import { lowerForOf, lowerLoop } from './loops';
import type { Lowering } from './lowering';
import { unpack } from './patterns';
import { NoFrame, spill } from './spill';
import { lowerForAwait, lowerGeneratorReturn } from './streams';
import { lowerTry, partsOf } from './try';

export function lowerStatements(statements: readonly TS.Statement[], at: Lowering): Step[] {
  return at.collect(() => {
    for (const statement of statements) at.statement(() => lowerStatement(statement, [], at));
  });
}

export function lowerBlock(block: TS.Block, at: Lowering): readonly Step[] {
  return blockOf([block], lowerStatements(block.statements, at), at);
}

function lowerStatement(written: TS.Statement, labels: readonly string[], at: Lowering): void {
  const { ts, f } = at;
  const node = withoutIdleLabels(written, at);
  if (!at.pauses(node)) return plain(labels.length > 0 ? relabel(node, labels, at) : node, node, at);
  if (ts.isBlock(node) && labels.length === 0) return at.addAll(lowerBlock(node, at));
  if (ts.isLabeledStatement(node)) return lowerStatement(node.statement, [...labels, node.label.text], at);
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return lowerForAwait(node, labels, at);
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return lowerForOf(node, labels, at);
  if (ts.isForStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) return lowerLoop(node, labels, at);
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
  if (ts.isVariableStatement(node)) return lowerDeclarations(node.declarationList, at);
  if (ts.isClassDeclaration(node)) return plain(spillClass(node, at), node, at);
  if (ts.isIfStatement(node)) {
    const test = spill(node.expression, at);
    return at.when(test, () => lowerStatement(node.thenStatement, [], at), node.elseStatement && (() => lowerStatement(node.elseStatement!, [], at)), node);
  }
  if (ts.isTryStatement(node)) return lowerTry({ ...partsOf(node), source: node }, at);
  throw new NoFrame(`it awaits inside ${ts.SyntaxKind[node.kind]}`);
}

/** label: function f() {}   ->   function f() {}      nothing can jump to it */
function withoutIdleLabels(node: TS.Statement, { ts }: Lowering): TS.Statement {
  let at = node;
  while (ts.isLabeledStatement(at)) at = at.statement;
  return ts.isFunctionDeclaration(at) ? at : node;
}

/** A statement without an await. */
export function plain(statement: TS.Statement, source: TS.Node | undefined, at: Lowering): void {
  for (const rewritten of rewriteJumps(statement, at)) at.add({ kind: 'plain', statement: rewritten, source });
}

function relabel(node: TS.Statement, labels: readonly string[], { f }: Lowering): TS.Statement {
  return labels.reduceRight<TS.Statement>((inner, label) => f.createLabeledStatement(label, inner), node);
}

export function lowerDeclarations({ declarations, flags }: TS.VariableDeclarationList, at: Lowering): void {
  const { f } = at;
  for (const declaration of declarations) {
    if (at.pauses(declaration.name)) {
      unpack(declaration.name, flags, spill(declaration.initializer!, at), at);
      continue;
    }
    const initializer = declaration.initializer && spill(declaration.initializer, at);
    const updated = f.updateVariableDeclaration(declaration, declaration.name, declaration.exclamationToken, declaration.type, initializer);
    plain(f.createVariableStatement(undefined, f.createVariableDeclarationList([updated], flags)), declaration, at);
  }
}

function lowerSwitch(node: TS.SwitchStatement, labels: readonly string[], at: Lowering): void {
  const { ts } = at;
  const { clauses } = node.caseBlock;
  const testsWait = clauses.some((clause) => ts.isCaseClause(clause) && at.pauses(clause.expression));
  const discriminant = spill(node.expression, at);
  // It is evaluated in front of the scope of the clauses, and may mention what they hide.
  const isHidden = at.facts.bindings.some(({ scope, name }) => scope === node.caseBlock && mentions(node.expression, name, ts));
  const kept = isHidden ? at.kept(discriminant) : testsWait ? at.keep(discriminant) : discriminant;
  if (!testsWait) return lowerClauses(node, kept, undefined, labels, at);
  const steps = at.collect(() => lowerTests(node, kept, labels, at));
  at.addAll(blockOf([node.caseBlock], steps, at));
}

/** The tests become ifs, run in order until one matches; then a switch over the number of the clause. */
function lowerTests(node: TS.SwitchStatement, discriminant: TS.Expression, labels: readonly string[], at: Lowering): void {
  const { ts, f } = at;
  const { clauses } = node.caseBlock;
  const clause = at.temp();
  // The tests see the functions of the clauses.
  for (const statement of clauses.flatMap((candidate) => [...candidate.statements])) if (ts.isFunctionDeclaration(statement)) plain(statement, statement, at);
  at.assign(clause, f.createNumericLiteral(0), node);
  for (const [index, candidate] of clauses.entries()) {
    if (!ts.isCaseClause(candidate)) continue;
    at.when(f.createStrictEquality(at.read(clause), f.createNumericLiteral(0)), () => {
      const test = f.createStrictEquality(discriminant, spill(candidate.expression, at));
      at.when(test, () => at.assign(clause, f.createNumericLiteral(index + 1), candidate), undefined, candidate);
    }, undefined, candidate);
  }
  lowerClauses(node, at.read(clause), (index) => f.createNumericLiteral(index + 1), labels, at);
}

/** @param numbered the tests in place of the written ones, whose functions and variables stand before the switch then */
function lowerClauses(node: TS.SwitchStatement, discriminant: TS.Expression, numbered: ((index: number) => TS.Expression) | undefined, labels: readonly string[], at: Lowering): void {
  const { ts } = at;
  const chosen = at.temp();
  at.surroundings.push({ kind: 'switch', labels });
  const clauses = node.caseBlock.clauses.map((candidate, index) => ({
    test: ts.isCaseClause(candidate) ? (numbered?.(index) ?? candidate.expression) : undefined,
    steps: lowerStatements(candidate.statements.filter((statement) => numbered === undefined || !ts.isFunctionDeclaration(statement)), at),
  }));
  at.surroundings.pop();
  at.add({ kind: 'switch', discriminant, clause: chosen, clauses, labels, scopes: numbered === undefined ? [node.caseBlock] : [], source: node });
}
