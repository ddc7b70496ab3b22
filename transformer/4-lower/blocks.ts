/** Blocks in a machine: only where they have variables of their own. */
import type * as TS from 'typescript';
import type { Step } from '../machine';
import type { Binding } from '../model';
import { mentions } from '../syntax';
import type { Lowering } from './lowering';

/** The steps in the scope of these nodes: as a block, if one of them has variables. */
export function blockOf(scopes: readonly TS.Node[], steps: readonly Step[], at: Lowering): readonly Step[] {
  const has = (node: TS.Node): boolean => at.facts.bindings.some(({ scope }) => scope === node);
  const open = scopes.filter(has);
  return open.length === 0 ? steps : [{ kind: 'block', scopes: open, steps }];
}

/**
 * What stands in the scope of a head and begins with what that declares: in one block, unless the body hides what the head mentions.
 *
 *   for (const x of xs) { const y = x; ... }   ->   { const x = $1.value; const y = x; ... }
 */
export function headed(scope: TS.Node, head: readonly Step[], body: TS.Statement, steps: readonly Step[], at: Lowering): readonly Step[] {
  const { ts, facts } = at;
  // Nor where the head waits: what is made when a block begins is not there when it is entered behind the await.
  const isApart = ({ name }: Binding): boolean => head.some((step) => step.kind !== 'plain' || mentions(step.statement, name, ts));
  const isHidden = facts.bindings.some((binding) => binding.scope === body && isApart(binding));
  if (isHidden) return blockOf([scope], [...head, ...blockOf([body], steps, at)], at);
  return blockOf([scope, body], [...head, ...steps], at);
}
