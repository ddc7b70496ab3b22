/** The calls on the spot of a generator: what is evaluated before them, and how they are polled. */
import type * as TS from 'typescript';
import type { Call } from '../machine';
import type { Planned } from '../model';
import { behindQuestion, isChoice, optionalCall } from '../on-the-spot';
import { goesOn, isAccess, isBulky, skipOuter } from '../syntax';
import type { Emitter } from './emitter';
import { canBeReady, DEPTH_LIMIT, isLookedAt, isUncompiledPrivate, operandOf, pollOf, site, type SiteContext } from './site';

/** How a generator waits. */
export interface Waiting extends Pick<SiteContext, 'need' | 'depth'> {
  /** For a value. */
  readonly pause: (value: TS.Expression) => TS.Expression;
  /** For what `$await` has been told. */
  readonly pauseAt: (awaited: TS.Expression) => TS.Expression;
  /** For what a poll has left. */
  readonly waits: () => TS.Expression;
}

/** A call, and what is evaluated before it. */
interface Prepared { readonly before: readonly TS.Expression[]; readonly operand: Call }

/**
 * await x.m(a)     ->   (($t = <poll site>) === $pending ? $came(yield) : $t)
 * await v          ->   ($came(yield $await(v)))
 * return x.m(a)    ->   return <may it be polled> ? (($t = <poll>) === $pending ? $came(yield) : $t) : x.m(a)
 */
export class CoroutineCalls {
  private temporaries = 0;

  constructor(
    private readonly planned: Planned,
    private readonly privates: SiteContext['privates'],
    private readonly how: Waiting,
    private readonly emit: Emitter,
  ) {}

  private contextOf(source: TS.Node): SiteContext {
    const { need, depth } = this.how;
    return { scheduling: this.planned.facts.trait.scheduling, privates: this.privates, source, need, depth };
  }

  /** `await <written>`, at `awaited`. */
  awaited(written: TS.Expression, awaited: TS.AwaitExpression): TS.Expression {
    const { emit } = this;
    const { ts, f } = emit;
    const { scheduling } = this.planned.facts.trait;
    const choice = skipOuter(written, ts);
    if (scheduling === 'eager' && isChoice(choice, ts)) return this.choice(choice, awaited);
    const context = this.contextOf(awaited);
    const call = this.callOnTheSpot(choice, context);
    if (call === undefined) return emit.mapped(this.how.pause(emit.visited(written)), awaited);
    const { before, operand } = call;
    const value = emit.mapped(site(operand, context, emit), awaited);
    const made = canBeReady(operand, scheduling, emit)
      ? f.createConditionalExpression(value, undefined, this.how.waits(), undefined, this.how.need('t'))
      : this.how.pauseAt(value);
    return emit.mapped(f.createParenthesizedExpression([...before, made].reduce((left, right) => f.createComma(left, right))), awaited);
  }

  private temporary(): TS.Identifier {
    return this.how.need(String(++this.temporaries));
  }

  private kept(before: TS.Expression[], value: TS.Expression): TS.Identifier {
    const temporary = this.temporary();
    before.push(this.emit.f.createAssignment(temporary, value));
    return temporary;
  }

  /** What is evaluated before it, and the call. */
  private callOnTheSpot(node: TS.Expression, context: SiteContext): Prepared | undefined {
    const { emit } = this;
    const { ts } = emit;
    if (!ts.isCallExpression(node) || emit.replacements.has(node)) return undefined;
    if (node.flags & ts.NodeFlags.OptionalChain) return this.chainOnTheSpot(node);
    const written = operandOf(node, emit);
    if (written === undefined) return undefined;
    const isOnce = !isLookedAt(written, context, emit) && written.args.some((argument) => this.planned.facts.pausing.has(argument) || isBulky(argument, ts));
    return isOnce || isMemberOfOther(written, emit) ? this.evaluated(written) : { before: [], operand: written };
  }

