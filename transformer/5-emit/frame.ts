/** Writes a machine as TypeScript: the ready path as it was written, and the way back in after a suspension. */
import type * as TS from 'typescript';
import { pauses, statesOf, type AwaitStep, type BlockStep, type LoopStep, type Step, type SwitchStep, type TryStep } from '../machine';
import { awaitsOf, type BreakLabel } from './body-writer';
import type { Emitter } from './emitter';
import { togetherSite } from './join';
import type { Parameters } from './parameters';
import { SuspendWriter } from './suspend-writer';
import { site, type SiteContext } from './site';

export class FrameWriter extends SuspendWriter {
  /** The body of the poll, or what collects the arguments of a stream. `guard` goes first, then what was in the parameter list. */
  poll(guard: TS.Statement[], { entry: parameters, forward }: Parameters): TS.Statement[] {
    if (guard.length > 0) this.need('p');
    if (this.isWrittenOnce) return [...this.directives(), ...this.declareLocals(), ...guard, this.throughEntry(forward)];
    const written = this.list(this.machine.steps);
    return [...this.directives(), ...this.declareLocals(), ...this.variablesLeftOut(), ...guard, ...parameters, ...written];
  }

  /** What stands behind an await that always waits is left away, its `var`s too; but they are saved. */
  private variablesLeftOut(): TS.Statement[] {
    const { steps, saved } = this.machine;
    if (awaitsOf(steps).every((step) => this.isPolled(step))) return [];
    return this.emit.declare(saved.flatMap(({ name, binding }) => (binding?.kind === 'var' ? [name] : [])), this.emit.ts.NodeFlags.None);
  }

  /** The body of the entry: begins an activation at any depth, or resumes the one in a frame. What never waits is never resumed. */
  entry({ entry: parameters }: Parameters): TS.Statement[] {
    const { steps } = this.machine;
    if (!steps.some(pauses)) {
      const written = this.list(steps);
      return [...this.directives(), ...this.declareLocals(), ...parameters, ...written];
    }
    this.mode = 'entry';
    const written = this.block(steps, [this.planned.facts.trait.node], true);
    if (this.generates && completes(steps, this.emit)) written.push(this.emit.f.createReturnStatement(this.emit.call('ended', this.emit.local('f'))));
    return [...this.directives(), ...this.prologue(parameters), ...written];
  }

  /** return $C.next.entry.call(this, $d, a); */
  private throughEntry(forward: readonly TS.Expression[]): TS.Statement {
    const { f, ts } = this.emit;
    const entry = f.createPropertyAccessExpression(this.method(), 'entry');
    const args = [this.emit.local('d'), ...forward];
    const isArrow = ts.isArrowFunction(this.planned.facts.trait.node);
    return f.createReturnStatement(isArrow ? f.createCallExpression(entry, undefined, args) : f.createCallExpression(f.createPropertyAccessExpression(entry, 'call'), undefined, [f.createThis(), ...args]));
  }

  /** `'use strict'` only counts as the first statement of its function. */
  private directives(): TS.Statement[] {
    const { ts } = this.emit;
    const { body } = this.planned.facts.trait.node;
    if (!ts.isBlock(body)) return [];
    const isDirective = (statement: TS.Statement): boolean => ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
    const end = body.statements.findIndex((statement) => !isDirective(statement));
    return body.statements.slice(0, end < 0 ? body.statements.length : end).map((statement) => this.emit.f.createExpressionStatement((statement as TS.ExpressionStatement).expression));
  }

  // ------------------------------------------------------------------ steps

  private list(steps: readonly Step[]): TS.Statement[] {
    if (this.reenters && steps.some(pauses)) return this.dispatch(steps);
    const out: TS.Statement[] = [];
    const isFunction = (step: Step): boolean => step.kind === 'plain' && this.emit.ts.isFunctionDeclaration(step.statement);
    for (const step of [...steps.filter(isFunction), ...steps.filter((step) => !isFunction(step))]) {
      out.push(...this.step(step));
      // Behind an await that always waits, the ready path never goes on.
      if (!this.reenters && step.kind === 'await' && step.operand.kind !== 'poll' && !this.isPolled(step)) break;
    }
    return out;
  }

