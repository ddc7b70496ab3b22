/** Writes the statements that contain others, each so that it can be entered in the middle. */
import type * as TS from 'typescript';
import { pauses, statesOf, type BlockStep, type LoopStep, type Step, type SwitchStep, type TryStep } from '../machine';
import type { Binding } from '../model';
import { isAccess } from '../syntax';
import type { BreakLabel } from './body-writer';
import { clauseOf } from './clauses';
import { continues } from './jumps';
import { SuspendWriter } from './suspend-writer';

export abstract class CompoundWriter extends SuspendWriter {
  protected abstract list(steps: readonly Step[]): TS.Statement[];
  protected abstract blockStep(step: BlockStep): TS.Statement[];

  protected within<T>(declaresAhead: boolean, write: () => T): T {
    const outer = this.declaresAhead;
    this.declaresAhead = declaresAhead;
    const written = write();
    this.declaresAhead = outer;
    return written;
  }

  protected if(step: Step & { kind: 'if' }): TS.Statement {
    const { emit } = this;
    const { f } = emit;
    let test = emit.visited(step.test);
    if (this.reenters && pauses(step)) {
      const thenStates = statesOf(step.then);
      const elseStates = statesOf(step.otherwise);
      if (elseStates.length === 0) test = this.resumedOr(test);
      else if (thenStates.length === 0) test = f.createLogicalAnd(f.createLogicalNot(emit.local('s')), this.grouped(test));
      else {
        const inThen = f.createLessThan(emit.local('s'), f.createNumericLiteral(elseStates[0]!));
        test = f.createConditionalExpression(emit.local('s'), undefined, inThen, undefined, this.grouped(test));
      }
    }
    const otherwise = step.otherwise.length > 0 ? this.branch(step.otherwise) : undefined;
    return emit.at(f.createIfStatement(test, this.branch(step.then), otherwise), step.source);
  }

  /** $s || test */
  private resumedOr(test: TS.Expression): TS.Expression {
    return this.emit.f.createLogicalOr(this.emit.local('s'), this.grouped(test));
  }

  /** In parentheses, unless it is plain to see that it needs none. */
  private grouped(test: TS.Expression): TS.Expression {
    const { f, ts } = this.emit;
    return ts.isIdentifier(test) || ts.isCallExpression(test) || isAccess(test, ts) || ts.isPrefixUnaryExpression(test) ? test : f.createParenthesizedExpression(test);
  }

  /** Does every round of a loop certainly leave the function, at a `yield` or an await that is never ready? Then none is followed by another. */
  private alwaysLeaves(steps: readonly Step[]): boolean {
    for (const step of steps) {
      if (step.kind === 'block') return this.alwaysLeaves(step.steps);
      if (step.kind === 'await' && step.operand.kind !== 'poll' && !this.isPolled(step)) return true;
      if (step.kind !== 'await' && (step.kind !== 'plain' || continues(step.statement, this.emit.ts))) return false;
    }
    return false;
  }

  /** The labels of a loop or switch as written, or one of ours in case a `break` needs it. */
  private breakLabel(written: readonly string[], word: string): BreakLabel {
    return written.length > 0 ? { names: written, used: true, hidden: false } : { names: [this.emit.names.unique(word)], used: false, hidden: false };
  }

  protected labelled(labels: readonly string[], statement: TS.Statement): TS.Statement {
    return labels.reduceRight((inner, label) => this.emit.f.createLabeledStatement(label, inner), statement);
  }

  private branch(steps: readonly Step[]): TS.Block {
    const statements = steps.length === 1 && steps[0]!.kind === 'block' ? this.blockStep(steps[0]!) : this.list(steps);
    return this.emit.f.createBlock(statements, true);
  }

