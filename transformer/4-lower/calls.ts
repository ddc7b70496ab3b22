/** Awaited calls, and calls that await: the callee, its object and the arguments are evaluated in their order. */
import type * as TS from 'typescript';
import type { Call } from '../machine';
import { isChoice } from '../on-the-spot';
import { goesOn, isAccess, isBulky, skipOuter } from '../syntax';
import { chainOnTheSpot, isChain, spillChainMember } from './chains';
import { lowerTogether } from './join';
import type { Lowering } from './lowering';
import { NoFrame, spill, spillList, spillReference } from './spill';

export function spillAwait(node: TS.AwaitExpression, at: Lowering): TS.Expression {
  return awaitOf(node.expression, node, at);
}

function awaitOf(written: TS.Expression, node: TS.AwaitExpression, at: Lowering): TS.Expression {
  const { ts } = at;
  const operand = skipOuter(written, ts);
  if (at.facts.trait.scheduling === 'eager' && isChoice(operand, ts)) return awaitChoice(operand, node, at);
  const isCall = ts.isCallExpression(operand);
  const together = isCall ? lowerTogether(operand, at) : undefined;
  if (together !== undefined) return at.await(together, node);
  const call = !isCall ? undefined : isChain(operand, at) ? chainOnTheSpot(operand, at) : callOnTheSpot(operand, at);
  return at.await(call ?? { kind: 'value', value: spill(written, at), isCall }, node);
}

/**
 * await (c ? a() : b)   ->   if (c) <await a()> else <await b>
 * await (a ?? b())      ->   $1 = a;  if ($1 === null || $1 === void 0) <await b()> else <await $1>
 *
 * Whichever it is, it leaves its value in `$t`. see test/emit/await-choice
 */
function awaitChoice(choice: TS.ConditionalExpression | TS.BinaryExpression, node: TS.AwaitExpression, at: Lowering): TS.Expression {
  const { ts, f } = at;
  const awaits = (part: TS.Expression) => (): void => void awaitOf(part, node, at);
  if (ts.isConditionalExpression(choice)) at.when(spill(choice.condition, at), awaits(choice.whenTrue), awaits(choice.whenFalse), node);
  else {
    const left = at.keep(spill(choice.left, at));
    at.when(goesOn(choice.operatorToken.kind, left, left, ts, f), awaits(choice.right), awaits(left), node);
  }
  return at.awaited();
}

/** The call that is polled; undefined where it is a call of something that no poll hangs on. */
function callOnTheSpot(node: TS.CallExpression, at: Lowering): Call | undefined {
  const { ts } = at;
  const callee = skipOuter(node.expression, ts);
  if (isChain(callee, at)) return undefined;
  // A poll site writes its arguments twice; what is bulky is evaluated once, before.
  const bulky = node.arguments.some((argument) => isBulky(argument, ts));
  const awaitsInArguments = bulky || node.arguments.some((argument) => at.pauses(argument));
  const argumentList = (): TS.Expression[] => {
    const values = spillList(node.arguments, at);
    if (!bulky) return values;
    // What is spread is taken apart at its place: `f(...a(), () => b)`   ->   $1 = [...a()]; $2 = () => b; f(...$1, $2)
    return values.map((value) => (ts.isSpreadElement(value) ? at.f.updateSpreadElement(value, at.keep(at.f.createArrayLiteralExpression([value]))) : at.keep(value)));
  };
  const text = callee.getText(at.file);
  if (ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.name) && callee.expression.kind !== ts.SyntaxKind.SuperKeyword) {
    let receiver = spill(callee.expression, at);
    let loaded: TS.Expression | undefined;
    if (awaitsInArguments) {
      receiver = at.keep(receiver);
      loaded = at.keep(at.f.createPropertyAccessExpression(receiver, callee.name));
    }
    return { kind: 'method', receiver, name: callee.name.text, args: argumentList(), loaded, text };
  }
  const isMember = isAccess(callee, ts);
  if (!isMember && !(ts.isIdentifier(callee) && callee.text !== 'eval')) return undefined;
  let self: TS.Expression | undefined;
  let fn: TS.Expression = callee;
  if (isMember && callee.expression.kind === ts.SyntaxKind.SuperKeyword) {
    self = at.f.createThis();
    if (ts.isElementAccessExpression(callee)) fn = at.updateAccess(callee, callee.expression, spill(callee.argumentExpression, at));
  } else if (isMember) {
    const parts = spillList(ts.isElementAccessExpression(callee) ? [callee.expression, callee.argumentExpression] : [callee.expression], at);
    self = at.keep(parts[0]!);
    fn = at.updateAccess(callee, self, parts[1]);
  }
  if (awaitsInArguments) fn = at.keep(fn);
  return { kind: 'function', fn, self, args: argumentList(), text };
}

export function spillCall(node: TS.CallExpression, at: Lowering): TS.Expression {
  const { ts, f } = at;
  const callee = skipOuter(node.expression, ts);
  const awaitsInArguments = node.arguments.some((argument) => at.pauses(argument));
  if (!awaitsInArguments && !isChain(callee, at)) {
    // Only the callee awaits: `(await x).m(a)` keeps its reference.
    const inner = isAccess(callee, ts) ? spillReference(callee, at, false) : spill(node.expression, at);
    return at.updateCall(node, inner, node.arguments);
  }
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return at.updateCall(node, node.expression, spillList(node.arguments, at));
  const text = callee.getText(at.file);
  let self: TS.Expression = f.createVoidZero();
  let fn: TS.Expression;
  if (callee.kind === ts.SyntaxKind.SuperKeyword) throw new NoFrame('it awaits inside a call of `super`');
  if (isChain(callee, at)) ({ fn, self } = spillChainMember(callee, at));
  else if (isAccess(callee, ts)) {
    const member = spillMember(callee, at);
    self = member.self;
    fn = at.keep(member.fn);
  } else fn = at.keep(spill(node.expression, at));
  const args = spillList(node.arguments, at);
  return f.createCallExpression(at.runtime('call'), undefined, [fn, self, f.createArrayLiteralExpression(args), f.createStringLiteral(text)]);
}

/** A member that will be called, and the object it is called on. */
export function spillMember(callee: TS.PropertyAccessExpression | TS.ElementAccessExpression, at: Lowering): { fn: TS.Expression; self: TS.Expression } {
  const { ts, f } = at;
  if (callee.expression.kind === ts.SyntaxKind.SuperKeyword) return { fn: spillReference(callee, at, false), self: f.createThis() };
  const parts = spillList(ts.isElementAccessExpression(callee) ? [callee.expression, callee.argumentExpression] : [callee.expression], at);
  const self = at.keep(parts[0]!);
  return { fn: at.updateAccess(callee, self, parts[1]), self };
}
