/** `return`, `break` and `continue` that cross a construct which the lowering took apart. */
import type * as TS from 'typescript';
import type { Lowering, Region, Surrounding } from './lowering';

/** Rewrites the jumps of a statement without awaits. One in which nothing has to change is returned as it is. */
export function rewriteJumps(statement: TS.Statement, at: Lowering): readonly TS.Statement[] {
  if (!at.surroundings.some((s) => s.kind === 'region' || (s.kind === 'loop' && s.continueLabel !== undefined))) return [statement];
  const { ts, f } = at;
  const visit = (loops: number, switches: number, labels: readonly string[]) => (node: TS.Node): TS.VisitResult<TS.Node> => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return node;
    if (ts.isReturnStatement(node)) {
      const region = innermost(at.surroundings, 0);
      return region === undefined ? node : leave(region, 'return', node.expression, at);
    }
    if (ts.isBreakOrContinueStatement(node)) {
      const isContinue = ts.isContinueStatement(node);
      if (node.label ? labels.includes(node.label.text) : isContinue ? loops > 0 : loops + switches > 0) return node;
      const target = targetOf(node, at.surroundings, ts);
      const region = innermost(at.surroundings, target + 1);
      if (region !== undefined) return leave(region, node, undefined, at);
      const surrounding = at.surroundings[target];
      if (isContinue && surrounding?.kind === 'loop' && surrounding.continueLabel !== undefined) {
        surrounding.isContinued = true;
        return f.createBreakStatement(surrounding.continueLabel);
      }
      return node;
    }
    const deeper = visit(
      loops + (ts.isIterationStatement(node, false) ? 1 : 0),
      switches + (ts.isSwitchStatement(node) ? 1 : 0),
      ts.isLabeledStatement(node) ? [...labels, node.label.text] : labels,
    );
    return ts.visitEachChild(node, deeper, at.host.context);
  };
  return ts.visitNodes(f.createNodeArray([statement]), visit(0, 0, []), ts.isStatement);
}

/** The innermost region at or above `from`. */
function innermost(surroundings: readonly Surrounding[], from: number): Region | undefined {
  return surroundings.findLast((surrounding, index): surrounding is Region => index >= from && surrounding.kind === 'region');
}

/** The index of what a jump leaves or continues; -1 if it is the whole function's. */
function targetOf(node: TS.BreakOrContinueStatement, surroundings: readonly Surrounding[], ts: Lowering['ts']): number {
  const label = node.label?.text;
  return surroundings.findLastIndex((surrounding) => {
    if (surrounding.kind === 'region' || surrounding.kind === 'native finally') return false;
    if (label !== undefined) return surrounding.labels.includes(label);
    return surrounding.kind === 'loop' || (surrounding.kind === 'switch' && ts.isBreakStatement(node));
  });
}

/** Notes how the region is left and leaves it. */
function leave(region: Region, jump: Region['exits'][number]['jump'], value: TS.Expression | undefined, at: Lowering): TS.Statement[] {
  const { f } = at;
  const same = (exit: Region['exits'][number]): boolean =>
    jump === 'return' || exit.jump === 'return' ? exit.jump === jump : exit.jump.kind === jump.kind && exit.jump.label?.text === jump.label?.text;
  let exit = region.exits.find(same);
  if (exit === undefined) region.exits.push((exit = { number: region.exits.length + 2, jump }));
  const set = (target: TS.Expression, to: TS.Expression): TS.Statement => f.createExpressionStatement(f.createAssignment(target, to));
  const statements = [set(at.read(region.note), f.createNumericLiteral(exit.number)), f.createBreakStatement(region.label)];
  if (jump === 'return') statements.unshift(set(at.read(region.value), value ?? f.createVoidZero()));
  return statements;
}