  /**
   * while (more) { await a(); }   ->   in the entry:
   *
   *   for (; $s || more; ) {
   *       if (!$s && !$d) {                                   it was resumed, and its round is over
   *           do { <as in the poll> } while (more);
   *           break;
   *       }
   *       <can be entered in the middle>
   *   }
   *
   * A public call's loop goes on resumed for ever, since its first await always yields. In the outer one of the two loops that costs
   * about 1 ns a round for the tests of `$s` and `$d` (4.5 ns against 3.4, `npm run bench`), in the inner one nothing.
   */
  protected loop(step: LoopStep): TS.Statement[] {
    const { emit } = this;
    const { f, ts } = emit;
    const reenters = this.reenters && pauses(step);
    const waits = pauses(step) ? 1 : 0;
    const test = step.test && emit.visited(step.test);
    const label = this.breakLabel(step.labels, 'loop');
    this.breakLabels.push(label);
    this.loops += waits;
    let body = this.branch(step.body);
    const goesOnCleanly = reenters && this.polls(step) && !this.alwaysLeaves(step.body) && !this.isWrittenOnce && step.rounds.length === 0;
    const again = goesOnCleanly ? this.cleanly(() => this.branch(step.body)) : undefined;
    this.loops -= waits;
    this.breakLabels.pop();
    let init: TS.ForInitializer | undefined;
    const before: TS.Statement[] = [];
    if (step.init !== undefined) {
      if (!reenters) init = emit.visited(step.init);
      else {
        const first = ts.isVariableDeclarationList(step.init) ? this.within(true, () => this.declared(f.createVariableStatement(undefined, step.init as TS.VariableDeclarationList), step.init)) : [f.createExpressionStatement(emit.visited(step.init))];
        before.push(...this.enterBlock(step.scopes, first));
      }
    }
    const copies = step.rounds.map((binding) => this.nextRound(binding));
    const update = (): TS.Expression | undefined =>
      [...copies, ...(step.update ? [emit.visited(step.update)] : [])].reduce<TS.Expression | undefined>((left, right) => (left ? f.createComma(left, right) : right), undefined);
    if (step.rounds.length > 0) init = f.createVariableDeclarationList(step.rounds.map((binding) => this.firstRound(binding, step.source as TS.ForStatement)), ts.NodeFlags.Let);
    if (again !== undefined) {
      const isOver = f.createLogicalAnd(f.createLogicalNot(emit.local('s')), f.createLogicalNot(this.ownDepth()));
      const more = step.test ? emit.visited(step.test) : f.createTrue();
      const next = update();
      const clean = f.createDoStatement(again, next ? f.createComma(next, f.createParenthesizedExpression(more)) : more);
      body = f.createBlock([f.createIfStatement(isOver, f.createBlock([emit.at(clean, step.source), f.createBreakStatement()], true)), ...body.statements], true);
    }
    const guarded = test && reenters && step.form !== 'do' ? this.resumedOr(test) : test;
    let loop: TS.Statement;
    if (step.form === 'do') loop = f.createDoStatement(body, guarded!);
    else if (step.form === 'while') loop = f.createWhileStatement(guarded!, body);
    else loop = f.createForStatement(init, guarded, update(), body);
    const all = [...before, this.labelled(label.used ? label.names : [], emit.at(loop, step.source))];
    return before.length > 0 ? [f.createBlock(all, true)] : all;
  }

  /** i = { v: i.v } */
  private nextRound(binding: Binding): TS.Expression {
    const { f, variables } = this.emit;
    const name = variables.of(binding)!.name;
    return f.createAssignment(f.createIdentifier(name), variables.freshCell(binding, f.createPropertyAccessExpression(f.createIdentifier(name), 'v')));
  }

  /** let i = $i, or a copy of it, if the initializer holds a closure over the first one. */
  private firstRound(binding: Binding, { initializer }: TS.ForStatement): TS.VariableDeclaration {
    const { emit } = this;
    const { f, variables } = emit;
    const first = variables.variable(binding);
    const isHeld = binding.references.some(({ closure }) => closure !== undefined && initializer!.pos <= closure.pos && closure.end <= initializer!.end);
    const copy = variables.freshCell(binding, f.createPropertyAccessExpression(first, 'v'));
    const begun = this.reenters ? f.createConditionalExpression(emit.local('s'), undefined, first, undefined, copy) : copy;
    return f.createVariableDeclaration(variables.of(binding)!.name, undefined, undefined, isHeld ? begun : first);
  }

  private cleanly<T>(write: () => T): T {
    this.mode = 'clean';
    const written = this.within(false, write);
    this.mode = 'entry';
    return written;
  }

  /** const [a = await x()] = v   ->   let a; try { ...; a = $2 } ...      where variables are not declared ahead anyway */
  protected declareFor({ binds = [] }: TryStep): TS.Statement[] {
    const { emit } = this;
    const lexical = this.declaresAhead ? [] : binds.filter((binding) => binding.kind !== 'var' && !emit.variables.isMadeAtEntry(binding));
    return emit.declare(lexical.map((binding) => emit.variables.nameOf(binding)));
  }