  /** The same as in frames: see 4-lower/chains.ts. */
  private chainOnTheSpot(node: TS.CallExpression): Prepared | undefined {
    const { emit } = this;
    const { ts, f } = emit;
    const call = optionalCall(node, (part) => this.planned.facts.pausing.has(part), ts);
    if (call === undefined) return undefined;
    const before: TS.Expression[] = [];
    const { callee, isLookedAt } = call;
    const known = { args: node.arguments, text: callee.getText() };
    if (call.kind === 'function') {
      const fn = this.kept(before, emit.visited(callee));
      return { before, operand: { ...known, kind: 'function', fn, self: isLookedAt ? f.createVoidZero() : undefined, unless: fn } };
    }
    if (call.kind === 'member') {
      const { expression } = call.callee;
      const isSuper = expression.kind === ts.SyntaxKind.SuperKeyword;
      const self = isSuper ? f.createThis() : this.kept(before, emit.visited(expression));
      const fn = this.kept(before, isSuper ? emit.visited(callee) : this.memberOf(self, call.callee));
      return { before, operand: { ...known, kind: 'function', fn, self, unless: fn } };
    }
    const { questioned } = call;
    const unless = this.kept(before, emit.visited(questioned.expression));
    const behind = (part: TS.Expression): TS.Expression => behindQuestion(part, questioned, unless, ts, f);
    if (isLookedAt) return { before, operand: { ...known, kind: 'function', fn: behind(callee), self: unless, unless } };
    const { expression, name } = call.callee as TS.PropertyAccessExpression;
    return { before, operand: { ...known, kind: 'method', receiver: behind(expression), name: name.text, loaded: undefined, unless } };
  }

  /** o?.[k]   ->   $1?.[k] */
  private memberOf(self: TS.Expression, callee: TS.PropertyAccessExpression | TS.ElementAccessExpression): TS.Expression {
    const { emit } = this;
    const { ts, f } = emit;
    const { questionDotToken } = callee;
    if (ts.isPropertyAccessExpression(callee)) return questionDotToken ? f.createPropertyAccessChain(self, questionDotToken, callee.name) : f.createPropertyAccessExpression(self, callee.name);
    const key = emit.visited(callee.argumentExpression);
    return questionDotToken ? f.createElementAccessChain(self, questionDotToken, key) : f.createElementAccessExpression(self, key);
  }

  /**
   * await (c ? a() : b)   ->   (c ? <await a()> : <await b>)
   * await (a ?? b())      ->   (($1 = a) === null || $1 === void 0 ? <await b()> : <await $1>)
   */
  private choice(choice: TS.ConditionalExpression | TS.BinaryExpression, awaited: TS.AwaitExpression): TS.Expression {
    const { emit } = this;
    const { ts, f } = emit;
    const either = (test: TS.Expression, whenTrue: TS.Expression, whenFalse: TS.Expression): TS.Expression =>
      f.createParenthesizedExpression(f.createConditionalExpression(test, undefined, whenTrue, undefined, whenFalse));
    if (ts.isConditionalExpression(choice)) return either(emit.visited(choice.condition), this.awaited(choice.whenTrue, awaited), this.awaited(choice.whenFalse, awaited));
    const { operatorToken: { kind } } = choice;
    const left = this.temporary();
    const given = f.createParenthesizedExpression(f.createAssignment(left, emit.visited(choice.left)));
    return either(goesOn(kind, given, left, ts, f), this.awaited(choice.right, awaited), this.how.pause(left));
  }

  /** What a poll comes to, here. */
  waitedFor(value: TS.Expression): TS.Expression {
    const { emit } = this;
    const { f } = emit;
    const result = this.how.need('t');
    const isPending = f.createStrictEquality(f.createParenthesizedExpression(f.createAssignment(result, value)), emit.names.runtime('pending'));
    return f.createParenthesizedExpression(f.createConditionalExpression(isPending, undefined, this.how.waits(), undefined, result));
  }

