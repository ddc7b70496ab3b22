/** Optional chains cut short around an await, and awaited on the spot. */
import type * as TS from 'typescript';
import type { Call } from '../machine';
import { behindQuestion, optionalCall } from '../on-the-spot';
import { isAccess, skipOuter } from '../syntax';
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
 * see test/emit/optional-chain
 */
export function chainOnTheSpot(node: TS.CallExpression, at: Lowering): Call | undefined {
  const { ts, f } = at;
  const call = optionalCall(node, (part) => at.pauses(part), ts);
  if (call === undefined) return undefined;
  const { callee, isLookedAt } = call;
  const known = { args: node.arguments, text: callee.getText(at.file) };
  if (call.kind === 'function') {
    const fn = at.keep(call.callee);
    return { ...known, kind: 'function', fn, self: isLookedAt ? f.createVoidZero() : undefined, unless: fn };
  }
  if (call.kind === 'member') {
    const { fn, self } = spillMember(call.callee, at);
    const unless = at.keep(fn);
    return { ...known, kind: 'function', fn: unless, self, unless };
  }
  const { questioned } = call;
  const unless = at.keep(spill(questioned.expression, at));
  const behind = (part: TS.Expression): TS.Expression => behindQuestion(part, questioned, unless, ts, f);
  if (isLookedAt) return { ...known, kind: 'function', fn: behind(call.callee), self: unless, unless };
  const { expression, name } = call.callee as TS.PropertyAccessExpression;
  return { ...known, kind: 'method', receiver: behind(expression), name: name.text, loaded: undefined, unless };
}
