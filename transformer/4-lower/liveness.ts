/** Which locals must be in the frame at each await, and which need not be any more. */
import type * as TS from 'typescript';
import type { AwaitStep, Machine, Saved, Step, Temp } from '../machine';
import type { Binding, Facts } from '../model';
import type { Lowering } from './lowering';

type Local = Binding | Temp;

interface Span { readonly start: number; end: number; readonly source: TS.Node }
interface Point { readonly step: AwaitStep; readonly at: number; readonly loops: readonly Span[] }

/**
 * Control only goes forward in the text, except in loops. So a local is live at an await if it has its value before and is
 * mentioned after it, or anywhere in a loop that holds the await and that the local outlives. That may keep a local a
 * little long, but never loses one.
 */
export function liveness(steps: readonly Step[], at: Lowering): Pick<Machine, 'saved' | 'renamed'> {
  const { ts, facts } = at;
  const uses = new Map<Local, number[]>();
  const points: Point[] = [];
  const loops: Span[] = [];
  const renamed = new Set<Binding>(hiddenFromParameters(at));
  let clock = 0;

  const mention = (node: TS.Node): void => {
    if (ts.isIdentifier(node)) {
      const local = at.tempOf.get(node) ?? facts.bindingOf.get(node) ?? facts.bindingOf.get(ts.getOriginalNode(node) as TS.Identifier);
      if (local !== undefined && local.name !== at.result) use(local);
    } else ts.forEachChild(node, mention);
  };
  const use = (local: Local): void => {
    const times = uses.get(local);
    if (times) times.push(++clock);
    else uses.set(local, [++clock]);
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
        else if (operand.kind === 'poll') mention(operand.step);
        else if (operand.kind === 'yield') mention(operand.item);
        else if (operand.kind === 'method') mentionAll([operand.unless, operand.receiver, operand.loaded, ...operand.args]);
        else if (operand.kind === 'function') mentionAll([operand.unless, operand.fn, operand.self, ...operand.args]);
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
        step.rounds.forEach(use);
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
    const live = [...uses].filter(([local, times]) => isLive(local, times, point, at)).map(([local]) => slotOf(local));
    point.step.save = [...new Set(live)];
    for (const { binding } of point.step.save) if (binding !== undefined) hiding(binding, point.step, facts).forEach((other) => renamed.add(other));
  }
  return { saved: [...slots.values()], renamed };
}

/** Defaults of parameters are evaluated in the body, and must not see its variables. */
function hiddenFromParameters({ facts, ts }: Lowering): Binding[] {
  const { trait: { node }, bindings, bindingOf } = facts;
  const names = new Set<string>();
  const walk = (child: TS.Node): void => {
    if (ts.isIdentifier(child) && bindingOf.get(child) === undefined) names.add(child.text);
    ts.forEachChild(child, walk);
  };
  for (const { initializer, name } of node.parameters) [initializer, ts.isIdentifier(name) ? undefined : name].forEach((part) => part && walk(part));
  return names.size === 0 ? [] : bindings.filter(({ kind, scope, name }) => kind !== 'param' && scope === node && names.has(name));
}

/** From inside of a scope that declares the name again the outer variable cannot be read. */
function hiding(binding: Binding, { source }: AwaitStep, { bindings }: Facts): Binding[] {
  return bindings.filter((other) =>
    other !== binding && other.name === binding.name && contains(binding.scope, other.scope) && contains(other.scope, source));
}

function contains(outer: TS.Node, inner: TS.Node): boolean {
  return outer === inner || (outer.pos <= inner.pos && inner.end <= outer.end);
}

function isLive(local: Local, times: readonly number[], { step, at: now, loops }: Point, { facts: { cells }, ts }: Lowering): boolean {
  const last = times[times.length - 1]!;
  if (!('kind' in local)) return times[0]! < now && last > now;
  if (!isInScope(local.scope, step.source, ts)) return false;
  const cell = cells.get(local);
  const isMade = local.kind === 'param' || local.kind === 'function' || cell === 'checked' || cell === 'constant';
  // Before the first statement only what the call itself makes has a value.
  if (step.operand.kind === 'start' && !isMade && !(local.kind === 'var' && cell !== undefined)) return false;
  const always = isMade || local.kind === 'var';
  if (!always && times[0]! > now) return false;
  if (last > now) return true;
  return loops.some((loop) => contains(local.scope, loop.source) && times.some((time) => time >= loop.start && time <= loop.end));
}

/** The head of a loop over something is outside of the scope of its variables. */
function isInScope(scope: TS.Node, place: TS.Node, ts: Lowering['ts']): boolean {
  return contains(scope, place) && !((ts.isForOfStatement(scope) || ts.isForInStatement(scope)) && contains(scope.expression, place));
}
