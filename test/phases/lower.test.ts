/** 4-lower promises: every await is one step with its own state, or one for each of the calls it chooses from, numbered in the order of the text; nothing else waits. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { childrenOf, statesOf, type Single, type Step } from '../../transformer/machine';
import { skipOuter } from '../../transformer/syntax';
import { filesIn, TEST } from '../harness/discover';
import { nodesOf, rooms } from '../harness/rooms';

const allSteps = (steps: readonly Step[]): Step[] => steps.flatMap((step) => [step, ...allSteps(childrenOf(step))]);

/** Everything of a step that is an expression or a statement of its own, not of a step inside of it. */
function syntaxOf(step: Step): ts.Node[] {
  const given = (...nodes: (ts.Node | undefined)[]): ts.Node[] => nodes.filter((node) => node !== undefined);
  switch (step.kind) {
    case 'plain': return [step.statement];
    case 'await': {
      const { operand } = step;
      if (operand.kind === 'poll') return [operand.step];
      if (operand.kind === 'yield') return given(operand.item, operand.into);
      if (operand.kind === 'start') return [];
      const ofCall = (call: Single): ts.Node[] => call.kind === 'value' ? [call.value] : given(...(call.kind === 'method' ? [call.receiver, call.loaded] : [call.fn, call.self]), ...call.args);
      return operand.kind === 'together' ? operand.parts.flatMap(({ lets, operand: part }) => [...lets.map(({ value }) => value), ...ofCall(part)]) : ofCall(operand);
    }
    case 'if': return [step.test];
    case 'loop': return given(step.init, step.test, step.update);
    case 'try': return given(step.catchVariable, ...(step.handler ?? []), ...(step.finalizer ?? []));
    case 'switch': return given(step.discriminant, ...step.clauses.map(({ test }) => test));
    default: return [];
  }
}

/** Awaits of the function itself: those of nested functions are theirs. */
function ownAwaits(node: ts.Node): ts.Node[] {
  if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return [node];
  const inner: ts.Node[] = [];
  if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) ts.forEachChild(node, (child) => void inner.push(...ownAwaits(child)));
  return inner;
}

/** `await (c ? a() : b())`, `await (a ?? b())` */
function isChoice(node: ts.Node): boolean {
  const operand = ts.isAwaitExpression(node) ? skipOuter(node.expression, ts) : node;
  return ts.isConditionalExpression(operand) || ts.isBinaryExpression(operand);
}

// The programs of test/run hold every construct there is.
describe.each(filesIn('run'))('the methods of test/run/%s.ts', (name) => {
  const { plan, machines, facts } = rooms(readFileSync(join(TEST, 'run', `${name}.ts`), 'utf8'));

  test('every frame method that awaits has a machine', () => {
    for (const [node, { strategy }] of plan.compiled) expect(machines.has(node)).toBe(strategy === 'frame');
  });

  test('each await is one step, with its own state, in the order of the text', () => {
    for (const [node, { steps }] of machines) {
      const awaits = facts.find(({ trait }) => trait.node === node)!.awaits;
      const made = allSteps(steps).filter((step) => step.kind === 'await');
      expect(statesOf(steps)).toEqual(made.map((_, index) => index + 1));
      // A generator waits before its first statement too.
      const awaiting = made.filter(({ operand }) => operand.kind !== 'start').map(({ source }) => source);
      expect(new Set(awaiting)).toEqual(new Set(awaits));
      // Of the written constructs only loops over streams wait in two places, and what is one call or another.
      const twice = awaiting.filter((source, index) => awaiting.indexOf(source) !== index);
      for (const source of twice) expect(ts.isForOfStatement(source) || (ts.isYieldExpression(source) && source.asteriskToken !== undefined) || isChoice(source)).toBe(true);
    }
  });

  test('nothing else waits', () => {
    for (const { steps } of machines.values()) {
      for (const step of allSteps(steps)) expect(syntaxOf(step).flatMap(ownAwaits).map((node) => ts.SyntaxKind[node.kind])).toEqual([]);
    }
  });

  test('slots are numbered 0..n, one local each; what is saved is declared', () => {
    for (const { steps, saved } of machines.values()) {
      expect(saved.map(({ slot }) => slot)).toEqual(saved.map((_, index) => index));
      for (const step of allSteps(steps)) {
        if (step.kind !== 'await') continue;
        for (const local of step.save) expect(saved).toContain(local);
        expect(new Set(step.save.map(({ slot }) => slot)).size).toBe(step.save.length);
      }
    }
  });

  test('the written statements are not changed, only taken apart', () => {
    for (const node of machines.keys()) expect(nodesOf(node).every((child) => child.pos >= 0 && child.parent !== undefined)).toBe(true);
  });
});

test('a coroutine has no machine', () => {
  const { plan, machines } = rooms('class A {\n/** @asyncTrait */ async m() { await x; return arguments.length; } }');
  expect([...plan.compiled.values()].map(({ strategy }) => strategy)).toEqual(['coroutine']);
  expect(machines.size).toBe(0);
});
