/** Optional chains cut short around an await, and awaited on the spot. */
import type * as TS from 'typescript';
import type { Call } from '../machine';
import { isAccess, isBulky, skipOuter } from '../syntax';
import { spillMember } from './calls';
import type { Lowering } from './lowering';
import { NoFrame, spill, spillList } from './spill';

/** What a link of a chain came to, and the object it was read from. */
type Link = (value: TS.Expression, self: TS.Expression | undefined) => void;

/**
 * a?.b(await c).d   ->   $1 = void 0;  $2 = a;
 *                        if ($2 !== null && $2 !== void 0) { $3 = $2.b; await c; $1 = $call($3, $2, [$t], "a?.b").d }
 *
 * Where a link is missing the rest of the chain is not evaluated. see test/emit/optional-chain
 */
export function spillChain(node: TS.Expression, at: Lowering, finish: (value: TS.Expression) => TS.Expression = (value) => value, missing: TS.Expression = at.f.createVoidZero()): TS.Expression {
  const result = at.temp();
  at.assign(result, missing, node);
  link(node, at, (value) => at.assign(result, finish(value), node));
  return at.read(result);
}

/** (a?.b)(await c)      what is called: the value of the chain in the parentheses, and the object it was read from */
export function spillChainMember(node: TS.Expression, at: Lowering): { fn: TS.Expression; self: TS.Expression } {
  const [fn, self] = [at.temp(), at.temp()];
  for (const part of [fn, self]) at.assign(part, at.f.createVoidZero(), node);
  link(node, at, (value, object) => {
    if (object !== undefined) at.assign(self, object, node);
    at.assign(fn, value, node);
  });
  return { fn: at.read(fn), self: at.read(self) };
}

export function isChain(node: TS.Node, { ts }: Lowering): boolean {
  return (node.flags & ts.NodeFlags.OptionalChain) !== 0;
}

function link(node: TS.Expression, at: Lowering, then: Link): void {
  const { f, ts } = at;
  if (!isChain(node, at)) return start(node, at, then);
  if (ts.isNonNullExpression(node)) return link(node.expression, at, then);
  const questioned = (node as TS.CallChain).questionDotToken !== undefined;
  if (isAccess(node, ts)) {
    return link(node.expression, at, (object) => {
      const self = at.keep(object);
      unlessMissing(questioned, self, node, at, () => {
        if (ts.isPropertyAccessExpression(node)) return then(f.createPropertyAccessExpression(self, node.name), self);
        then(f.createElementAccessExpression(self, spill(node.argumentExpression, at)), self);
      });
    });
  }
  // Of the links only a template may not stand in a chain.
  if (!ts.isCallChain(node)) throw new NoFrame(`it awaits inside ${ts.SyntaxKind[node.kind]}`);
  const call = node;
  link(call.expression, at, (callee, self) => {
    const awaits = call.arguments.some((argument) => at.pauses(argument));
    if (!questioned && !awaits) return then(f.createCallExpression(callee, undefined, call.arguments), undefined);
    const fn = at.keep(callee);
    unlessMissing(questioned, fn, node, at, () => {
      const args = f.createArrayLiteralExpression(spillList(call.arguments, at));
      then(f.createCallExpression(at.runtime('call'), undefined, [fn, self ?? f.createVoidZero(), args, f.createStringLiteral(call.expression.getText(at.file))]), undefined);
    });
  });
}

/** Where the chain begins; the object of a member is kept, in case it is called. */
function start(written: TS.Expression, at: Lowering, then: Link): void {
  const { f, ts } = at;
  const node = skipOuter(written, ts);
  if (isChain(node, at)) {
    const { fn, self } = spillChainMember(node, at);
    return then(fn, self);
  }
  if (!isAccess(node, ts)) return then(spill(written, at), undefined);
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) {
    const key = ts.isElementAccessExpression(node) ? spill(node.argumentExpression, at) : undefined;
    return then(at.updateAccess(node, node.expression, key), f.createThis());
  }
  const parts = spillList(ts.isElementAccessExpression(node) ? [node.expression, node.argumentExpression] : [node.expression], at);
  const self = at.keep(parts[0]!);
  then(at.updateAccess(node, self, parts[1]), self);
}

