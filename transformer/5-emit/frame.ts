/** Writes a machine as TypeScript: the ready path as it was written, and the way back in after a suspension. */
import type * as TS from 'typescript';
import { pauses, statesOf, type AwaitStep, type BlockStep, type LabelStep, type Step } from '../machine';
import { directivesIn } from '../syntax';
import { CompoundWriter } from './compound-writer';
import { togetherSite } from './join';
import { completes } from './jumps';
import type { Parameters } from './parameters';
import { site, type SiteContext } from './site';

export class FrameWriter extends CompoundWriter {
  /** The body of the poll, or what collects the arguments of a stream. `guard` goes first, then what was in the parameter list. */
  poll(guard: TS.Statement[], { entry: parameters, forward }: Parameters): TS.Statement[] {
    if (guard.length > 0) this.need('p');
    if (this.isWrittenOnce && !this.generates) return [...this.directives(), ...this.declareLocals(), ...guard, this.throughEntry(forward)];
    const given = this.fromParameters(parameters);
    const cells = this.declareCells([this.planned.facts.trait.node]);
    const written = this.list(this.machine.steps);
    return [...this.directives(), ...this.declareLocals(), ...this.variablesLeftOut(), ...guard, ...given, ...cells, ...written];
  }

  /** The body of the entry: begins an activation at any depth, or resumes the one in a frame. What never waits is never resumed. */
  entry({ entry: parameters }: Parameters): TS.Statement[] {
    const { steps } = this.machine;
    if (!steps.some(pauses)) {
      this.mode = 'begin';
      const given = this.fromParameters(parameters);
      const cells = this.declareCells([this.planned.facts.trait.node]);
      const written = this.list(steps);
      return [...this.directives(), ...this.declareLocals(), ...this.variablesLeftOut(), ...given, ...cells, ...written];
    }
    const only = steps.filter(pauses);
    if (!this.generates && only.length === 1 && only[0]!.kind === 'await') return this.enteredOnce(only[0]!, parameters);
    this.mode = 'entry';
    const written = this.block(steps, [this.planned.facts.trait.node], true);
    if (this.generates && this.canEnd(steps)) written.push(this.emit.f.createReturnStatement(this.emit.call('ended', this.emit.local('f'))));
    return [...this.directives(), ...this.prologue(parameters), ...written];
  }

  /**
   * s1; await a(); s2   ->   if (typeof $f === "number") { s1; <poll a> } else { <restore>; <take> }  s2
   *
   * Whoever gets behind the only await does not ask any more whether it began or was resumed. see test/emit/await-call
   */
  private enteredOnce(only: AwaitStep, parameters: TS.Statement[]): TS.Statement[] {
    const { steps } = this.machine;
    const functions = steps.flatMap((step) => (this.isFunction(step) ? [step.statement] : []));
    const rest = steps.filter((step) => !this.isFunction(step));
    const at = rest.indexOf(only);
    this.mode = 'begin';
    const write = (part: readonly Step[]): TS.Statement[] => this.within(true, () => part.flatMap((step) => this.step(step)));
    const begins = [...this.fresh([this.planned.facts.trait.node], functions), ...write(rest.slice(0, at + 1))];
    // Both get there: who began, at its depth, and who was resumed.
    this.mode = 'poll';
    const written = write(rest.slice(at + 1));
    return [...this.directives(), ...this.prologueOnce(parameters, begins, [this.taken(only)]), ...written];
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
    const { ts, f } = this.emit;
    const { body } = this.planned.facts.trait.node;
    if (!ts.isBlock(body)) return [];
    return directivesIn(body.statements, ts).map((statement) => f.createExpressionStatement((statement as TS.ExpressionStatement).expression));
  }

  /** Can control reach the end of the steps? */
  private canEnd(steps: readonly Step[]): boolean {
    const last = steps[steps.length - 1];
    return last?.kind !== 'plain' || completes(last.statement, this.emit.ts);
  }

  // ------------------------------------------------------------------ steps

  protected list(steps: readonly Step[]): TS.Statement[] {
    if (this.reenters && steps.some(pauses)) return this.dispatch(steps);
    const out: TS.Statement[] = [];
    for (const step of [...steps.filter((step) => this.isFunction(step)), ...steps.filter((step) => !this.isFunction(step))]) {
      if (this.isFunction(step) && this.isInCell(step.statement)) out.push(...this.functionsMade([step.statement]));
      else out.push(...this.step(step));
      // Behind an await that always waits, the ready path never goes on.
      if (!this.reenters && step.kind === 'await' && step.operand.kind !== 'poll' && !this.isPolled(step)) break;
    }
    return out;
  }

