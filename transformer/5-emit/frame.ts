/** Writes a machine as TypeScript: the ready path as it was written, and the way back in after a suspension. */
import type * as TS from 'typescript';
import { childrenOf, pauses, statesOf, type AwaitStep, type BlockStep, type LoopStep, type Machine, type Saved, type Step, type SwitchStep, type TryStep } from '../machine';
import type { Binding, Planned } from '../model';
import type { Emitter } from './emitter';
import { asAssignments } from './patterns';
import { returnValue } from './returns';
import { canBeReady, site, type SiteContext } from './site';

/**
 * fast     the ready path alone: structure as written, no re-entry
 * resume   entered with a frame, in the middle
 * one      both in one function
 */
export type Mode = 'fast' | 'resume' | 'one';

const IN_FRAME = 12;

interface BreakLabel {
  readonly names: readonly string[];
  used: boolean;
}

export class FrameWriter {
  private readonly locals = new Set<string>();
  private readonly breakLabels: BreakLabel[] = [];

  constructor(
    private readonly emit: Emitter,
    private readonly planned: Planned,
    private readonly machine: Machine | undefined,
    private readonly mode: Mode,
    /** The expression for the runtime's Method object of this method. */
    private readonly method: () => TS.Expression,
    private readonly privates: SiteContext['privates'],
  ) {}

  private readonly need = (word: string): TS.Identifier => {
    this.locals.add(word);
    return this.emit.local(word);
  };

  /** The statements of the function's body. `guard` goes first, on the ready path only. */
  body(guard: TS.Statement[], entry: TS.Statement[]): TS.Statement[] {
    const { emit, machine, mode } = this;
    const { node } = this.planned.facts.trait;
    if (machine === undefined) {
      const statements = this.emit.ts.isBlock(node.body)
        ? node.body.statements.map((statement) => this.plain(statement))
        : [emit.at(emit.f.createReturnStatement(this.returned(node.body as TS.Expression)), node.body)];
      return [...this.declareLocals(), ...guard, ...entry, ...statements];
    }
    const top = mode === 'fast' ? this.list(machine.steps) : this.block(machine.steps, [node], true);
    if (this.isDeep && completes(machine.steps, emit)) top.push(emit.f.createExpressionStatement(emit.call('leave', emit.local('d'))));
    return [...this.prologue(guard, entry), ...top];
  }

  // ------------------------------------------------------------------ entry

  /** Can the activation poll again after a poll that was ready? */
  private get isDeep(): boolean {
    if (this.machine === undefined) return false;
    return polledSteps(this.machine.steps).some((step) => step.later && this.isPolled(step)) || this.machine.steps.some((step) => this.pollsInLoop(step));
  }

  private pollsInLoop(step: Step): boolean {
    if (step.kind === 'loop') return polledSteps([step]).some((inner) => this.isPolled(inner));
    return childrenOf(step).some((child) => this.pollsInLoop(child));
  }

  private isPolled(step: AwaitStep): boolean {
    return canBeReady(step.operand, this.planned.facts.trait.scheduling, this.emit);
  }

  private declareLocals(): TS.Statement[] {
    const { emit, machine } = this;
    const { f, ts } = emit;
    const declarations = [...this.locals].map((word) => f.createVariableDeclaration(emit.local(word)));
    if (machine !== undefined && this.isDeep) declarations.push(f.createVariableDeclaration(emit.local('d'), undefined, undefined, f.createPrefixUnaryExpression(ts.SyntaxKind.MinusToken, f.createNumericLiteral(1))));
    for (const { name } of machine?.temps ?? []) declarations.push(f.createVariableDeclaration(name));
    if (declarations.length === 0) return [];
    return [f.createVariableStatement(undefined, f.createVariableDeclarationList(declarations, ts.NodeFlags.Let))];
  }