function unlessMissing(questioned: boolean, value: TS.Expression, source: TS.Node, at: Lowering, then: () => void): void {
  const { f } = at;
  if (!questioned) return then();
  const isThere = f.createLogicalAnd(f.createStrictInequality(value, f.createNull()), f.createStrictInequality(value, f.createVoidZero()));
  at.when(isThere, then, undefined, source);
}

/**
 * await o?.a.m(x)    ->   $1 = o;              <await $1.a.m(x), unless there is no $1>
 * await o.m?.(x)     ->   $1 = o; $2 = $1.m;   <await $2(x) on $1, unless there is no $2>
 *
 * Undefined where more than that is left out with it: then the value of the chain is awaited. see test/emit/optional-chain
 */
export function chainOnTheSpot(node: TS.CallExpression, at: Lowering): Call | undefined {
  const { ts, f } = at;
  const callee = skipOuter(node.expression, ts);
  const args = node.arguments;
  // They are evaluated only where there is a call.
  if (args.some((argument) => at.pauses(argument))) return undefined;
  // A site writes its arguments twice, but for one that looks at the function.
  const bulky = args.some((argument) => isBulky(argument, ts));
  const text = callee.getText(at.file);
  if (node.questionDotToken !== undefined) {
    if (isAccess(callee, ts)) {
      const { fn, self } = isChain(callee, at) && callee.questionDotToken === undefined ? spillChainMember(callee, at) : spillMember(callee, at);
      const unless = at.keep(fn);
      return { kind: 'function', fn: unless, self, args, text, unless };
    }
    if (!ts.isIdentifier(callee) || callee.text === 'eval') return undefined;
    const unless = at.keep(callee);
    return { kind: 'function', fn: unless, self: bulky ? f.createVoidZero() : undefined, args, text, unless };
  }
  const questioned = lastQuestioned(callee, at);
  if (questioned === undefined || !isAccess(callee, ts)) return undefined;
  const isMember = ts.isPropertyAccessExpression(callee);
  const isMethod = isMember && ts.isIdentifier(callee.name) && !bulky;
  // What is looked at is called on something that is there already.
  if (!isMethod && (callee !== questioned || (bulky && isMember && ts.isPrivateIdentifier(callee.name)))) return undefined;
  const unless = at.keep(spill(questioned.expression, at));
  const rest = (part: TS.Expression): TS.Expression => {
    if (part === questioned.expression) return unless;
    if (ts.isNonNullExpression(part)) return rest(part.expression);
    if (ts.isPropertyAccessExpression(part)) return ts.setTextRange(f.createPropertyAccessExpression(rest(part.expression), part.name), part);
    if (ts.isElementAccessExpression(part)) return ts.setTextRange(f.createElementAccessExpression(rest(part.expression), part.argumentExpression), part);
    const call = part as TS.CallExpression;
    return ts.setTextRange(f.createCallExpression(rest(call.expression), undefined, call.arguments), call);
  };
  if (isMethod) return { kind: 'method', receiver: rest(callee.expression), name: callee.name.text, args, loaded: undefined, text, unless };
  return { kind: 'function', fn: rest(callee), self: unless, args, text, unless };
}

/** The last `?.member` of a chain; undefined where something behind it awaits, or a call is what may be left out: `o.m?.().n()`. */
function lastQuestioned(node: TS.Expression, at: Lowering): TS.PropertyAccessExpression | TS.ElementAccessExpression | undefined {
  const { ts } = at;
  if (ts.isNonNullExpression(node)) return lastQuestioned(node.expression, at);
  if (ts.isElementAccessExpression(node) && at.pauses(node.argumentExpression)) return undefined;
  if (isAccess(node, ts)) return node.questionDotToken === undefined ? lastQuestioned(node.expression, at) : node;
  if (!ts.isCallExpression(node) || node.questionDotToken !== undefined || node.arguments.some((argument) => at.pauses(argument))) return undefined;
  return lastQuestioned(node.expression, at);
}
