/** Functions that the clauses of a `switch` declare. */
import type * as TS from 'typescript';
import type { AsyncFunction } from '../model';
import type { Emitter } from './emitter';

type Declared = AsyncFunction & TS.FunctionDeclaration;

/**
 * switch (kind) { case 1: read(); default: async function read() {} }
 *
 *     ->   switch (kind) {
 *              case (read = $traitFunction(...), {}): function* read() {}
 *              case 1: read();
 *              default:
 *          }
 *
 * Tests are evaluated in the scope of all clauses, the first one always, and nothing is equal to a new object. The variable is
 * that of the generator, which is there from the start, and which sloppy code sees nowhere else. see test/emit/function-in-case
 *
 * @param make gives the function that a declaration stands for
 */
export function functionsFirst(node: TS.SwitchStatement, make: (declared: Declared) => TS.Expression, visit: TS.Visitor, emit: Emitter): TS.SwitchStatement | undefined {
  const { f, ts } = emit;
  const isOurs = (statement: TS.Statement): statement is Declared => ts.isFunctionDeclaration(statement) && emit.plan.compiled.has(statement);
  const functions = node.caseBlock.clauses.flatMap(({ statements }) => statements.filter(isOurs));
  if (functions.length === 0) return undefined;
  const others = (child: TS.Node): TS.VisitResult<TS.Node | undefined> => (isOurs(child as TS.Statement) ? undefined : visit(child));
  const expression = ts.visitNode(node.expression, visit) as TS.Expression;
  const clauses = node.caseBlock.clauses.map((clause) => ts.visitEachChild(clause, others, emit.host.context));
  const first = clauseOf(functions.map((declared) => emit.at(f.createAssignment(emit.visited(declared.name!), make(declared)), declared)), functions, emit);
  return f.updateSwitchStatement(node, expression, f.updateCaseBlock(node.caseBlock, [first, ...clauses]));
}

/** The clause that is entered never: evaluates the expressions, and declares variables for the functions. */
export function clauseOf(made: readonly TS.Expression[], declared: readonly TS.FunctionDeclaration[], emit: Emitter): TS.CaseClause {
  const { f } = emit;
  const test = [...made, f.createObjectLiteralExpression()].reduce((left, right) => f.createComma(left, right));
  const variables = declared.map(({ name }) => f.createFunctionDeclaration(undefined, f.createToken(emit.ts.SyntaxKind.AsteriskToken), emit.visited(name!), undefined, [], undefined, f.createBlock([])));
  return f.createCaseClause(f.createParenthesizedExpression(test), variables);
}