  private prologue(guard: TS.Statement[], entry: TS.Statement[]): TS.Statement[] {
    const { emit, mode, machine } = this;
    const { f, ts } = emit;
    const { node } = this.planned.facts.trait;
    if (mode === 'fast') return [...this.declareLocals(), ...guard, ...entry];
    const state = emit.local('s');
    const outer = machine!.saved.filter((saved) => this.isOuter(saved));
    const restores = outer.map((saved) => emit.set(f.createIdentifier(saved.name), this.slot(saved)));
    const lexical = this.declaredIn([node]);
    const declareState = (value: TS.Expression): TS.Statement =>
      f.createVariableStatement(undefined, f.createVariableDeclarationList([f.createVariableDeclaration(state, undefined, undefined, value)], ts.NodeFlags.Let));
    if (mode === 'resume') {
      const parameters = this.planned.facts.bindings.filter((b) => b.kind === 'param').map((b) => b.name);
      const variables = this.planned.facts.bindings.filter((b) => b.kind === 'var').map((b) => b.name);
      return [
        declareState(f.createPropertyAccessExpression(emit.local('f'), 'state')),
        ...this.declareLocals(),
        ...emit.declare([...parameters, ...lexical]),
        ...emit.declare(variables, ts.NodeFlags.None),
        ...restores,
      ];
    }
    const enter = emit.call('enter', emit.local('f'));
    const fresh = [...guard, emit.set(state, f.createNumericLiteral(0)), ...entry];
    const isResumed = f.createGreaterThan(state, f.createNumericLiteral(0));
    return [
      declareState(enter),
      ...this.declareLocals(),
      ...emit.declare(lexical),
      restores.length > 0
        ? f.createIfStatement(isResumed, f.createBlock(restores, true), f.createBlock(fresh, true))
        : f.createIfStatement(f.createLogicalNot(f.createParenthesizedExpression(isResumed)), f.createBlock(fresh, true)),
    ];
  }

  /** Is the local restored at the start of the function? The others are, at the start of their block. */
  private isOuter(saved: Saved): boolean {
    const { facts } = this.planned;
    const { binding } = saved;
    if (binding === undefined) return true;
    return binding.kind === 'param' || binding.kind === 'var' || binding.scope === facts.trait.node;
  }

  private slot({ slot }: Pick<Saved, 'slot'>): TS.Expression {
    const { emit } = this;
    const frame = emit.local('f');
    if (slot < IN_FRAME) return emit.f.createPropertyAccessExpression(frame, `s${slot}`);
    const rest = emit.f.createPropertyAccessExpression(frame, 'rest');
    return emit.f.createElementAccessChain(rest, emit.f.createToken(emit.ts.SyntaxKind.QuestionDotToken), slot - IN_FRAME);
  }

  /** Names of the block-scoped variables of these scopes. */
  private declaredIn(scopes: readonly TS.Node[]): string[] {
    const kinds = new Set<Binding['kind']>(['let', 'const', 'class', 'function', 'catch']);
    return this.planned.facts.bindings.filter((b) => scopes.includes(b.scope) && kinds.has(b.kind)).map((b) => b.name);
  }

  // ------------------------------------------------------------------ steps

  private get reenters(): boolean {
    return this.mode !== 'fast';
  }

