/** A `switch` is one scope with many ways in: which of its variables have no value yet depends on the clause that is chosen. */
import type * as TS from 'typescript';
import type { Facts, Host } from '../model';

/**
 * switch (n) { case 1: let x = 1; case 2: await f(x) }                 entered at 2, `x` is in its temporal dead zone
 * switch (n) { case await f(g): ...; case 2: function g() {} }          a test sees the variables of the clauses
 *
 * A frame evaluates awaiting tests in front of the scope, and its fresh variables have no dead zone.
 */
export function switchReason({ pausing, bindings }: Omit<Facts, 'needsCoroutine'>, { ts }: Host): string | undefined {
  for (const node of pausing) {
    if (!ts.isCaseBlock(node)) continue;
    const own = bindings.filter((binding) => binding.scope === node);
    const testWaits = node.clauses.some((clause) => ts.isCaseClause(clause) && pausing.has(clause.expression));
    if (testWaits && own.length > 0) return 'a case that awaits sees the variables of its switch';
    const clauseOf = (inner: TS.Node): TS.Node | undefined => node.clauses.find((clause) => clause.pos <= inner.pos && inner.end <= clause.end);
    for (const { kind, name, declarations, references } of own) {
      if (kind === 'function') continue;
      const home = clauseOf(declarations[0]!);
      const isTest = (inner: TS.Node): boolean => node.clauses.some((clause) => ts.isCaseClause(clause) && clause.expression.pos <= inner.pos && inner.end <= clause.expression.end);
      if (references.some((reference) => clauseOf(reference.node) !== home || isTest(reference.node))) return `a clause mentions '${name}', which another declares`;
    }
  }
  return undefined;
}
