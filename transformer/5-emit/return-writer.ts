/** Writes how a body is left: its `return`s, and what has to be done before a value is looked at. */
import type * as TS from 'typescript';
import type { Machine } from '../machine';
import type { Binding, Planned } from '../model';
import { disposes, goesOn, isGenerator, skipOuter } from '../syntax';
import type { Emitter } from './emitter';
import { breaksTo, completes, withoutLastBreak } from './jumps';
import { adopted, isPlain, returnValue, type ReturnContext } from './returns';
import { isLookedAt, isUncompiledPrivate, operandOf, pollOf, type Depth, type SiteContext } from './site';

export abstract class ReturnWriter {
  protected readonly locals = new Set<string>();

  constructor(
    protected readonly emit: Emitter,
    protected readonly planned: Planned,
    protected readonly machine: Machine,
    /** The expression for the runtime's Method object of this method. */
    protected readonly method: () => TS.Expression,
    protected readonly privates: SiteContext['privates'],
  ) {}

  /** Is it the body of a stream? */
  protected get generates(): boolean {
    return isGenerator(this.planned.facts.trait.node, this.emit.ts);
  }

  protected readonly need = (word: string): TS.Identifier => {
    this.locals.add(word);
    return this.emit.local(word);
  };

  /** The outermost `try` that is being written. */
  private tryLabel: { readonly name: string; used: boolean } | undefined = undefined;

  private returnsAt(at: TS.ReturnStatement | undefined): ReturnContext {
    const { bindingOf, usesArguments } = this.planned.facts;
    return { bindingOf: bindingOf as ReadonlyMap<TS.Node, Binding>, usesArguments, need: this.need, at: at && (this.emit.ts.getOriginalNode(at) as TS.ReturnStatement) };
  }

  /**
   * { using x = y; return v }   for (using x of xs) return v      x is disposed, and may throw, before `v.then` is looked at
   * for (const x of xs) return v                                  so is what iterates over xs closed
   */
  protected finishesFirst(node: TS.Node): boolean {
    const { ts } = this.emit;
    // The loop keeps its label, for `continue`.
    if (ts.isLabeledStatement(node)) return this.finishesFirst(node.statement);
    return ts.isTryStatement(node) || ts.isForOfStatement(node) || (!ts.isCaseBlock(node) && disposes(node, ts));
  }

  protected return(node: TS.ReturnStatement): TS.Statement | TS.Statement[] {
    const { emit } = this;
    const { f } = emit;
    if (this.generates) {
      // `return x` in a generator: x has been awaited already.
      const value = node.expression === undefined ? [] : [emit.visited(node.expression)];
      return emit.at(f.updateReturnStatement(node, emit.call('ended', emit.local('f'), ...value)), node);
    }
    const label = this.tryLabel;
    const context = this.returnsAt(node);
    const tail = label === undefined && node.expression !== undefined ? this.tail(node.expression, node, context) : undefined;
    if (tail !== undefined) return tail.map((statement, index) => (index === 0 ? emit.at(statement, node) : emit.mapped(statement, node)));
    if (label === undefined || node.expression === undefined || isPlain(node.expression, context, emit)) {
      return emit.at(f.updateReturnStatement(node, returnValue(node.expression, context, emit)), node);
    }
    label.used = true;
    const noted = emit.at(emit.set(this.need('r'), emit.visited(node.expression)), node);
    return [noted, f.createBreakStatement(label.name)];
  }

  /** How deep the call that the function ends with goes on. */
  protected abstract readonly tailDepth: Depth;