  /**
   * s1; await a(); s2   ->   switch ($s) { case 0: s1; <poll a>; case 1: <take>; s2 }
   *
   * The cases fall through: on the ready path it is one straight line.
   */
  private dispatch(steps: readonly Step[]): TS.Statement[] {
    const { emit } = this;
    const { f } = emit;
    const first = steps.findIndex(pauses);
    const only = steps.filter(pauses).length === 1;
    if (only && steps[first]!.kind !== 'await' && first === 0) return steps.flatMap((step) => this.step(step));
    const clauses: TS.CaseClause[] = [];
    let labels: TS.Expression[] = [f.createNumericLiteral(0)];
    let statements: TS.Statement[] = [];
    const flush = (): void => {
      if (labels.length === 0) return;
      const fall = labels.slice(0, -1).map((label) => f.createCaseClause(label, []));
      clauses.push(...fall, f.createCaseClause(labels[labels.length - 1]!, statements));
      labels = [];
      statements = [];
    };
    const label = (states: readonly number[]): void => {
      const isBare = statements.length === 0;
      if (!isBare) flush();
      labels.push(...states.map((state) => f.createNumericLiteral(state)));
    };
    for (const step of steps) {
      if (step.kind === 'await') {
        statements.push(...this.step(step));
        flush();
        label([step.state]);
        statements.push(...this.resumed(step));
      } else {
        if (pauses(step)) label(statesOf([step]));
        statements.push(...this.step(step));
      }
    }
    flush();
    return [f.createSwitchStatement(emit.local('s'), f.createCaseBlock(clauses))];
  }

  /** A step, and before it the variables of the classes it evaluates. */
  private step(step: Step): TS.Statement[] {
    const { anchored } = this.emit;
    const before = new Set(anchored.keys());
    const statements = this.stepAlone(step);
    const names: string[] = [];
    for (const [anchor, variables] of anchored) {
      if (before.has(anchor)) continue;
      names.push(...variables);
      anchored.delete(anchor);
    }
    return [...this.emit.declare(names), ...statements];
  }

  private stepAlone(step: Step): TS.Statement[] {
    const { emit } = this;
    switch (step.kind) {
      case 'plain': return this.declared(step.statement, step.source);
      case 'await': return this.await(step);
      case 'block': return [emit.f.createBlock(this.blockStep(step), true)];
      case 'if': return [this.if(step)];
      case 'loop': return this.loop(step);
      case 'try': return this.leavingTry((out) => out(this.try(step)));
      case 'switch': return this.switch(step);
      case 'label': return [this.labelled(step.labels, emit.f.createBlock(this.list(step.steps), true))];
    }
  }

  private blockStep(step: BlockStep): TS.Statement[] {
    if (this.reenters && pauses(step)) return this.block(step.steps, step.scopes, false);
    return this.within(false, () => this.list(step.steps));
  }

  /** A block that can be entered in the middle: its variables are declared first, and put back from the frame. */
  private block(steps: readonly Step[], scopes: readonly TS.Node[], isFunction: boolean): TS.Statement[] {
    const { emit } = this;
    const { f, ts } = emit;
    const functions = steps.flatMap((step) => (step.kind === 'plain' && ts.isFunctionDeclaration(step.statement) ? [step.statement] : []));
    const made = functions.map((declaration) => emit.set(declaration.name!, this.functionExpression(declaration)));
    const fresh = made.length === 0 ? [] : [f.createIfStatement(f.createStrictEquality(emit.local('s'), f.createNumericLiteral(0)), f.createBlock(made, true))];
    const rest = steps.filter((step) => !(step.kind === 'plain' && ts.isFunctionDeclaration(step.statement)));
    const entered = this.within(true, () => [...fresh, ...this.list(rest)]);
    return isFunction ? entered : [...this.restoreBlock(scopes), ...entered];
  }

