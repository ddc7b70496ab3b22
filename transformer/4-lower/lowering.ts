/** What the lowering of one function carries along: the steps made so far, the temporaries, the way out of regions. */
import type * as TS from 'typescript';
import type { AwaitStep, Operand, Step, Temp } from '../machine';
import type { Facts, Host, Ts } from '../model';
import { skipOuter } from '../syntax';

/** What surrounds the statement that is being lowered, innermost last. */
export type Surrounding =
  | { readonly kind: 'loop'; readonly labels: readonly string[]; readonly continueLabel: string | undefined; isContinued?: boolean }
  | { readonly kind: 'switch'; readonly labels: readonly string[] }
  | { readonly kind: 'label'; readonly labels: readonly string[] }
  | Region
  | { readonly kind: 'native finally' };

/** A `try` whose `finally` awaits: leaving it is noted down, the finally runs, and then the note is followed. */
export interface Region {
  readonly kind: 'region';
  readonly label: string;
  readonly note: Temp;
  readonly value: Temp;
  readonly exits: { readonly number: number; readonly jump: 'return' | TS.BreakOrContinueStatement }[];
}

export class Lowering {
  readonly ts: Ts;
  readonly f: TS.NodeFactory;
  readonly file: TS.SourceFile;
  readonly temps = new Map<string, Temp>();
  readonly tempOf = new Map<TS.Node, Temp>();
  readonly surroundings: Surrounding[] = [];
  private steps: Step[] = [];
  private used = 0;
  private labelCount = 0;
  private shields = 0;

  /** The variable that holds what the last await came to. */
  readonly result: string;
  /** The variable of the catch clauses that the lowering makes. */
  readonly error: string;

  constructor(readonly facts: Facts, readonly host: Host) {
    this.ts = host.ts;
    this.f = host.factory;
    this.result = `${host.prefix}t`;
    this.error = `${host.prefix}e`;
    this.file = facts.trait.node.getSourceFile();
  }

  pauses(node: TS.Node): boolean {
    return this.facts.pausing.has(node);
  }

  /** The steps that `make` adds. */
  collect(make: () => unknown): Step[] {
    const outer = this.steps;
    const inner: Step[] = (this.steps = []);
    make();
    this.steps = outer;
    return inner;
  }

  add(step: Step): void {
    this.steps.push(step);
  }

  addAll(steps: readonly Step[]): void {
    for (const step of steps) this.add(step);
  }

  /** A temporary of the current statement. Names are used again by the next statement. */
  temp(): Temp {
    return this.tempNamed(`${this.host.prefix}${++this.used}`);
  }

  /** Names `$1, $2, ...` are free again once a statement is done; those of an enclosing construct stay taken. */
  statement(make: () => void): void {
    const { used } = this;
    make();
    this.used = used;
  }

  private tempNamed(name: string): Temp {
    const temp: Temp = { name };
    this.temps.set(name, this.temps.get(name) ?? temp);
    return temp;
  }

  newLabel(word: string): string {
    return `${this.host.prefix}${word}${++this.labelCount}`;
  }

  read(temp: Temp): TS.Identifier {
    const identifier = this.f.createIdentifier(temp.name);
    this.tempOf.set(identifier, temp);
    return identifier;
  }

  isTemporary(node: TS.Node): boolean {
    return this.tempOf.has(node);
  }

  assign(temp: Temp, value: TS.Expression, source: TS.Node): void {
    const { f, ts } = this;
    // An anonymous function must not get the name of the temporary: `$1 = (0, class {})`.
    const given = isNameless(value, ts) ? f.createParenthesizedExpression(f.createComma(f.createNumericLiteral(0), value)) : value;
    this.run(f.createAssignment(this.read(temp), given), source);
  }

  /** An anonymous function or class with the name that the written assignment gives it: `({ a: () => 1 }).a`. */
  named(value: TS.Expression, name: string): TS.Expression {
    const { f } = this;
    if (!isNameless(value, this.ts)) return value;
    const literal = f.createObjectLiteralExpression([f.createPropertyAssignment(name, value)]);
    return f.createPropertyAccessExpression(f.createParenthesizedExpression(literal), name);
  }

