/** Which locals must be in the frame at each await, and which need not be any more. */
import type * as TS from 'typescript';
import type { AwaitStep, Saved, Step, Temp } from '../machine';
import type { Binding } from '../model';
import type { Lowering } from './lowering';
import { NoFrame } from './spill';

type Local = Binding | Temp;

interface Span { readonly start: number; end: number; readonly source: TS.Node }
interface Point { readonly step: AwaitStep; readonly at: number; readonly loops: readonly Span[] }

/**
 * Control only goes forward in the text, except in loops. So a local is live at an await if it has its value before and is
 * mentioned after it, or anywhere in a loop that holds the await and that the local outlives. That may keep a local a
 * little long, but never loses one.
 */
export function liveness(steps: readonly Step[], at: Lowering): Saved[] {
  const { ts, facts } = at;
  const uses = new Map<Local, number[]>();
  const points: Point[] = [];
  const loops: Span[] = [];
  let clock = 0;

  const mention = (node: TS.Node): void => {
    if (ts.isIdentifier(node)) {
      const local = at.tempOf.get(node) ?? facts.bindingOf.get(node) ?? facts.bindingOf.get(ts.getOriginalNode(node) as TS.Identifier);
      if (local === undefined || local.name === at.result) return;
      const times = uses.get(local);
      if (times) times.push(++clock);
      else uses.set(local, [++clock]);
      return;
    }
    ts.forEachChild(node, mention);
  };
  const mentionAll = (nodes: readonly (TS.Node | undefined)[]): void => nodes.forEach((node) => node && mention(node));

  const walk = (step: Step): void => {
    switch (step.kind) {
      case 'plain': return mention(step.statement);
      case 'await': {
        const { operand } = step;
        if (operand.kind === 'value') mention(operand.value);
        else if (operand.kind === 'together') {
          for (const { lets, operand: part } of operand.parts) {
            mentionAll(lets.flatMap(({ temp, value }) => [value, temp]));
            mentionAll(part.kind === 'value' ? [part.value] : part.kind === 'method' ? [part.receiver, ...part.args] : [part.fn, ...part.args]);
          }
        }
        else if (operand.kind === 'poll') mention(operand.call);
        else if (operand.kind === 'yield') mention(operand.item);
        else if (operand.kind === 'method') mentionAll([operand.receiver, operand.loaded, ...operand.args]);
        else if (operand.kind === 'function') mentionAll([operand.fn, operand.self, ...operand.args]);
        step.state = points.length + 1;
        step.later = points.length > 0;
        points.push({ step, at: ++clock, loops: [...loops] });
        if (operand.kind === 'yield' && operand.into !== undefined) mention(operand.into);
        return;
      }
      case 'if':
        mention(step.test);
        step.then.forEach(walk);
        return step.otherwise.forEach(walk);
      case 'loop': {
        if (step.init) mention(step.init);
        const span: Span = { start: clock, end: 0, source: step.source };
        loops.push(span);
        mentionAll([step.test]);
        step.body.forEach(walk);
        mentionAll([step.update, step.test]);
        loops.pop();
        span.end = clock;
        return;
      }
      case 'try':
        step.body.forEach(walk);
        return mentionAll([step.catchVariable, ...(step.handler ?? []), ...(step.finalizer ?? [])]);
      case 'switch':
        mention(step.discriminant);
        for (const { test, steps: inner } of step.clauses) {
          mentionAll([test]);
          inner.forEach(walk);
        }
        return;
      default: step.steps.forEach(walk);
    }
  };
  steps.forEach(walk);

  const slots = new Map<string | Binding, Saved>();
  const slotOf = (local: Local): Saved => {
    const key = 'kind' in local ? local : local.name;
    let saved = slots.get(key);
    if (saved === undefined) slots.set(key, (saved = { name: local.name, slot: slots.size, binding: 'kind' in local ? local : undefined }));
    return saved;
  };
  for (const point of points) {
    const live = [...uses].filter(([local, times]) => isLive(local, times, point)).map(([local]) => slotOf(local));
    point.step.save = [...new Set(live)];
    for (const { binding } of point.step.save) if (binding !== undefined && isShadowed(binding, point.step, at)) throw new NoFrame(`'${binding.name}' is hidden by another variable of its name`);
  }
  return [...slots.values()];
}

/** From inside of a scope that declares the name again the outer variable cannot be read. */
function isShadowed(binding: Binding, { source }: AwaitStep, { facts }: Lowering): boolean {
  return facts.bindings.some((other) =>
    other !== binding && other.name === binding.name && contains(binding.scope, other.scope) && contains(other.scope, source));
}

function contains(outer: TS.Node, inner: TS.Node): boolean {
  return outer === inner || (outer.pos <= inner.pos && inner.end <= outer.end);
}

function isLive(local: Local, times: readonly number[], { step, at: now, loops }: Point): boolean {
  const last = times[times.length - 1]!;
  if (!('kind' in local)) return times[0]! < now && last > now;
  if (!contains(local.scope, step.source)) return false;
  // Before the first statement only what the call itself makes has a value.
  if (step.operand.kind === 'start' && local.kind !== 'param' && local.kind !== 'function') return false;
  const always = local.kind === 'param' || local.kind === 'function' || local.kind === 'var';
  if (!always && times[0]! > now) return false;
  if (last > now) return true;
  return loops.some((loop) => contains(local.scope, loop.source) && times.some((time) => time >= loop.start && time <= loop.end));
}
