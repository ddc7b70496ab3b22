/** Writes `await join(...)` and `await race(...)`. */
import type * as TS from 'typescript';
import type { Together } from '../machine';
import type { Emitter } from './emitter';
import { pollOf, type SiteContext } from './site';

/**
 * await join(this.a(x), p)
 *   ->   $j = $join(2);
 *        if (<this.a may be polled>) try {
 *            if (($t = $p.call(this, $d, x)) === $pending) $j.wait(); else $j.give($t);
 *        } catch ($e) { $j.fail($e); }
 *        else $j.other(this.a(x), this, $p);
 *        $j.other(p);
 *        if (($t = $j.end()) === $pending) return $suspend(...)
 *
 * Gives the statements and the test. see test/emit/join
 */
export function togetherSite(operand: Together, context: SiteContext, emit: Emitter): { before: TS.Statement[]; test: TS.Expression } {
  const { f } = emit;
  const joined = context.need('j');
  const result = context.need('t');
  const error = emit.local('e');
  const tell = (name: string, ...args: TS.Expression[]): TS.CallExpression => f.createCallExpression(f.createPropertyAccessExpression(joined, name), undefined, args);
  const told = (name: string, ...args: TS.Expression[]): TS.Statement => f.createExpressionStatement(tell(name, ...args));
  const isPending = (value: TS.Expression): TS.Expression => f.createStrictEquality(f.createParenthesizedExpression(f.createAssignment(result, value)), emit.names.runtime('pending'));
  const given: TS.Expression[] = operand.how === 'join' ? [f.createNumericLiteral(operand.parts.length)] : [];
  if (emit.host.options.checked) given.push(emit.names.runtime('checked'));
  const before: TS.Statement[] = [emit.set(joined, emit.call(operand.how, ...given))];
  for (const { lets, operand: part } of operand.parts) {
    for (const { temp, value } of lets) before.push(emit.set(temp, emit.visited(value)));
    if (part.kind === 'value') before.push(told('other', emit.visited(part.value)));
    else {
      const poll = pollOf(part, context, emit);
      const body = f.createIfStatement(isPending(poll.polled), told('wait'), told('give', result));
      const handler = f.createCatchClause(f.createVariableDeclaration(error), f.createBlock([told('fail', error)], true));
      const polled = f.createBlock([f.createTryStatement(f.createBlock([body], true), handler, undefined)], true);
      before.push(poll.test === undefined ? polled : f.createIfStatement(poll.test, polled, told('other', poll.called, ...poll.whose)));
    }
  }
  return { before, test: isPending(tell('end')) };
}
