/** `await join(this.a(), p)`: the arguments that are calls become polls. */
import type * as TS from 'typescript';
import type { Call, Together } from '../machine';
import { skipOuter } from '../syntax';
import { isChain } from './chains';
import type { Lowering } from './lowering';

/**
 * await join(this.a(f()), p)   ->   $1 = f(); <poll this.a($1)>; <p>
 *
 * The arguments of the calls are evaluated in their turn, but outside of the `try` around the poll: what they throw is
 * thrown where `join` is called. Undefined where `join` has no call to poll, or an argument awaits: then it is an ordinary
 * call of the function. see test/emit/join
 */
export function lowerTogether(node: TS.CallExpression, at: Lowering): Together | undefined {
  const { ts, facts } = at;
  const how = facts.combinators.get(node);
  if (how === undefined || facts.trait.scheduling === 'microtask' || node.arguments.some((argument) => ts.isSpreadElement(argument) || at.pauses(argument))) return undefined;
  const parts = node.arguments.map((argument) => lowerPart(argument, at));
  return parts.some(({ operand }) => operand.kind !== 'value') ? { kind: 'together', how, parts } : undefined;
}

function lowerPart(argument: TS.Expression, at: Lowering): Together['parts'][number] {
  const { ts } = at;
  const call = skipOuter(argument, ts);
  // A `join` inside of a `join` is a function like any other.
  const asValue = { lets: [], operand: { kind: 'value', value: argument, isCall: false } } as const;
  if (!ts.isCallExpression(call) || call.flags & ts.NodeFlags.OptionalChain || at.facts.combinators.has(call)) return asValue;
  const callee = skipOuter(call.expression, ts);
  if (isChain(callee, at)) return asValue;
  const isMethod = ts.isPropertyAccessExpression(callee) && callee.expression.kind !== ts.SyntaxKind.SuperKeyword;
  const isPrivate = isMethod && ts.isPrivateIdentifier(callee.name);
  if (isPrivate && callee.expression.kind !== ts.SyntaxKind.ThisKeyword) return asValue;
  if (!isMethod && (!ts.isIdentifier(callee) || callee.text === 'eval')) return asValue;
  const lets: { temp: TS.Identifier; value: TS.Expression }[] = [];
  const kept = (value: TS.Expression): TS.Expression => {
    if (isSimple(value, at)) return value;
    const temp = at.read(at.temp());
    lets.push({ temp, value });
    return temp;
  };
  const spread = call.arguments.some((value) => ts.isSpreadElement(value));
  if (spread) return asValue;
  const text = callee.getText(at.file);
  let operand: Call;
  if (isMethod && !isPrivate) {
    const receiver = kept(callee.expression);
    operand = { kind: 'method', receiver, name: callee.name.text, args: call.arguments.map(kept), loaded: undefined, text };
  } else operand = { kind: 'function', fn: callee, self: isMethod ? callee.expression : undefined, args: call.arguments.map(kept), text };
  return { lets, operand };
}

/** Reading it can neither throw nor be seen. */
function isSimple(node: TS.Expression, { ts, facts: { bindingOf, cells } }: Lowering): boolean {
  const value = skipOuter(node, ts);
  if (value.kind === ts.SyntaxKind.ThisKeyword || value.kind === ts.SyntaxKind.NullKeyword || value.kind === ts.SyntaxKind.TrueKeyword || value.kind === ts.SyntaxKind.FalseKeyword) return true;
  if (ts.isLiteralExpression(value)) return !ts.isRegularExpressionLiteral(value);
  const binding = ts.isIdentifier(value) ? bindingOf.get(value) : undefined;
  // What may be read before its declaration is in a cell.
  return binding !== undefined && binding.kind !== 'class' && !cells.has(binding);
}
