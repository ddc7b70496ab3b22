/** How an awaited call is written. */
import type * as TS from 'typescript';
import type { Call, Operand, PollStep, Single } from '../machine';
import { isAccess, isMissing, skipOuter } from '../syntax';
import type { Emitter } from './emitter';

/** From this depth on calls are not polled: `LIMIT` of the runtime. */
export const DEPTH_LIMIT = 200;

export interface SiteContext {
  readonly scheduling: 'eager' | 'microtask';
  /** The `#private` methods of an enclosing class that are compiled, by name: those need no look-up at all. */
  readonly privates: (name: string, from: TS.Node) => boolean;
  readonly source: TS.Node;
  /** The locals this site uses besides `$t`. */
  readonly need: (word: string) => TS.Identifier;
  readonly depth: Depth;
}

/** How deep the call goes on eagerly: what is passed on, and what must not be too deep already. */
export interface Depth {
  readonly passed: () => TS.Expression;
  /** Undefined where it is certainly not. */
  readonly reached: (() => TS.Expression) | undefined;
}

/** Can this operand ever be ready? Everything else always takes its tick. */
export function canBeReady(operand: Operand, scheduling: 'eager' | 'microtask', emit: Emitter): boolean {
  if (scheduling === 'microtask') return false;
  if (operand.kind === 'yield' || operand.kind === 'start') return false;
  return operand.kind !== 'value' || (operand.isCall && emit.host.options.eager === 'values');
}

/**
 * await o.next(a)
 *   ->   if (($t = $canPoll($p = ($o = o)[$nextPoll], $d)
 *            ? $p.call($o, $d + 1, a)                      polled: `$t` is the value, or it has to wait
 *            : $await($o.next(a), $o, $p)) === $pending)   public: whatever it returns is awaited as natively; `$o` and `$p`
 *          return $suspend(...);                           say whose call it was, so that a cancellation can follow it
 *
 * Gives the test; where it is false, `$t` is the value. With `scheduling: 'microtask'` what is always awaited. The poll is looked up and
 * called at every site: in a helper function V8 would see all sites' methods in one place, 4.1 ns in place of 2.6.
 * see test/emit/await-call
 */
export function site(operand: Single | PollStep, context: SiteContext, emit: Emitter): TS.Expression {
  const { f } = emit;
  const pending = emit.names.runtime('pending');
  const isEager = context.scheduling === 'eager' && emit.host.options.eager === 'values';
  const given = (value: TS.Expression): TS.Expression => f.createStrictEquality(f.createParenthesizedExpression(f.createAssignment(context.need('t'), value)), pending);
  const awaited = (value: TS.Expression, isCall: boolean, whose: readonly TS.Expression[] = []): TS.Expression => emit.call(isEager && isCall ? 'awaitEager' : 'await', value, ...whose);
  if (operand.kind === 'poll') return given(f.createCallExpression(emit.visited(operand.step), undefined, [context.depth.passed()]));
  if (operand.kind === 'value') return given(awaited(emit.visited(operand.value), operand.isCall));

  const isMicrotask = context.scheduling === 'microtask';
  const { unless } = operand;
  // await o?.m(a)   ->   $1 === null || $1 === void 0 ? $await(void 0) : <the site of $1.m(a)>
  const unlessMissing = (value: TS.Expression): TS.Expression => {
    if (unless === undefined) return value;
    return f.createConditionalExpression(isMissing(emit.visited(unless), emit.visited(unless), f), undefined, awaited(f.createVoidZero(), true), undefined, value);
  };
  if (isLookedAt(operand, context, emit)) {
    const looked = emit.call(isMicrotask ? 'startFunction' : 'pollFunction', ...(isMicrotask ? [] : [context.depth.passed()]), emit.visited(operand.fn), emit.visited(operand.self), f.createArrayLiteralExpression(emit.visitedAll(operand.args)), f.createStringLiteral(operand.text));
    return isMicrotask ? unlessMissing(looked) : given(unlessMissing(looked));
  }
  if (isMicrotask) {
    const { publicCall } = callOf(operand, context, emit);
    return unlessMissing(awaited(publicCall.plain, true, whoseCall(operand, publicCall, emit)));
  }
  const { test, polled, called, whose } = pollOf(operand, context, emit);
  return given(unlessMissing(test === undefined ? polled : f.createConditionalExpression(test, undefined, polled, undefined, awaited(called, true, whose))));
}