  private within<T>(declaresAhead: boolean, write: () => T): T {
    const outer = this.declaresAhead;
    this.declaresAhead = declaresAhead;
    const written = write();
    this.declaresAhead = outer;
    return written;
  }

  private functionExpression(node: TS.FunctionDeclaration): TS.Expression {
    const visited = this.emit.visited(node) as TS.FunctionDeclaration | TS.VariableStatement;
    const { ts, f } = this.emit;
    // A declared generator may be called `yield`, an expression may not: it gets the name of its variable.
    const name = ts.isFunctionDeclaration(visited) && visited.asteriskToken && visited.name?.text === 'yield' ? undefined : node.name;
    if (ts.isFunctionDeclaration(visited)) return f.createFunctionExpression(ts.getModifiers(visited), visited.asteriskToken, name, undefined, visited.parameters, undefined, visited.body!);
    return visited.declarationList.declarations[0]!.initializer!;
  }

  private await(step: AwaitStep): TS.Statement[] {
    const { emit } = this;
    const { f } = emit;
    const { operand: awaited } = step;
    if (awaited.kind === 'yield' || awaited.kind === 'start') return this.give(step, awaited.kind === 'yield' ? awaited.item : undefined);
    const scheduling = this.planned.facts.trait.scheduling;
    const polled = this.isPolled(step);
    const context: SiteContext = { scheduling, privates: this.privates, source: step.source, need: this.need, depth: this.depth(step) };
    if (awaited.kind === 'together') {
      const { before, test } = togetherSite(awaited, context, emit);
      return [...before.map((statement) => emit.mapped(statement, step.source)), emit.at(f.createIfStatement(test, this.suspend(step)), step.source)];
    }
    const value = site(awaited, context, emit);
    if (!polled && awaited.kind !== 'poll') {
      // `await v` of anything else: nothing to test, it always waits.
      const operand = awaited.kind === 'value' ? emit.call('await', emit.visited(awaited.value)) : value;
      return [emit.at(f.createExpressionStatement(emit.mapped(operand, step.source)), step.source), this.suspend(step)];
    }
    return [emit.at(f.createIfStatement(emit.mapped(value, step.source), this.suspend(step)), step.source)];
  }

  private if(step: Step & { kind: 'if' }): TS.Statement {
    const { emit } = this;
    const { f } = emit;
    let test = emit.visited(step.test);
    if (this.reenters && pauses(step)) {
      const state = emit.local('s');
      const thenStates = statesOf(step.then);
      const elseStates = statesOf(step.otherwise);
      const resumed = f.createStrictInequality(state, f.createNumericLiteral(0));
      if (elseStates.length === 0) test = f.createLogicalOr(resumed, f.createParenthesizedExpression(test));
      else {
        const inThen = thenStates.length === 0 ? f.createFalse() : f.createLessThan(state, f.createNumericLiteral(elseStates[0]!));
        test = f.createConditionalExpression(resumed, undefined, inThen, undefined, f.createParenthesizedExpression(test));
      }
    }
    const otherwise = step.otherwise.length > 0 ? this.branch(step.otherwise) : undefined;
    return emit.at(f.createIfStatement(test, this.branch(step.then), otherwise), step.source);
  }

  /** The labels of a loop or switch as written, or one of ours in case a `break` needs it. */
  private breakLabel(written: readonly string[], word: string): BreakLabel {
    return written.length > 0 ? { names: written, used: true } : { names: [this.emit.names.unique(word)], used: false };
  }

  private labelled(labels: readonly string[], statement: TS.Statement): TS.Statement {
    return labels.reduceRight((inner, label) => this.emit.f.createLabeledStatement(label, inner), statement);
  }

  private branch(steps: readonly Step[]): TS.Statement {
    const statements = steps.length === 1 && steps[0]!.kind === 'block' ? this.blockStep(steps[0]!) : this.list(steps);
    return this.emit.f.createBlock(statements, true);
  }

