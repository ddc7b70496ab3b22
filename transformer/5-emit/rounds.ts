/** Loops whose head awaits in a class or literal of ours: each round has variables for it, so the head goes into the body. */
import type * as TS from 'typescript';
import { anchorOf, mentions, namesIn } from '../syntax';
import type { Emitter } from './emitter';

type Loop = TS.IterationStatement;

/** The loops in whose heads such a class or literal stands. */
export function loopsWithRounds(emit: Emitter): ReadonlySet<TS.Node> {
  const { ts } = emit;
  const loops = new Set<TS.Node>();
  for (const node of emit.plan.compiled.keys()) {
    for (let at = node.parent; at !== undefined && !ts.isStatement(at); at = at.parent) {
      if (!ts.isClassExpression(at) && !ts.isObjectLiteralExpression(at)) continue;
      const anchor = anchorOf(at, ts);
      if (anchor.kind === 'round') loops.add(anchor.node);
    }
  }
  return loops;
}

/**
 * while (C = class extends (await base()) { async m() {} }) body
 *
 *     ->   for (;;) { let $C; if (!(C = class extends (await base()) { ... })) break; body }
 *
 * @returns the loop under its labels, in a block if it needs more than itself. see test/emit/loop-heads
 */
export function withHeadInside(node: Loop, emit: Emitter): TS.Statement {
  const { ts } = emit;
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return eachItem(node, emit);
  return eachRound(node, ts.isForStatement(node) ? node.initializer && emit.visited(node.initializer) : undefined, emit);
}

/** @param init what the head of the loop begins with, rewritten */
export function eachRound(node: Loop, init: TS.ForInitializer | undefined, emit: Emitter): TS.Statement {
  const { ts, f } = emit;
  const { test, next } = partsOf(node, ts);
  const update = next && emit.visited(next);
  const ofUpdate = takeRounds(node, emit);
  const isLate = ts.isDoStatement(node) || ofUpdate.length > 0;
  const again = isLate ? f.createIdentifier(emit.names.unique('again')) : undefined;
  const isOver = test && f.createLogicalNot(f.createParenthesizedExpression(emit.visited(test)));
  const ofTest = takeRounds(node, emit);
  const leave = (condition: TS.Expression | undefined): TS.Statement[] => (condition === undefined ? [] : [f.createIfStatement(condition, f.createBreakStatement())]);
  const body = [...emit.declare([...ofUpdate, ...ofTest])];
  if (again !== undefined && update !== undefined && ofUpdate.length > 0) body.push(f.createIfStatement(again, f.createExpressionStatement(update)));
  if (!ts.isDoStatement(node)) body.push(...leave(isOver));
  else body.push(...leave(isOver && f.createLogicalAnd(again!, isOver)));
  if (again !== undefined) body.push(emit.set(again, f.createTrue()));
  body.push(emit.visited(node.statement));
  const loop = labelled(node, emit.at(f.createForStatement(init, undefined, ofUpdate.length > 0 ? undefined : update, f.createBlock(body, true)), node), emit);
  if (again === undefined) return loop;
  const begins = f.createVariableDeclarationList([f.createVariableDeclaration(again, undefined, undefined, f.createFalse())], ts.NodeFlags.Let);
  return f.createBlock([f.createVariableStatement(undefined, begins), loop], true);
}

function partsOf(node: Loop, ts: Emitter['ts']): { test: TS.Expression | undefined; next: TS.Expression | undefined } {
  if (ts.isForStatement(node)) return { test: node.condition, next: node.incrementor };
  return { test: (node as TS.WhileStatement | TS.DoStatement).expression, next: undefined };
}

/** for (const [C = class extends (await base()) {}] of xs) body   ->   for (const $item of xs) { let $C; const [C = class ...] = $item; body } */
function eachItem(node: TS.ForOfStatement | TS.ForInStatement, emit: Emitter): TS.Statement {
  const { ts, f } = emit;
  const { initializer } = node;
  const item = f.createIdentifier(emit.names.unique('item'));
  const { head, over } = headOf(node, emit);
  const bind = binding(initializer, item, emit);
  const body = f.createBlock([...emit.declare(takeRounds(node, emit)), bind, emit.visited(node.statement)], true);
  const variable = f.createVariableDeclarationList([f.createVariableDeclaration(item)], ts.NodeFlags.Const);
  const loop = labelled(node, emit.at(ts.isForInStatement(node) ? f.createForInStatement(variable, over, body) : f.createForOfStatement(node.awaitModifier, variable, over, body), node), emit);
  return head.length === 0 ? loop : f.createBlock([...head, loop], true);
}

/** const x = <item>;   or   x = <item>;   as the head of the loop says. */
export function binding(initializer: TS.ForInitializer, item: TS.Expression, emit: Emitter): TS.Statement {
  const { ts, f } = emit;
  if (!ts.isVariableDeclarationList(initializer)) return emit.mapped(f.createExpressionStatement(f.createAssignment(emit.visited(initializer), item)), initializer);
  const [declaration] = initializer.declarations;
  const given = f.updateVariableDeclaration(declaration!, emit.visited(declaration!.name), undefined, undefined, item);
  return emit.mapped(f.createVariableStatement(undefined, f.updateVariableDeclarationList(initializer, [given])), initializer);
}

/** for (const x of f(() => x))   ->   let $v; for (const [x] of ($v = f(() => x), [])); ... $v: there `x` never gets a value */
export function headOf({ initializer, expression }: TS.ForOfStatement | TS.ForInStatement, emit: Emitter): { head: TS.Statement[]; over: TS.Expression } {
  const { ts, f } = emit;
  const names = ts.isVariableDeclarationList(initializer) && initializer.flags & ts.NodeFlags.BlockScoped ? namesIn(initializer.declarations[0]!.name, ts).map(({ text }) => text) : [];
  if (!names.some((name) => mentions(expression, name, ts))) return { head: [], over: emit.visited(expression) };
  const value = emit.local('v');
  const none = f.createComma(f.createAssignment(value, emit.visited(expression)), f.createArrayLiteralExpression([]));
  // The names alone: nothing is ever taken apart there.
  const own = names.map((name) => f.createBindingElement(undefined, undefined, name));
  const list = f.createVariableDeclarationList([f.createVariableDeclaration(f.createArrayBindingPattern(own))], ts.NodeFlags.Const);
  return { head: [...emit.declare([value.text]), f.createForOfStatement(undefined, list, f.createParenthesizedExpression(none), f.createEmptyStatement())], over: value };
}

/** Takes the variables that each round of the loop must have. */
export function takeRounds(loop: TS.Node, emit: Emitter): readonly string[] {
  const names = emit.inRounds.get(loop) ?? [];
  emit.inRounds.delete(loop);
  return names;
}

/** What is made of a loop, under its labels. */
export function labelled(loop: TS.Statement, made: TS.Statement, emit: Emitter): TS.Statement {
  const { ts, f } = emit;
  let out = made;
  for (let parent: TS.Node = loop.parent; ts.isLabeledStatement(parent); parent = parent.parent) out = f.createLabeledStatement(emit.visited(parent.label), out);
  return out;
}
