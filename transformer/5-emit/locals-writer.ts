/** Writes where the locals of a body are: declared, put back from the frame, made when their scope is entered. */
import type * as TS from 'typescript';
import { awaitsOf, type PlainStep, type Saved, type Step } from '../machine';
import type { Binding } from '../model';
import { BodyWriter } from './body-writer';
import { asAssignments } from './patterns';

export const IN_FRAME = 12;

export abstract class LocalsWriter extends BodyWriter {
  protected declareLocals(): TS.Statement[] {
    const { emit, machine } = this;
    const { f, ts } = emit;
    // What only collects the arguments of a generator has no locals.
    if (this.generates && this.mode === 'poll') return [];
    const declarations = [...this.locals].map((word) => f.createVariableDeclaration(emit.local(word)));
    for (const { name } of machine.temps) declarations.push(f.createVariableDeclaration(name));
    if (declarations.length === 0) return [];
    // `let` would be two bytes of bytecode each, and V8 inlines by size.
    return [f.createVariableStatement(undefined, f.createVariableDeclarationList(declarations, ts.NodeFlags.None))];
  }

  /**
   * The start of an entry:
   *
   *   let $s = 0, $d = 0;                                                        $d where it is asked for
   *   if (typeof $f === "number") { $d = $f; $f = undefined; <defaults> }        begins
   *   else { $s = $f.state; a = $f.s0; }                                         goes on
   *
   * The body of a stream never begins here:   let $s = $f.state; a = $f.s0;
   */
  protected prologue(parameters: TS.Statement[]): TS.Statement[] {
    const { emit } = this;
    const { f } = emit;
    const frame = emit.local('f');
    const state = f.createPropertyAccessExpression(frame, 'state');
    if (this.generates) return [this.let(this.starting('s', state)), ...this.declareAll(), ...this.restoreOuter()];
    const zero = f.createNumericLiteral(0);
    const begins = [...(this.usesDepth ? [emit.set(emit.local('d'), frame)] : []), emit.set(frame, f.createVoidZero()), ...this.begin(parameters)];
    const goesOn = [emit.set(emit.local('s'), state), ...this.restoreOuter()];
    return [this.let(this.starting('s', zero), ...(this.usesDepth ? [this.starting('d', zero)] : [])), ...this.declareAll(), this.beginsOrGoesOn(begins, goesOn)];
  }

  private let(...declared: TS.VariableDeclaration[]): TS.Statement {
    const { f, ts } = this.emit;
    return f.createVariableStatement(undefined, f.createVariableDeclarationList(declared, ts.NodeFlags.Let));
  }

  private starting(word: string, value: TS.Expression): TS.VariableDeclaration {
    return this.emit.f.createVariableDeclaration(this.emit.local(word), undefined, undefined, value);
  }

  /** The same where there is one way back in: what else is done by who begins, and by who goes on. */
  protected prologueOnce(parameters: TS.Statement[], begins: readonly TS.Statement[], goesOn: readonly TS.Statement[]): TS.Statement[] {
    const { emit } = this;
    const depth = this.usesDepth ? emit.local('d') : undefined;
    return [
      ...(depth ? [this.let(this.starting('d', emit.f.createNumericLiteral(0)))] : []),
      ...this.declareAll(),
      this.beginsOrGoesOn([...(depth ? [emit.set(depth, emit.local('f'))] : []), ...this.begin(parameters), ...begins], [...this.restoreOuter(), ...goesOn]),
    ];
  }

  private beginsOrGoesOn(begins: readonly TS.Statement[], goesOn: readonly TS.Statement[]): TS.Statement {
    const { f } = this.emit;
    const isNumber = f.createStrictEquality(f.createTypeOfExpression(this.emit.local('f')), f.createStringLiteral('number'));
    return f.createIfStatement(isNumber, f.createBlock(begins, true), f.createBlock(goesOn, true));
  }

  private declareAll(): TS.Statement[] {
    const { emit } = this;
    const { ts } = emit;
    const { node } = this.planned.facts.trait;
    const isName = (b: Binding): boolean => !emit.variables.isMadeAtEntry(b) && node.parameters.some((parameter) => ts.isIdentifier(parameter.name) && parameter.name.text === b.name);
    const inPatterns = this.planned.facts.bindings.filter((b) => b.kind === 'param' && !isName(b)).map((b) => emit.variables.nameOf(b));
    return [
      ...this.declareLocals(),
      ...emit.declare(this.declaredIn([node])),
      // A sloppy parameter may be called `let`.
      ...emit.declare([...inPatterns, ...this.cellsOfVars().map((binding) => emit.variables.nameOf(binding)), ...this.renamedVars(), ...this.hoisted], ts.NodeFlags.None),
    ];
  }