/** `o.m(...)`, `f(...)`, `super.m(...)`, `o[k](...)`: how the call is polled; undefined where it is a call of something else. */
export function operandOf(operand: TS.CallExpression, emit: Emitter): Call | undefined {
  const { ts } = emit;
  const callee = skipOuter(operand.expression, ts);
  if (callee.flags & ts.NodeFlags.OptionalChain) return undefined;
  const text = ts.getOriginalNode(callee).getText();
  if (ts.isIdentifier(callee)) return { kind: 'function', fn: callee, self: undefined, args: operand.arguments, text };
  if (!isAccess(callee, ts)) return undefined;
  if (callee.expression.kind === ts.SyntaxKind.SuperKeyword) return { kind: 'function', fn: callee, self: emit.f.createThis(), args: operand.arguments, text };
  if (ts.isElementAccessExpression(callee) || ts.isPrivateIdentifier(callee.name)) return { kind: 'function', fn: callee, self: callee.expression, args: operand.arguments, text };
  return { kind: 'method', receiver: callee.expression, name: callee.name.text, args: operand.arguments, loaded: undefined, text };
}

/** Computed members and `super.m()`: the runtime has to look at the function. It gets the arguments as an array, written once. */
export function isLookedAt(operand: Call, context: SiteContext, emit: Emitter): operand is Call & { readonly kind: 'function'; readonly self: TS.Expression } {
  return operand.kind === 'function' && operand.self !== undefined && privateOf(operand.fn, context, emit) === undefined;
}

/** Of calls that are looked at, `this.#m(...)` of a private method that is none of ours. */
export function isUncompiledPrivate({ fn }: Call & { readonly kind: 'function' }, ts: Emitter['ts']): boolean {
  return ts.isPropertyAccessExpression(fn) && ts.isPrivateIdentifier(fn.name);
}

function callOf(operand: Call, context: SiteContext, emit: Emitter): { args: TS.Expression[]; publicCall: PublicCall } {
  const args = emit.visitedAll(operand.args);
  return { args, publicCall: publicCallOf(operand, args, context, emit) };
}

export interface Poll {
  /** May the method be polled? Undefined where it may in any case. Otherwise `called` is to be awaited; `whose` call that is, see `awaitValue` of the runtime. */
  readonly test: TS.Expression | undefined;
  readonly polled: TS.Expression;
  readonly called: TS.Expression;
  readonly whose: readonly TS.Expression[];
}

/** A call of a named method, of a private one, or of a function that is a variable. */
export function pollOf(operand: Call, context: SiteContext, emit: Emitter): Poll {
  const { f } = emit;
  const { args, publicCall } = callOf(operand, context, emit);
  const called = publicCall.call;
  const { reached, passed } = context.depth;
  const canPoll = (loaded: TS.Expression): TS.Expression => (reached === undefined ? emit.call('isPoll', loaded) : emit.call('canPoll', loaded, reached()));
  if (operand.kind === 'function') {
    const privateName = privateOf(operand.fn, context, emit);
    if (privateName !== undefined) {
      const poll = f.createPropertyAccessExpression(operand.self!, f.createPrivateIdentifier(emit.helperName(privateName, 'poll')));
      const test = reached && f.createLessThan(reached(), f.createNumericLiteral(DEPTH_LIMIT));
      return { test, polled: f.createCallExpression(poll, undefined, [passed(), ...args]), called, whose: [operand.self!, f.createTrue()] };
    }
    const fn = emit.visited(operand.fn);
    const poll = context.need('p');
    const found = f.createStrictEquality(f.createTypeOfExpression(fn), f.createStringLiteral('function'));
    const loaded = f.createAssignment(poll, f.createElementAccessExpression(fn, emit.names.runtime('functionPoll')));
    return { test: f.createLogicalAnd(found, canPoll(loaded)), polled: f.createCallExpression(poll, undefined, [passed(), ...args]), called, whose: [f.createVoidZero(), poll] };
  }
  const poll = context.need('p');
  const symbol = emit.names.symbol('pollSymbol', operand.name);
  const loaded = f.createAssignment(poll, f.createElementAccessExpression(publicCall.receiver!, symbol));
  let test = canPoll(loaded);
  if (operand.loaded !== undefined) {
    // The method was looked up before an argument awaited: it must be the one whose poll is taken now.
    const own = f.createElementAccessExpression(publicCall.again!, emit.names.symbol('publicSymbol', operand.name));
    test = f.createLogicalAnd(test, f.createStrictEquality(own, operand.loaded));
  }
  const polled = f.createCallExpression(f.createPropertyAccessExpression(poll, 'call'), undefined, [publicCall.again!, passed(), ...args]);
  return { test, polled, called, whose: [publicCall.again!, poll] };
}