  /** A call that the method ends with. What is not polled is returned as it is, and adopted by the runtime. */
  tail(call: TS.CallExpression): TS.Expression {
    const { emit } = this;
    const { ts, f } = emit;
    const context = this.contextOf(call);
    const operand = operandOf(call, emit)!;
    if (!isLookedAt(operand, context, emit)) {
      const { test, polled: value, called } = pollOf(operand, context, emit);
      return test === undefined ? this.waitedFor(value) : f.createParenthesizedExpression(f.createConditionalExpression(test, undefined, this.waitedFor(value), undefined, called));
    }
    const args = (): TS.Expression[] => emit.visitedAll(operand.args);
    const called = (): TS.Expression => f.createCallExpression(emit.visited(operand.fn), undefined, args());
    if (isUncompiledPrivate(operand, ts)) return called();
    const value = emit.local('v');
    const asItIs = f.createArrowFunction(undefined, undefined, [f.createParameterDeclaration(undefined, undefined, value)], undefined, f.createToken(ts.SyntaxKind.EqualsGreaterThanToken), value);
    const looked = emit.call('pollFunction', context.depth.passed(), emit.visited(operand.fn), operand.self, f.createArrayLiteralExpression(args()), f.createStringLiteral(operand.text), asItIs);
    const isShallow = f.createLessThan(context.depth.reached!(), f.createNumericLiteral(DEPTH_LIMIT));
    return f.createParenthesizedExpression(f.createConditionalExpression(isShallow, undefined, this.waitedFor(looked), undefined, called()));
  }

  /**
   * await o.m(await x, () => y)   ->   ($1 = o, $2 = $1.m, $3 = [<await x>, () => y], <await $1.m(...$3), if that is still $2>)
   * await o[k](x)                 ->   ($1 = o, $2 = k, <await $1[$2](x)>)
   *
   * A site writes its arguments twice: those that await, or are long, are evaluated before it, in their order. And some receivers.
   * see test/emit/coroutine
   */
  private evaluated(call: Call): Prepared {
    const { emit } = this;
    const { ts, f } = emit;
    const before: TS.Expression[] = [];
    const keep = (value: TS.Expression): TS.Identifier => this.kept(before, value);
    const keepArguments = (): TS.Expression[] => [f.createSpreadElement(keep(f.createArrayLiteralExpression(emit.visitedAll(call.args))))];
    if (call.kind === 'method') {
      const receiver = keep(emit.visited(call.receiver));
      return { before, operand: { ...call, receiver, loaded: keep(f.createPropertyAccessExpression(receiver, call.name)), args: keepArguments() } };
    }
    if (isMemberOfOther(call, emit)) {
      const { fn } = call;
      const self = keep(emit.visited(fn.expression));
      if (!ts.isElementAccessExpression(fn)) return { before, operand: { ...call, self, fn: f.createPropertyAccessExpression(self, fn.name) } };
      const key = emit.visited(fn.argumentExpression);
      return { before, operand: { ...call, self, fn: f.createElementAccessExpression(self, ts.isLiteralExpression(key) ? key : keep(key)) } };
    }
    // A private method cannot be another one later.
    const fn = call.self === undefined ? keep(emit.visited(call.fn)) : call.fn;
    return { before, operand: { ...call, fn, args: keepArguments() } };
  }
}

/** `o[k]()`, `o.#m()`: the function is looked up on what must be evaluated once. */
function isMemberOfOther(call: Call, { ts }: Emitter): call is Call & { readonly kind: 'function'; readonly fn: TS.PropertyAccessExpression | TS.ElementAccessExpression } {
  if (call.kind !== 'function' || call.self === undefined || !isAccess(call.fn, ts)) return false;
  const { kind } = call.fn.expression;
  return kind !== ts.SyntaxKind.SuperKeyword && kind !== ts.SyntaxKind.ThisKeyword;
}