  /** What was in the parameter list. */
  private begin(parameters: readonly TS.Statement[]): TS.Statement[] {
    const { emit } = this;
    const given = parameters.flatMap((statement) => (emit.ts.isVariableStatement(statement) ? asAssignments(statement.declarationList, emit).map((made) => emit.visited(made)) : [statement]));
    return [...this.setCells([this.planned.facts.trait.node], true), ...given];
  }

  private restoreOuter(): TS.Statement[] {
    return this.machine.saved.filter((saved) => this.isOuter(saved)).map((saved) => this.restore(saved));
  }

  /** What was in the parameter list, where its variables are declared in their place. */
  protected fromParameters(parameters: readonly TS.Statement[]): TS.Statement[] {
    const { ts } = this.emit;
    const given = parameters.flatMap((statement) => (ts.isVariableStatement(statement) ? this.declared(statement, statement) : [statement]));
    return [...this.declareCells([this.planned.facts.trait.node], true), ...given];
  }

  /** Is the local restored at the start of the function? The others are, at the start of their block. */
  protected isOuter(saved: Saved): boolean {
    const { facts } = this.planned;
    const { binding } = saved;
    if (binding === undefined) return true;
    return binding.kind === 'param' || binding.kind === 'var' || binding.scope === facts.trait.node;
  }

  private restore(saved: Saved): TS.Statement {
    const { name, binding } = saved;
    return this.emit.set(binding === undefined ? this.emit.f.createIdentifier(name) : this.emit.variables.variable(binding), this.slot(saved));
  }

  protected slot({ slot }: Pick<Saved, 'slot'>): TS.Expression {
    const { emit } = this;
    const frame = emit.local('f');
    if (slot < IN_FRAME) return emit.f.createPropertyAccessExpression(frame, `s${slot}`);
    const rest = emit.f.createPropertyAccessExpression(frame, 'rest');
    return emit.f.createElementAccessChain(rest, emit.f.createToken(emit.ts.SyntaxKind.QuestionDotToken), slot - IN_FRAME);
  }

  /** Names of the block-scoped variables of these scopes. */
  protected declaredIn(scopes: readonly TS.Node[]): string[] {
    const kinds = new Set<Binding['kind']>(['let', 'const', 'class', 'function', 'catch']);
    return this.planned.facts.bindings.filter((b) => scopes.includes(b.scope) && kinds.has(b.kind)).map((b) => this.emit.variables.nameOf(b));
  }

  /** The variables of these scopes whose cells are there before their declarations. */
  private madeAtEntry(scopes: readonly TS.Node[], ofParameters = false): Binding[] {
    const { variables } = this.emit;
    return this.planned.facts.bindings.filter((b) => scopes.includes(b.scope) && (b.kind === 'param') === ofParameters && variables.isMadeAtEntry(b));
  }

  private cellsOfVars(): Binding[] {
    return this.madeAtEntry([this.planned.facts.trait.node]).filter(({ kind }) => kind === 'var');
  }

  /** What has got another name: its declaration has become an assignment. */
  private renamed(kind: 'var' | 'function'): Binding[] {
    const { variables } = this.emit;
    return this.planned.facts.bindings.filter((b) => b.kind === kind && variables.of(b)?.cell === undefined && variables.nameOf(b) !== b.name);
  }

  private renamedVars(): string[] {
    return this.renamed('var').map((b) => this.emit.variables.nameOf(b));
  }

  /** n = new $Variable("n"); m = { v: undefined }      where variables are declared ahead */
  protected setCells(scopes: readonly TS.Node[], ofParameters = false): TS.Statement[] {
    const { emit } = this;
    return this.madeAtEntry(scopes, ofParameters).map((binding) => emit.set(emit.variables.variable(binding), emit.variables.freshCell(binding)));
  }

  /** let n = new $Variable("n"), m = { v: undefined };      where they are not; and functions that have got another name, which are assigned to it */
  protected declareCells(scopes: readonly TS.Node[], ofParameters = false): TS.Statement[] {
    const { emit } = this;
    const { f, ts } = emit;
    const made = this.madeAtEntry(scopes, ofParameters).map((binding) => f.createVariableDeclaration(emit.variables.variable(binding), undefined, undefined, emit.variables.freshCell(binding)));
    if (!ofParameters) made.push(...this.renamed('function').filter((b) => scopes.includes(b.scope)).map((b) => f.createVariableDeclaration(emit.variables.variable(b))));
    return made.length === 0 ? [] : [f.createVariableStatement(undefined, f.createVariableDeclarationList(made, ts.NodeFlags.Let))];
  }