  protected try(step: TryStep): TS.Statement {
    const { emit } = this;
    const { f } = emit;
    const waits = pauses(step);
    const statements = (): TS.Statement[] => (step.body.length === 1 && step.body[0]!.kind === 'block' ? this.blockStep(step.body[0]!) : this.list(step.body));
    const body = f.createBlock(this.within(this.declaresAhead || step.binds !== undefined, statements), true);
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
   *   if (!$s) switch (d) { case a: $1 = 0; break; case b: $1 = 1; break; default: $1 = -1 } else $1 = <by state>;
   *   switch ($1) { case 0: A; case 1: await B }
   */
  protected switch(step: SwitchStep): TS.Statement[] {
    const { emit } = this;
    const { f } = emit;
    const label = this.breakLabel(step.labels, 'switch');
    this.breakLabels.push(label);
    const reenters = this.reenters && pauses(step);
    // Functions are made when the switch is entered, whichever clause declares them.
    const isMade = (declared: TS.FunctionDeclaration): boolean => reenters || this.isInCell(declared) || emit.planned(declared) !== undefined;
    const functions = step.clauses.flatMap((clause) => clause.steps.flatMap((inner) => (this.isFunction(inner) && isMade(inner.statement) ? [inner.statement] : [])));
    const clausesLeft = step.clauses.map(({ steps }) => steps.filter((inner) => !(this.isFunction(inner) && functions.includes(inner.statement))));
    const bodies = this.within(reenters, () => clausesLeft.map((steps) => this.list(steps)));
    this.breakLabels.pop();
    const labelled = (statement: TS.Statement): TS.Statement => this.labelled(label.used ? label.names : [], statement);
    if (!reenters) {
      const clauses: TS.CaseOrDefaultClause[] = step.clauses.map(({ test }, i) => (test ? f.createCaseClause(emit.visited(test), bodies[i]!) : f.createDefaultClause(bodies[i]!)));
      const before = this.declareCells(step.scopes);
      const made = this.functionsMade(functions).map(({ expression }) => expression);
      if (made.length > 0) clauses.unshift(clauseOf(made, functions.filter((declared) => !this.isInCell(declared)), emit));
      const written = labelled(emit.at(f.createSwitchStatement(emit.visited(step.discriminant), f.createCaseBlock(clauses)), step.source));
      return before.length === 0 ? [written] : [f.createBlock([...before, written], true)];
    }
    const chosen = f.createIdentifier(step.clause.name);
    const none = step.clauses.length;
    const hasDefault = step.clauses.some(({ test }) => test === undefined);
    const last = hasDefault ? none - 1 : none;
    const choose = (index: number): TS.Statement[] => [emit.set(chosen, f.createNumericLiteral(index)), ...(index < last ? [f.createBreakStatement()] : [])];
    const tests: TS.CaseOrDefaultClause[] = step.clauses.map(({ test }, i) => (test ? f.createCaseClause(emit.visited(test), choose(i)) : f.createDefaultClause(choose(i))));
    if (!hasDefault) tests.push(f.createDefaultClause(choose(none)));
    const fresh = [...this.setCells(step.scopes), ...this.functionsMade(functions), emit.at(f.createSwitchStatement(emit.visited(step.discriminant), f.createCaseBlock(tests)), step.source)];
    // $s <= 1 ? 0 : $s <= 3 ? 1 : 4      the clauses that can wait
    const byState = step.clauses.reduceRight<TS.Expression | undefined>((otherwise, { steps }, i) => {
      const states = statesOf(steps);
      if (states.length === 0) return otherwise;
      const index = f.createNumericLiteral(i);
      return otherwise === undefined ? index : f.createConditionalExpression(f.createLessThanEquals(emit.local('s'), f.createNumericLiteral(states[states.length - 1]!)), undefined, index, undefined, otherwise);
    }, undefined)!;
    const select = this.entering(fresh, [emit.set(chosen, byState)]);
    const clauses = bodies.map((body, i) => f.createCaseClause(f.createNumericLiteral(i), body));
    return [f.createBlock([...this.enterBlock(step.scopes, []), ...select, labelled(f.createSwitchStatement(chosen, f.createCaseBlock(clauses)))], true)];
  }
}