  /**
   * s1; await a(); s2   ->   if (!$s) { s1; <poll a> } else <take>;  s2
   * s1; if (c) await a(); s2   ->   if (!$s) s1;  if ($s || c) <poll or take a>;  s2
   *
   * With more than one step that waits:
   *
   * s1; await a(); s2; await b(); s3   ->   switch ($s) { case 0: s1; <poll a>; case 1: <take>; s2; <poll b>; case 2: <take>; s3 }
   *
   * The cases fall through: on the ready path it is one straight line.
   */
  private dispatch(steps: readonly Step[]): TS.Statement[] {
    const first = steps.findIndex(pauses);
    const step = steps[first]!;
    if (first !== steps.findLastIndex(pauses)) return this.switchOver(steps);
    const before = steps.slice(0, first).flatMap((other) => this.step(other));
    const after = (): TS.Statement[] => steps.slice(first + 1).flatMap((other) => this.step(other));
    if (step.kind !== 'await') return [...this.entering(before, []), ...this.step(step), ...after()];
    return [...this.entering([...before, ...this.step(step)], this.goingOn(step)), ...after()];
  }

  private switchOver(steps: readonly Step[]): TS.Statement[] {
    const { emit } = this;
    const { f } = emit;
    const clauses: TS.CaseClause[] = [];
    // The body of a stream is entered in its first state.
    let labels: TS.Expression[] = isStart(steps[0]!) ? [] : [f.createNumericLiteral(0)];
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
    this.hidingBreaks(() => {
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
    });
    flush();
    return [f.createSwitchStatement(emit.local('s'), f.createCaseBlock(clauses))];
  }

  /** A step, and before it the variables of the classes it evaluates. */
  private step(step: Step): TS.Statement[] {
    const places = [this.emit.anchored, this.emit.inRounds];
    const before = places.map((announced) => new Set(announced.keys()));
    const statements = this.stepAlone(step);
    const names: string[] = [];
    for (const [index, announced] of places.entries()) {
      for (const [anchor, variables] of announced) {
        if (before[index]!.has(anchor)) continue;
        names.push(...variables);
        announced.delete(anchor);
      }
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
      case 'try': return [...this.declareFor(step), ...this.leavingTry((out) => out(this.try(step)))];
      case 'switch': return this.switch(step);
      case 'label': return [this.labelStep(step)];
    }
  }

  private labelStep({ labels, steps }: LabelStep): TS.Statement {
    const { f, ts } = this.emit;
    const written = this.list(steps);
    const [only] = written;
    // What is a statement of its own needs no block.
    return this.labelled(labels, written.length === 1 && (ts.isBlock(only!) || ts.isTryStatement(only!) || ts.isIfStatement(only!)) ? only! : f.createBlock(written, true));
  }

  protected blockStep(step: BlockStep): TS.Statement[] {
    if (this.reenters && pauses(step)) return this.block(step.steps, step.scopes, false);
    return this.within(false, () => [...this.declareCells(step.scopes), ...this.list(step.steps)]);
  }

  /** What is there before the first statement of these scopes. */
  private fresh(scopes: readonly TS.Node[], functions: readonly TS.FunctionDeclaration[]): TS.Statement[] {
    return [...this.setCells(scopes), ...this.functionsMade(functions)];
  }

  /** A block that can be entered in the middle: its variables are declared first, and put back from the frame. */
  private block(steps: readonly Step[], scopes: readonly TS.Node[], isFunction: boolean): TS.Statement[] {
    const functions = steps.flatMap((step) => (this.isFunction(step) ? [step.statement] : []));
    const fresh = this.fresh(scopes, functions);
    const rest = steps.filter((step) => !this.isFunction(step));
    const entered = this.within(true, () => this.list(rest));
    // What a stream begins with is in its frame.
    return this.joined(isFunction ? this.entering(this.generates ? [] : fresh, []) : this.enterBlock(scopes, fresh), entered);
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
}

function isStart(step: Step): boolean {
  return step.kind === 'await' && step.operand.kind === 'start';
}