  /**
   * return o.m(a)         ->   return $canPoll($p = ($o = o)[$mPoll], $d) ? $p.call($o, $d + 1, a)
   *                                   : ($h = ($r = $o.m(a))?.then) ? $adopt($r, $h) : $r
   * return super.m(a)     ->   return $pollFunction($d + 1, super.m, this, [a], "super.m", $returned)
   * return c ? <a> : <b>  ->   if (c) return <a>; return <b>
   * return a ?? <b>       ->   if (($r = a) === null || $r === void 0) return <b>; return <$r, adopted if it is a thenable>
   *
   * What the poll gives is given on as it is: the value, or that it has to wait. see test/emit/tail-call
   */
  private tail(returned: TS.Expression, at: TS.ReturnStatement, context: ReturnContext): TS.Statement[] | undefined {
    const { emit } = this;
    const { f, ts } = emit;
    const give = (value: TS.Expression | undefined): TS.Statement => emit.mapped(f.createReturnStatement(value), at);
    const value = skipOuter(returned, ts);
    if (ts.isConditionalExpression(value)) {
      const [whenTrue, whenFalse] = [value.whenTrue, value.whenFalse].map((part) => this.tail(part, at, context));
      if (whenTrue === undefined && whenFalse === undefined) return undefined;
      const then = blockOrOne(whenTrue ?? [give(returnValue(value.whenTrue, context, emit))], f);
      return [f.createIfStatement(emit.visited(value.condition), then), ...(whenFalse ?? [give(returnValue(value.whenFalse, context, emit))])];
    }
    if (ts.isBinaryExpression(value)) {
      const tail = this.tail(value.right, at, context);
      if (tail === undefined) return undefined;
      const result = this.need('r');
      const given = f.createParenthesizedExpression(f.createAssignment(result, emit.visited(value.left)));
      return [f.createIfStatement(goesOn(value.operatorToken.kind, given, result, ts, f), blockOrOne(tail, f)), give(adopted(result, context, emit, result.text))];
    }
    const source = ts.getOriginalNode(value);
    if (!ts.isCallExpression(value) || !this.planned.facts.tailCalls.has(source)) return undefined;
    const site: SiteContext = { scheduling: 'eager', privates: this.privates, source, need: this.need, depth: this.tailDepth };
    const operand = operandOf(value, emit);
    if (operand === undefined) return undefined;
    if (isLookedAt(operand, site, emit)) {
      if (isUncompiledPrivate(operand, ts)) return undefined;
      const { fn, self, args, text } = operand;
      return [give(emit.call('pollFunction', site.depth.passed(), emit.visited(fn), self!, f.createArrayLiteralExpression(emit.visitedAll(args)), f.createStringLiteral(text), emit.names.runtime('returned')))];
    }
    const { test, polled, called } = pollOf(operand, site, emit);
    return [give(test === undefined ? polled : f.createConditionalExpression(test, undefined, polled, undefined, adopted(called, context, emit)))];
  }

  /**
   * try { if (c) return v; A } finally { B }
   *   ->   $done: {
   *            $try: try { if (c) { $r = v; break $try } A; break $done } finally { B }
   *            return <$r, adopted if it is a thenable>;
   *        }
   * try { return v } catch { return w }
   *   ->   try { $r = v } catch { $r = w }
   *        return <$r, adopted if it is a thenable>;
   *
   * An async method looks at `v.then` when it has ended, so after every `finally`, and no `catch` of its own sees the error
   * of a getter. A `finally` may throw or jump, and then nothing is returned: so it is where control comes out that tells, and
   * not a variable. see test/run/thenables
   */
  protected leavingTry(write: (out: (statement: TS.Statement) => TS.Statement[]) => TS.Statement[]): TS.Statement[] {
    const { emit } = this;
    const { f, ts } = emit;
    if (this.tryLabel !== undefined) return write((statement) => [statement]);
    const label = (this.tryLabel = { name: emit.names.unique('try'), used: false });
    const written = write((statement) => [statement]);
    this.tryLabel = undefined;
    if (!label.used) return written;
    const last = written[written.length - 1]!;
    const done = emit.names.unique('done');
    const ending = (block: TS.Block): TS.Block =>
      f.updateBlock(block, completes(block, ts) ? [...block.statements, f.createBreakStatement(done)] : withoutLastBreak(block.statements, label.name, emit));
    const leaving = ts.isTryStatement(last) ? this.endingTry(last, ending) : ending(ts.isBlock(last) ? last : f.createBlock([last], true));
    const value = f.createReturnStatement(adopted(emit.local('r'), this.returnsAt(undefined), emit, emit.local('r').text));
    const out = [breaksTo(leaving, label.name, ts) ? f.createLabeledStatement(label.name, leaving) : leaving, value];
    return [...written.slice(0, -1), ...(breaksTo(leaving, done, ts) ? [f.createLabeledStatement(done, f.createBlock(out, true))] : out)];
  }

  private endingTry(node: TS.TryStatement, ending: (block: TS.Block) => TS.Block): TS.Statement {
    const { f } = this.emit;
    const { catchClause } = node;
    const clause = catchClause && f.updateCatchClause(catchClause, catchClause.variableDeclaration, ending(catchClause.block));
    return f.updateTryStatement(node, ending(node.tryBlock), clause, node.finallyBlock);
  }
}

function blockOrOne(statements: readonly TS.Statement[], f: TS.NodeFactory): TS.Statement {
  return statements.length === 1 ? statements[0]! : f.createBlock(statements, true);
}