interface PublicCall {
  /** As it is written in the branch that does not poll, where the receiver has been evaluated. */
  readonly call: TS.Expression;
  /** As it is written where there is no other branch: the receiver is evaluated in it. */
  readonly plain: TS.Expression;
  /** Evaluates the receiver. */
  readonly receiver?: TS.Expression;
  /** The receiver once it is evaluated. */
  readonly again?: TS.Expression;
}

function publicCallOf(operand: Call, args: TS.Expression[], context: SiteContext, emit: Emitter): PublicCall {
  const { f, ts } = emit;
  const checked = (fn: TS.Expression, self: TS.Expression, text: string): TS.Expression =>
    emit.call('call', fn, self, f.createArrayLiteralExpression(args), f.createStringLiteral(text));
  if (operand.kind === 'function') {
    const fn = emit.visited(operand.fn);
    const isKept = ts.isIdentifier(operand.fn) && operand.fn.pos < 0;
    const call = isKept ? checked(fn, operand.self ? emit.visited(operand.self) : f.createVoidZero(), operand.text) : f.createCallExpression(ts.isIdentifier(operand.fn) && fn !== operand.fn && ts.isPropertyAccessExpression(fn) ? f.createParenthesizedExpression(f.createComma(f.createNumericLiteral(0), fn)) : fn, undefined, args);
    return { call, plain: call };
  }
  const receiver = emit.visited(operand.receiver);
  const isStable = receiver.kind === ts.SyntaxKind.ThisKeyword || emit.isTemporary(receiver);
  const again = isStable ? receiver : context.need('o');
  const evaluated = isStable ? receiver : f.createParenthesizedExpression(f.createAssignment(again as TS.Identifier, receiver));
  const callOn = (target: TS.Expression): TS.Expression =>
    operand.loaded === undefined
      ? f.createCallExpression(f.createPropertyAccessExpression(target, operand.name), undefined, args)
      : checked(operand.loaded, target, operand.text);
  return { call: callOn(again), plain: callOn(evaluated), receiver: evaluated, again };
}

/** Where nothing is polled: the receiver and the poll of the call that has been made. */
function whoseCall(operand: Call, publicCall: PublicCall, emit: Emitter): TS.Expression[] {
  const { f } = emit;
  if (operand.kind === 'method') return [publicCall.again!, f.createElementAccessExpression(publicCall.again!, emit.names.symbol('pollSymbol', operand.name))];
  if (operand.self !== undefined) return [operand.self, f.createTrue()];
  return [f.createVoidZero(), f.createElementAccessExpression(emit.visited(operand.fn), emit.names.runtime('functionPoll'))];
}

function privateOf(fn: TS.Expression, { privates, source }: SiteContext, { ts }: Emitter): string | undefined {
  if (!ts.isPropertyAccessExpression(fn) || !ts.isPrivateIdentifier(fn.name)) return undefined;
  return privates(fn.name.text, source) ? fn.name.text : undefined;
}