  private list(steps: readonly Step[]): TS.Statement[] {
    if (this.reenters && steps.some(pauses)) return this.dispatch(steps);
    const out: TS.Statement[] = [];
    const isFunction = (step: Step): boolean => step.kind === 'plain' && this.emit.ts.isFunctionDeclaration(step.statement);
    for (const step of [...steps.filter(isFunction), ...steps.filter((step) => !isFunction(step))]) {
      out.push(...this.step(step));
      // Behind an await that always waits, the ready path never goes on.
      if (!this.reenters && step.kind === 'await' && !this.isPolled(step)) break;
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
        const state = emit.local('s');
        const resumed = [emit.set(state, f.createNumericLiteral(0)), emit.set(this.need('t'), emit.call('take', emit.local('f')))];
        statements.push(emit.mapped(f.createIfStatement(f.createStrictInequality(state, f.createNumericLiteral(0)), f.createBlock(resumed.map((s) => emit.mapped(s, step.source)), true)), step.source));
      } else {
        if (pauses(step)) label(statesOf([step]));
        statements.push(...this.step(step));
      }
    }
    flush();
    return [f.createSwitchStatement(emit.local('s'), f.createCaseBlock(clauses))];
  }

  private step(step: Step): TS.Statement[] {
    const { emit } = this;
    switch (step.kind) {
      case 'plain': return this.declared(step.statement, step.source);
      case 'await': return this.await(step);
      case 'block': return [emit.f.createBlock(this.blockStep(step), true)];
      case 'if': return [this.if(step)];
      case 'loop': return this.loop(step);
      case 'try': return [this.try(step)];
      case 'switch': return this.switch(step);
      case 'label': return [this.labelled(step.labels, emit.f.createBlock(this.list(step.steps), true))];
    }
  }

  private blockStep(step: BlockStep): TS.Statement[] {
    return this.reenters && pauses(step) ? this.block(step.steps, step.scopes, false) : this.list(step.steps);
  }

  /** A block that can be entered in the middle: its variables are declared first, and put back from the frame. */
  private block(steps: readonly Step[], scopes: readonly TS.Node[], isFunction: boolean): TS.Statement[] {
    const { emit } = this;
    const { f, ts } = emit;
    const functions = steps.flatMap((step) => (step.kind === 'plain' && ts.isFunctionDeclaration(step.statement) ? [step.statement] : []));
    const made = functions.map((declaration) => emit.set(declaration.name!, this.functionExpression(declaration)));
    const fresh = made.length === 0 ? [] : [f.createIfStatement(f.createStrictEquality(emit.local('s'), f.createNumericLiteral(0)), f.createBlock(made, true))];
    let rest = steps.filter((step) => !(step.kind === 'plain' && ts.isFunctionDeclaration(step.statement)));
    // A resumed function never starts at the beginning.
    if (isFunction && this.mode === 'resume') rest = rest.slice(rest.findIndex(pauses));
    if (isFunction) return [...fresh, ...this.list(rest)];
    return [...this.restoreBlock(scopes), ...fresh, ...this.list(rest)];
  }

  private restoreBlock(scopes: readonly TS.Node[]): TS.Statement[] {
    const { emit } = this;
    const { f } = emit;
    const names = this.declaredIn(scopes);
    const restores = this.machine!.saved
      .filter(({ binding }) => binding !== undefined && binding.kind !== 'var' && binding.kind !== 'param' && scopes.includes(binding.scope))
      .map((saved) => emit.set(f.createIdentifier(saved.name), this.slot(saved)));
    const isResumed = f.createStrictInequality(emit.local('s'), f.createNumericLiteral(0));
    return [...emit.declare(names), ...(restores.length > 0 ? [f.createIfStatement(isResumed, f.createBlock(restores, true))] : [])];
  }

  private functionExpression(node: TS.FunctionDeclaration): TS.Expression {
    const visited = this.emit.visited(node) as TS.Node;
    const { ts, f } = this.emit;
    if (ts.isFunctionDeclaration(visited)) return f.createFunctionExpression(ts.getModifiers(visited), visited.asteriskToken, visited.name, undefined, visited.parameters, undefined, visited.body!);
    return (visited as TS.VariableStatement).declarationList.declarations[0]!.initializer!;
  }

  private await(step: AwaitStep): TS.Statement[] {
    const { emit } = this;
    const { f } = emit;
    const scheduling = this.planned.facts.trait.scheduling;
    const polled = this.isPolled(step);
    const value = site(step.operand, { scheduling, privates: this.privates, source: step.source, need: this.need }, emit);
    const out: TS.Statement[] = [];
    if (polled && step.later) out.push(f.createIfStatement(...this.deeper()));
    if (!polled) {
      // `await v` of anything else: nothing to test, it always waits.
      const operand = step.operand.kind === 'value' ? emit.call('await', emit.visited(step.operand.value)) : value;
      return [emit.at(f.createExpressionStatement(emit.mapped(operand, step.source)), step.source), this.suspend(step)];
    }
    out.push(emit.at(f.createIfStatement(emit.mapped(value, step.source), this.suspend(step)), step.source));
    return out;
  }

  /**
   * From the second await on, count the depth (DESIGN section 4): `if ($d < 0) $d = $deepen()`. Once per activation, since a
   * counter around every poll costs 0.9 ns; in a loop where it repeats, so that leaving in the first round costs nothing.
   */
  private deeper(): [TS.Expression, TS.Statement] {
    const { emit } = this;
    const depth = emit.local('d');
    return [emit.f.createLessThan(depth, emit.f.createNumericLiteral(0)), emit.set(depth, emit.call('deepen'))];
  }

  private deeperExpression(): TS.Expression {
    const { f } = this.emit;
    const [isShallow, count] = this.deeper();
    return f.createLogicalAnd(isShallow, f.createParenthesizedExpression((count as TS.ExpressionStatement).expression));
  }

  /** Hands the live locals to the runtime, each at the place of its slot. */
  private suspend(step: AwaitStep): TS.Statement {
    const { emit } = this;
    const { f } = emit;
    const highest = Math.max(-1, ...step.save.map((saved) => saved.slot));
    const locals = Array.from({ length: highest + 1 }, (_, slot) => {
      const saved = step.save.find((candidate) => candidate.slot === slot);
      return f.createIdentifier(saved?.name ?? 'undefined');
    });
    const inFields: TS.Expression[] = locals.slice(0, IN_FRAME);
    if (locals.length > IN_FRAME) inFields.push(f.createArrayLiteralExpression(locals.slice(IN_FRAME)));
    let suspended: TS.Expression = emit.mapped(emit.call('suspend', emit.local('f'), f.createThis(), this.method(), f.createNumericLiteral(step.state), ...inFields), step.source);
    if (step.insideFinally) suspended = f.createAssignment(this.need('z'), suspended);
    return emit.mapped(f.createReturnStatement(suspended), step.source);
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

  private loop(step: LoopStep): TS.Statement[] {
    const { emit } = this;
    const { f, ts } = emit;
    const reenters = this.reenters && pauses(step);
    const resumed = f.createStrictInequality(emit.local('s'), f.createNumericLiteral(0));
    const test = step.test && emit.visited(step.test);
    const guarded = test && reenters ? f.createLogicalOr(resumed, f.createParenthesizedExpression(test)) : test;
    const label = this.breakLabel(step.labels, 'loop');
    this.breakLabels.push(label);
    const body = this.branch(step.body);
    this.breakLabels.pop();
    let init: TS.ForInitializer | undefined;
    const before: TS.Statement[] = [];
    if (step.init !== undefined) {
      if (!reenters) init = emit.visited(step.init);
      else {
        const first = ts.isVariableDeclarationList(step.init) ? this.declared(f.createVariableStatement(undefined, step.init), step.init) : [f.createExpressionStatement(emit.visited(step.init))];
        before.push(...this.restoreBlock(step.scopes));
        before.push(f.createIfStatement(f.createStrictEquality(emit.local('s'), f.createNumericLiteral(0)), f.createBlock(first, true)));
      }
    }
    let loop: TS.Statement;
    const update = step.update && emit.visited(step.update);
    const counts = this.pollsInLoop(step);
    // while (test) body   ->   for (; test; $d < 0 && ($d = $deepen())) body
    const updates = counts ? (update ? f.createComma(update, this.deeperExpression()) : this.deeperExpression()) : update;
    if (step.form === 'do') loop = f.createDoStatement(body, counts ? f.createComma(this.deeperExpression(), f.createParenthesizedExpression(test!)) : test!);
    else if (step.form === 'while' && !counts) loop = f.createWhileStatement(guarded!, body);
    else loop = f.createForStatement(init, guarded, updates, body);
    emit.at(loop, step.source);
    loop = this.labelled(label.used ? label.names : [], loop);
    return before.length > 0 ? [f.createBlock([...before, loop], true)] : [loop];
  }

  private try(step: TryStep): TS.Statement {
    const { emit } = this;
    const { f } = emit;
    const waits = pauses(step);
    const body = f.createBlock(step.body.length === 1 && step.body[0]!.kind === 'block' ? this.blockStep(step.body[0]!) : this.list(step.body), true);
    let clause: TS.CatchClause | undefined;
    if (step.handler !== undefined) {
      const variable = step.catchVariable && f.createVariableDeclaration(step.catchVariable);
      const statements = step.handler.map((statement) => this.plain(statement));
      if (waits && this.isDeep) {
        const depth = emit.local('d');
        statements.unshift(f.createIfStatement(f.createGreaterThanEquals(depth, f.createNumericLiteral(0)), f.createExpressionStatement(emit.call('leave', f.createAdd(depth, f.createNumericLiteral(1))))));
      }
      clause = f.createCatchClause(variable, f.createBlock(statements, true));
    }
    let finalizer: TS.Block | undefined;
    if (step.finalizer !== undefined) {
      const statements = step.finalizer.map((statement) => this.plain(statement));
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
    const bodies = step.clauses.map((clause) => this.list(clause.steps));
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

  // ------------------------------------------------------------------ statements without awaits

  /** A statement directly in a list: where the block is entered in the middle, its declarations become assignments. */
  private declared(statement: TS.Statement, source: TS.Node | undefined): TS.Statement[] {
    const { emit } = this;
    const { ts, f } = emit;
    const isLexical = (list: TS.VariableDeclarationList): boolean => (list.flags & ts.NodeFlags.BlockScoped) !== 0;
    if (this.reenters && ts.isVariableStatement(statement) && isLexical(statement.declarationList)) {
      const assignments = asAssignments(statement.declarationList, emit);
      if (assignments[0] !== undefined) emit.at(assignments[0], source ?? statement);
      return assignments;
    }
    const visited = this.plainAll(statement);
    const made = visited[visited.length - 1];
    if (this.reenters && made !== undefined && ts.isClassDeclaration(made) && made.name) {
      const expression = f.createClassExpression(undefined, made.name, undefined, made.heritageClauses, made.members);
      return [...visited.slice(0, -1), emit.at(emit.set(made.name, expression), source)];
    }
    if (made !== undefined && made !== statement) emit.at(made, source ?? statement);
    return visited;
  }

  /** Own `return`s give values; a `break` that would only leave our `switch ($s)` names its loop. */
  private plain(statement: TS.Statement): TS.Statement {
    const visited = this.plainAll(statement);
    return visited.length === 1 ? visited[0]! : this.emit.f.createBlock(visited, true);
  }

  private plainAll(statement: TS.Statement): TS.Statement[] {
    const { emit } = this;
    const { ts, f } = emit;
    const label = this.breakLabels[this.breakLabels.length - 1];
    const visit = (breakable: boolean) => (node: TS.Node): TS.VisitResult<TS.Node | undefined> => {
      if (ts.isReturnStatement(node)) return emit.at(f.updateReturnStatement(node, this.returned(node.expression)), node);
      if (ts.isBreakStatement(node) && node.label === undefined && !breakable && this.reenters && label !== undefined) {
        label.used = true;
        return emit.at(f.createBreakStatement(label.names[0]), node);
      }
      if (ts.isIdentifier(node) && node.text.startsWith('$runtime:')) return emit.names.runtime(node.text.slice('$runtime:'.length) as 'call');
      if (ts.isFunctionLike(node) || ts.isClassLike(node)) return emit.visit(node);
      if (!ts.isStatement(node) && !ts.isCatchClause(node) && !ts.isCaseBlock(node) && !ts.isCaseOrDefaultClause(node)) return emit.visit(node);
      return ts.visitEachChild(node, visit(breakable || ts.isIterationStatement(node, false) || ts.isSwitchStatement(node)), emit.host.context);
    };
    return [...ts.visitNodes(f.createNodeArray([statement]), visit(false), ts.isStatement)];
  }

  private returned(value: TS.Expression | undefined): TS.Expression | undefined {
    const { emit } = this;
    const bindingOf = this.planned.facts.bindingOf as ReadonlyMap<TS.Node, Binding>;
    const result = returnValue(value, { bindingOf, need: this.need }, emit);
    if (!this.isDeep) return result;
    return emit.f.createComma(emit.call('leave', emit.local('d')), result ?? emit.f.createIdentifier('undefined'));
  }
}

function polledSteps(steps: readonly Step[]): AwaitStep[] {
  return steps.flatMap((step) => (step.kind === 'await' ? [step] : polledSteps(childrenOf(step))));
}

/** Can control reach the end of the list? */
function completes(steps: readonly Step[], { ts }: Emitter): boolean {
  const last = steps[steps.length - 1];
  return !(last?.kind === 'plain' && (ts.isReturnStatement(last.statement) || ts.isThrowStatement(last.statement)));
}