  /** if (!$s) { <first> } else { <again> }      what is done where a statement list begins, and where it is entered in the middle */
  protected entering(first: readonly TS.Statement[], again: readonly TS.Statement[], source?: TS.Node): TS.Statement[] {
    const { emit } = this;
    const { f } = emit;
    if (first.length === 0 && again.length === 0) return [];
    const state = emit.local('s');
    const test = first.length === 0 ? state : f.createLogicalNot(state);
    const [then, otherwise] = first.length === 0 ? [again, first] : [first, again];
    const written = emit.mapped(f.createIfStatement(test, f.createBlock(then, true), otherwise.length === 0 ? undefined : f.createBlock(otherwise, true)), source);
    this.entered.set(written, { first, again });
    return [written];
  }

  private readonly entered = new Map<TS.Statement, { readonly first: readonly TS.Statement[]; readonly again: readonly TS.Statement[] }>();

  /** One list behind another. Where both ask who enters, it is asked once. */
  protected joined(before: readonly TS.Statement[], list: readonly TS.Statement[]): TS.Statement[] {
    const last = before.length > 0 ? this.entered.get(before[before.length - 1]!) : undefined;
    const next = list.length > 0 ? this.entered.get(list[0]!) : undefined;
    if (last === undefined || next === undefined) return [...before, ...list];
    return [...before.slice(0, -1), ...this.entering([...last.first, ...next.first], [...last.again, ...next.again]), ...list.slice(1)];
  }

  /** Declares the variables of a block that can be entered in the middle; then they get what the frame kept, or `first` is done. */
  protected enterBlock(scopes: readonly TS.Node[], first: readonly TS.Statement[]): TS.Statement[] {
    const names = this.declaredIn(scopes);
    const restores = this.machine.saved
      .filter(({ binding }) => binding !== undefined && binding.kind !== 'var' && binding.kind !== 'param' && scopes.includes(binding.scope))
      .map((saved) => this.restore(saved));
    return [...this.emit.declare(names), ...this.entering(first, restores)];
  }

  /** What stands behind an await that always waits is left away, its `var`s too; but they are saved. And those that are declared nowhere else any more. */
  protected variablesLeftOut(): TS.Statement[] {
    const { steps, saved } = this.machine;
    const names = new Set([...this.renamedVars(), ...this.hoisted]);
    if (!awaitsOf(steps).every((step) => this.isPolled(step))) {
      for (const { name, binding } of saved) if (binding?.kind === 'var' && this.emit.variables.of(binding) === undefined) names.add(name);
    }
    return this.emit.declare([...names], this.emit.ts.NodeFlags.None);
  }

  // ------------------------------------------------------------------ functions

  protected isFunction(step: Step): step is PlainStep & { statement: TS.FunctionDeclaration } {
    return step.kind === 'plain' && this.emit.ts.isFunctionDeclaration(step.statement);
  }

  protected isInCell({ name }: TS.FunctionDeclaration): boolean {
    return this.emit.variables.viewsIn(name!).length > 0;
  }

  /** Function declarations as assignments. Overloads have no body. */
  protected functionsMade(functions: readonly TS.FunctionDeclaration[]): TS.ExpressionStatement[] {
    return functions.filter(({ body }) => body !== undefined).map((declaration) => this.assignDeclared(declaration.name!, this.functionExpression(declaration)));
  }

  private functionExpression(node: TS.FunctionDeclaration): TS.Expression {
    const { ts, f, variables } = this.emit;
    const visited = this.emit.visited(node) as TS.FunctionDeclaration | TS.VariableStatement;
    if (!ts.isFunctionDeclaration(visited)) return visited.declarationList.declarations[0]!.initializer!;
    // Where the variable is in a cell, it is not the function's own name that a mention inside of it means.
    const isKept = this.isInCell(node);
    // A declared generator may be called `yield`, an expression may not: it gets the name of its variable.
    const isYield = visited.asteriskToken !== undefined && visited.name?.text === 'yield';
    const made = f.createFunctionExpression(ts.getModifiers(visited), visited.asteriskToken, isKept || isYield ? undefined : node.name, undefined, visited.parameters, undefined, visited.body!);
    return isKept ? variables.named(made, node.name!.text) : made;
  }
}
