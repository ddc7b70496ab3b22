/**
 * Room 4: what is the machine?           Plan -> Machine
 *
 * Spill (an await becomes a step of its own), then say what each await must save. Promises: every await of the function is
 * one step with its own state, numbered in the order of the text; nothing else in a machine waits. Knows no runtime names
 * but the helpers of loops.
 */
import type * as TS from 'typescript';
import { workingOn } from '../diagnostics';
import type { Machine } from '../machine';
import type { Host, Plan, Planned } from '../model';
import { isGenerator } from '../syntax';
import { liveness } from './liveness';
import { Lowering } from './lowering';
import { NoFrame, spill } from './spill';
import { lowerStatements } from './statements';

/** One machine for each frame method. What turns out to have no frame form becomes a coroutine, whole. */
export function lower(plan: Plan, host: Host): { plan: Plan; machines: ReadonlyMap<TS.Node, Machine> } {
  const machines = new Map<TS.Node, Machine>();
  const compiled = new Map(plan.compiled);
  for (const [node, planned] of plan.compiled) {
    if (planned.strategy !== 'frame') continue;
    workingOn(node, () => {
      try {
        machines.set(node, machineOf(planned, host));
      } catch (error) {
        if (!(error instanceof NoFrame)) throw error;
        compiled.set(node, { ...planned, strategy: 'coroutine', reason: error.message });
      }
    });
  }
  return { plan: { ...plan, compiled }, machines };
}

function machineOf(planned: Planned, host: Host): Machine {
  const { ts, factory } = host;
  const { facts } = planned;
  const { node } = facts.trait;
  const at = new Lowering(facts, host);
  const generates = isGenerator(node, ts);
  const steps = ts.isBlock(node.body)
    ? [...(generates ? at.collect(() => at.await({ kind: 'start' }, node)) : []), ...lowerStatements(node.body.statements, at)]
    : at.collect(() => {
        const value = spill(node.body as TS.Expression, at);
        at.add({ kind: 'plain', statement: factory.createReturnStatement(value), source: node.body });
      });
  return { planned, steps, temps: [...at.temps.values()], ...liveness(steps, at) };
}