  /**
   * while (more) { await a(); }   ->   in the entry:
   *
   *   let $clean = false;
   *   for (; $s !== 0 || more; ) {
   *       if ($s === 0 && $d === 0) { $clean = true; break; }      it was resumed, and its round is over
   *       switch ($s) { ... }
   *   }
   *   if ($clean) do { <as in the poll> } while (more);
   *
   * A public call's loop goes on resumed for ever, since its first await always yields. In the first of the two loops that costs
   * about 1 ns a round for the tests of `$s` and `$d` (4.5 ns against 3.4, `npm run bench`), in the second nothing.
   */
  private loop(step: LoopStep): TS.Statement[] {
    const { emit } = this;
    const { f, ts } = emit;
    const reenters = this.reenters && pauses(step);
    const waits = pauses(step) ? 1 : 0;
    const resumed = f.createStrictInequality(emit.local('s'), f.createNumericLiteral(0));
    const test = step.test && emit.visited(step.test);
    const label = this.breakLabel(step.labels, 'loop');
    this.breakLabels.push(label);
    this.loops += waits;
    const body = this.branch(step.body);
    const again = reenters && this.polls(step) && !this.isWrittenOnce ? this.cleanly(() => this.branch(step.body)) : undefined;
    this.loops -= waits;
    this.breakLabels.pop();
    let init: TS.ForInitializer | undefined;
    const before: TS.Statement[] = [];
    if (step.init !== undefined) {
      if (!reenters) init = emit.visited(step.init);
      else {
        const first = ts.isVariableDeclarationList(step.init) ? this.within(true, () => this.declared(f.createVariableStatement(undefined, step.init as TS.VariableDeclarationList), step.init)) : [f.createExpressionStatement(emit.visited(step.init))];
        before.push(...this.restoreBlock(step.scopes));
        before.push(f.createIfStatement(f.createStrictEquality(emit.local('s'), f.createNumericLiteral(0)), f.createBlock(first, true)));
      }
    }
    const update = (): TS.Expression | undefined => step.update && emit.visited(step.update);
    const labelled = (loop: TS.Statement): TS.Statement => this.labelled(label.used ? label.names : [], emit.at(loop, step.source));
    const guarded = test && reenters && step.form !== 'do' ? f.createLogicalOr(resumed, f.createParenthesizedExpression(test)) : test;
    let first = body;
    const after: TS.Statement[] = [];
    if (again !== undefined) {
      const clean = emit.names.unique('clean');
      const flag = f.createIdentifier(clean);
      const isOver = f.createLogicalAnd(f.createStrictEquality(emit.local('s'), f.createNumericLiteral(0)), f.createStrictEquality(emit.local('d'), f.createNumericLiteral(0)));
      const leave = f.createIfStatement(isOver, f.createBlock([emit.set(flag, f.createTrue()), f.createBreakStatement()]));
      before.push(f.createVariableStatement(undefined, f.createVariableDeclarationList([f.createVariableDeclaration(flag, undefined, undefined, f.createFalse())], ts.NodeFlags.Let)));
      first = f.createBlock([leave, ...(body as TS.Block).statements], true);
      const more = step.test ? emit.visited(step.test) : f.createTrue();
      const next = update();
      after.push(f.createIfStatement(flag, labelled(f.createDoStatement(again, next ? f.createComma(next, f.createParenthesizedExpression(more)) : more))));
    }
    let loop: TS.Statement;
    if (step.form === 'do') loop = f.createDoStatement(first, guarded!);
    else if (step.form === 'while') loop = f.createWhileStatement(guarded!, first);
    else loop = f.createForStatement(init, guarded, update(), first);
    const all = [...before, labelled(loop), ...after];
    return before.length > 0 ? [f.createBlock(all, true)] : all;
  }

  private cleanly<T>(write: () => T): T {
    this.mode = 'clean';
    const written = this.within(false, write);
    this.mode = 'entry';
    return written;
  }