  /** The value in a temporary, unless evaluating it later is the same. */
  keep(value: TS.Expression): TS.Expression {
    const { ts } = this;
    const plain = skipOuter(value, ts);
    if (ts.isLiteralExpression(plain) || plain.kind === ts.SyntaxKind.ThisKeyword || plain.kind === ts.SyntaxKind.NullKeyword) return value;
    if (plain.kind === ts.SyntaxKind.TrueKeyword || plain.kind === ts.SyntaxKind.FalseKeyword || ts.isFunctionExpression(plain) || ts.isArrowFunction(plain)) return value;
    if (ts.isIdentifier(plain)) {
      if (this.tempOf.has(plain) && plain.text !== this.result) return value;
      const binding = this.facts.bindingOf.get(plain);
      if (binding !== undefined && !this.facts.cells.has(binding) && (binding.kind === 'const' || binding.kind === 'param') && !binding.references.some((reference) => reference.writes)) return value;
    }
    return this.kept(value);
  }

  kept(value: TS.Expression): TS.Expression {
    const temp = this.temp();
    this.assign(temp, value, value);
    return this.read(temp);
  }

  /** Evaluates an expression for its effects. */
  run(expression: TS.Expression, source: TS.Node): void {
    if (this.tempOf.has(skipOuter(expression, this.ts))) return;
    const statement = this.f.createExpressionStatement(expression);
    this.add({ kind: 'plain', statement, source });
  }

  await(operand: Operand, source: TS.Node): TS.Expression {
    const step: AwaitStep = {
      kind: 'await', operand, source, state: 0, save: [], later: false,
      shielded: this.shields > 0,
      insideFinally: this.surroundings.some((surrounding) => surrounding.kind === 'native finally'),
    };
    this.add(step);
    return this.awaited();
  }

  /** The steps of what cleans up. */
  shielded<T>(make: () => T): T {
    this.shields++;
    const made = make();
    this.shields--;
    return made;
  }

  /** What the last await came to. */
  awaited(): TS.Expression {
    const value = this.f.createIdentifier(this.result);
    this.tempOf.set(value, { name: this.result });
    return value;
  }

  when(test: TS.Expression, then: () => void, otherwise: (() => void) | undefined, source: TS.Node): void {
    this.add({ kind: 'if', test, then: this.collect(then), otherwise: otherwise ? this.collect(otherwise) : [], source });
  }

  updateAccess(node: TS.PropertyAccessExpression | TS.ElementAccessExpression, object: TS.Expression, key: TS.Expression | undefined): TS.Expression {
    const { ts, f } = this;
    const left = object as TS.LeftHandSideExpression;
    if (ts.isPropertyAccessChain(node)) return f.updatePropertyAccessChain(node, left, node.questionDotToken, node.name);
    if (ts.isElementAccessChain(node)) return f.updateElementAccessChain(node, left, node.questionDotToken, key ?? node.argumentExpression);
    if (ts.isPropertyAccessExpression(node)) return f.updatePropertyAccessExpression(node, left, node.name);
    return f.updateElementAccessExpression(node, left, key ?? node.argumentExpression);
  }

  updateCall(node: TS.CallExpression, callee: TS.Expression, args: readonly TS.Expression[]): TS.Expression {
    const { ts, f } = this;
    if (ts.isCallChain(node)) return f.updateCallChain(node, callee, node.questionDotToken, node.typeArguments, args);
    return f.updateCallExpression(node, callee, node.typeArguments, args);
  }

  /** Stands for a function of the runtime; 5-emit knows what it is called in the file. */
  runtime(name: string): TS.Identifier {
    return this.f.createIdentifier(`$runtime:${name}`);
  }
}

/** Does the value take the name of what it is assigned to? */
export function isNameless(value: TS.Expression, ts: Ts): boolean {
  let at = value;
  while (ts.isParenthesizedExpression(at)) at = at.expression;
  return (ts.isFunctionExpression(at) || ts.isArrowFunction(at) || ts.isClassExpression(at)) && at.name === undefined;
}