  private try(step: TryStep): TS.Statement {
    const { emit } = this;
    const { f } = emit;
    const waits = pauses(step);
    const body = f.createBlock(step.body.length === 1 && step.body[0]!.kind === 'block' ? this.blockStep(step.body[0]!) : this.list(step.body), true);
    let clause: TS.CatchClause | undefined;
    if (step.handler !== undefined) {
      const variable = step.catchVariable && f.createVariableDeclaration(step.catchVariable);
      const statements = this.plainList(step.handler);
      clause = f.createCatchClause(variable, f.createBlock(statements, true));
    }
    let finalizer: TS.Block | undefined;
    if (step.finalizer !== undefined) {
      const statements = this.plainList(step.finalizer);
      // Suspending is no way out of the `try`.
      const guarded = waits ? [f.createIfStatement(f.createStrictInequality(this.need('z'), emit.names.runtime('pending')), f.createBlock(statements, true))] : statements;
      finalizer = f.createBlock(guarded, true);
    }
    return emit.at(f.createTryStatement(body, clause, finalizer), step.source);
  }

  /**
   * switch (d) { case a: A; case b: await B }   re-entered:
   *   if ($s === 0) switch (d) { case a: $1 = 0; break; case b: $1 = 1; break; default: $1 = -1 } else $1 = <by state>;
   *   switch ($1) { case 0: A; case 1: await B }
   */
  private switch(step: SwitchStep): TS.Statement[] {
    const { emit } = this;
    const { f } = emit;
    const label = this.breakLabel(step.labels, 'switch');
    this.breakLabels.push(label);
    const reenters = this.reenters && pauses(step);
    const bodies = this.within(reenters, () => step.clauses.map((clause) => this.list(clause.steps)));
    this.breakLabels.pop();
    const labelled = (statement: TS.Statement): TS.Statement => this.labelled(label.used ? label.names : [], statement);
    if (!reenters) {
      const clauses = step.clauses.map(({ test }, i) => (test ? f.createCaseClause(emit.visited(test), bodies[i]!) : f.createDefaultClause(bodies[i]!)));
      return [labelled(emit.at(f.createSwitchStatement(emit.visited(step.discriminant), f.createCaseBlock(clauses)), step.source))];
    }
    const chosen = f.createIdentifier(step.clause.name);
    const choose = (index: number): TS.Statement[] => [emit.set(chosen, f.createNumericLiteral(index)), f.createBreakStatement()];
    const tests: TS.CaseOrDefaultClause[] = step.clauses.map(({ test }, i) => (test ? f.createCaseClause(emit.visited(test), choose(i)) : f.createDefaultClause(choose(i))));
    const none = step.clauses.length;
    if (step.clauses.every(({ test }) => test !== undefined)) tests.push(f.createDefaultClause(choose(none)));
    const fresh = f.createBlock([emit.at(f.createSwitchStatement(emit.visited(step.discriminant), f.createCaseBlock(tests)), step.source)], true);
    let byState: TS.Expression = f.createNumericLiteral(none);
    for (let i = step.clauses.length - 1; i >= 0; i--) {
      const states = statesOf(step.clauses[i]!.steps);
      if (states.length > 0) byState = f.createConditionalExpression(f.createLessThanEquals(emit.local('s'), f.createNumericLiteral(states[states.length - 1]!)), undefined, f.createNumericLiteral(i), undefined, byState);
    }
    const select = f.createIfStatement(f.createStrictEquality(emit.local('s'), f.createNumericLiteral(0)), fresh, f.createBlock([emit.set(chosen, byState)], true));
    const clauses = bodies.map((body, i) => f.createCaseClause(f.createNumericLiteral(i), body));
    return [f.createBlock([...this.restoreBlock(step.scopes), select, labelled(f.createSwitchStatement(chosen, f.createCaseBlock(clauses)))], true)];
  }
}

/** Can control reach the end of the list? */
function completes(steps: readonly Step[], { ts }: Emitter): boolean {
  const last = steps[steps.length - 1];
  return !(last?.kind === 'plain' && (ts.isReturnStatement(last.statement) || ts.isThrowStatement(last.statement)));
}
