/**
 * Which variables need a cell. A frame keeps the *values* of the locals: on resumption they are put into fresh variables. That
 * is the same program unless somebody can tell the fresh variable from the old one:
 *
 *   const id = await x(); list.filter((e) => e.id === id)         nobody: the closure is made after the only assignment
 *   let n = 0; list.forEach(() => n++); await x(); return n       nobody: nothing is written after the await ... but by the closure
 *   let n = 0; const inc = () => n++; await x(); inc(); return n  the closure counts in the old variable: `n = { v: 0 }`
 *   const f = () => n; f(); await x(); let n = 0                  must be a ReferenceError: `n = new $Variable("n")`
 */
import type * as TS from 'typescript';
import type { Binding, CellKind, Facts, Reference, Ts } from '../model';
import { isAssignment, isBindingPattern, isGenerator, isStatic, skipOuter } from '../syntax';

type Known = Pick<Facts, 'trait' | 'bindings' | 'bindingOf' | 'awaits' | 'pausing'>;

export function cellsOf(known: Known, ts: Ts): Map<Binding, CellKind> {
  const cells = new Map<Binding, CellKind>();
  for (const binding of known.bindings) {
    const cell = new Question(binding, known, ts).cell();
    if (cell !== undefined) cells.set(binding, cell);
  }
  return cells;
}

/** A moment in the text at which something may happen, and the node it happens in. */
interface Moment { readonly at: number; readonly node: TS.Node }

class Question {
  constructor(private readonly binding: Binding, private readonly known: Known, private readonly ts: Ts) {}

  cell(): CellKind | undefined {
    const { binding, known: { pausing, trait }, ts } = this;
    const { kind, scope, references, declarations } = binding;
    // A variable of a head: whatever uses it, uses it too early.
    if (declarations.length === 0) return references.length > 0 && pausing.has(ts.isClassLike(scope) ? scope : scope.parent) ? 'checked' : undefined;
    // Only a scope that contains an await is left and entered again.
    const isEntered = pausing.has(scope);
    if (!isEntered && kind !== 'param') return undefined;
    const writes = references.filter((reference) => reference.writes);
    if (kind === 'const' && writes.length > 0) return 'constant';
    if (this.hasDeadZone() && references.some((reference) => this.isEarly(reference))) return 'checked';
    if (!isEntered) return undefined;
    const captured = references.filter((reference) => reference.closure !== undefined);
    if (captured.length === 0) return undefined;
    // As a function expression a declaration would have a name of its own inside of it.
    const isGiven = (name: TS.Identifier): boolean => ts.isVariableDeclaration(name.parent) && (name.parent.initializer !== undefined || isLoopHead(name.parent, ts));
    if (declarations.some((name) => ts.isFunctionDeclaration(name.parent)) && (writes.length > 0 || declarations.some(isGiven))) return 'box';
    // Every round of `for (let i ...)` has a variable of its own; ours is one.
    if (ts.isForStatement(scope) && kind === 'let' && writes.length > 0) return 'box';
    if (!this.isShared(captured, writes, trait.node)) return undefined;
    const isMadeLate = kind === 'let' || kind === 'const' || kind === 'class';
    return isMadeLate && captured.some((reference) => this.madeAt(reference.closure!) < this.declaredAt()) ? 'checked' : 'box';
  }

  private hasDeadZone(): boolean {
    const { kind } = this.binding;
    return kind === 'let' || kind === 'const' || kind === 'class' || kind === 'param' || kind === 'catch';
  }

  // ------------------------------------------------------------------ the temporal dead zone

  /** May the variable be used before it has its first value? */
  private isEarly({ node, closure }: Reference): boolean {
    const { ts, binding, known: { trait } } = this;
    const declaration = this.declaration();
    if (declaration === undefined) return false;
    if (ts.isParameter(declaration) && trait.node.parameters.indexOf(declaration) < 0) return false;
    const own = element(binding.declarations[0]!, ts);
    const value = valueOf(declaration);
    const place = closure ?? node;
    if (value !== undefined && inside(value, place)) return closure === undefined || own !== declaration || !isOnlyKept(closure, declaration, ts);
    if (inside(own, place)) return true;
    // `{ a: { b } = c }`: the default stands behind `b` and is evaluated before it.
    for (let at = own; at !== declaration; at = at.parent) {
      if (ts.isBindingElement(at) && at.initializer !== undefined && inside(at.initializer, place)) return true;
    }
    // Another clause of the `switch` may have been entered past the declaration.
    if (ts.isCaseBlock(binding.scope)) {
      const clause = (at: TS.Node): TS.Node => (at.parent === binding.scope ? at : clause(at.parent));
      if (clause(place) !== clause(declaration)) return true;
    }
    return (closure === undefined ? node.pos : this.usedFrom(closure, new Set())) < own.end;
  }

  /** Where in the text of the function a closure can first be called: a function declaration not before it is mentioned. */
  private usedFrom(closure: TS.Node, seen: Set<TS.Node>): number {
    const { ts, known: { bindingOf } } = this;
    if (!ts.isFunctionDeclaration(closure) || closure.name === undefined) return closure.pos;
    if (seen.has(closure)) return Infinity;
    seen.add(closure);
    const own = bindingOf.get(closure.name);
    if (own === undefined || own.declarations.length > 1) return this.madeAt(closure);
    return Math.min(Infinity, ...own.references.map(({ node, closure: around }) => (around === undefined ? node.pos : around === closure ? Infinity : this.usedFrom(around, seen))));
  }

  // ------------------------------------------------------------------ the same variable in a closure and after an await

  /** Is there a closure, then an await, then an assignment? */
  private isShared(captured: readonly Reference[], writes: readonly Reference[], fn: TS.Node): boolean {
    const { ts, known: { awaits, trait } } = this;
    const assigned: Moment[] = writes.filter(({ closure }) => closure === undefined).map(({ node }) => ({ at: endOfAssignment(node, ts), node }));
    for (const name of this.binding.declarations) {
      const declaration = enclosingDeclaration(name, ts);
      if (declaration === undefined || ts.isParameter(declaration)) continue;
      const isPlainVar = ts.isVariableDeclaration(declaration) && this.binding.kind === 'var' && declaration.initializer === undefined && !isLoopHead(declaration, ts);
      if (!isPlainVar) assigned.push({ at: declaration.end, node: declaration });
    }
    const closureWrites = writes.some(({ closure }) => closure !== undefined);
    const made: Moment[] = captured.map(({ closure }) => ({ at: this.madeAt(closure!), node: closure! }));
    // Before its first statement a generator waits until somebody asks for an item, its function declarations made.
    const start: Moment[] = isGenerator(trait.node, ts) && this.binding.scope === trait.node ? [{ at: trait.node.body.pos, node: trait.node.body }] : [];
    for (const suspended of [...start, ...awaits.map((wait): Moment => ({ at: wait.end, node: wait }))]) {
      if (!inside(this.binding.scope, suspended.node) || !made.some((closure) => this.mayFollow({ ...suspended, at: behindWhatIsTakenApart(suspended, ts) }, closure, fn))) continue;
      if (closureWrites || assigned.some((write) => this.mayFollow(write, suspended, fn))) return true;
    }
    return false;
  }

  /** Can `late` happen after `early` in the life of one variable: further down, or in the next round of a loop inside its scope? */
  private mayFollow(late: Moment, early: Moment, fn: TS.Node): boolean {
    // All tests of a `switch` are evaluated before its clauses, also before a `default` that stands in front of them.
    if (late.at >= early.at || late.at >= startOfTests(early.node, this.ts)) return true;
    for (let at: TS.Node | undefined = early.node; at !== undefined && at !== fn && at !== this.binding.scope; at = at.parent) {
      if (this.ts.isIterationStatement(at, false) && inside(at, late.node)) return true;
    }
    return false;
  }

  /** Function declarations are made when their block is entered, those of a clause with all of the `switch`. */
  private madeAt(closure: TS.Node): number {
    const { ts } = this;
    if (!ts.isFunctionDeclaration(closure)) return closure.pos;
    let at: TS.Node = closure.parent;
    while (ts.isLabeledStatement(at) || ts.isCaseOrDefaultClause(at)) at = at.parent;
    return at.pos;
  }

  private declaration(): TS.Node | undefined {
    return enclosingDeclaration(this.binding.declarations[0]!, this.ts);
  }

  private declaredAt(): number {
    return this.declaration()?.end ?? this.binding.declarations[0]!.end;
  }
}

/** Where the clauses of the outermost `switch` begin of which this is in a test. */
function startOfTests(node: TS.Node, ts: Ts): number {
  let start = Infinity;
  for (let at = node; at.parent !== undefined && !ts.isFunctionLike(at.parent); at = at.parent) if (ts.isCaseClause(at.parent) && at.parent.expression === at) start = at.parent.parent.pos;
  return start;
}

function inside(outer: TS.Node, inner: TS.Node): boolean {
  return outer === inner || (outer.pos <= inner.pos && inner.end <= outer.end);
}

/** What gives a variable its first value: a declaration, a parameter, a class. */
function enclosingDeclaration(name: TS.Identifier, ts: Ts): TS.VariableDeclaration | TS.ParameterDeclaration | TS.ClassDeclaration | TS.EnumDeclaration | undefined {
  let at: TS.Node = name.parent;
  while (ts.isBindingElement(at) || isBindingPattern(at, ts)) at = at.parent;
  return ts.isVariableDeclaration(at) || ts.isParameter(at) || ts.isClassDeclaration(at) || ts.isEnumDeclaration(at) ? at : undefined;
}

/** The smallest part of the declaration that gives this very name its value: `{ a, b = a }` gives `a` before `b`. */
function element(name: TS.Identifier, ts: Ts): TS.Node {
  return ts.isBindingElement(name.parent) ? name.parent : (enclosingDeclaration(name, ts) ?? name);
}

function valueOf(declaration: TS.Node): TS.Expression | undefined {
  return (declaration as { initializer?: TS.Expression }).initializer;
}

function isLoopHead(declaration: TS.VariableDeclaration, ts: Ts): boolean {
  return ts.isForOfStatement(declaration.parent.parent) || ts.isForInStatement(declaration.parent.parent);
}

/**
 * Can the function not be called before its declaration is over? Called there, it finds the variable in its dead zone.
 *
 *   const f = (n) => f(n - 1), o = { f: () => o }                  kept
 *   const off = listen(() => off()), x = new (class { y = x })     may be called
 */
function isOnlyKept(closure: TS.Node, declaration: TS.Node, ts: Ts): boolean {
  if (ts.isClassLike(closure) && closure.members.some((member) => ts.isClassStaticBlockDeclaration(member) || (ts.isPropertyDeclaration(member) && isStatic(member, ts)))) return closure === declaration;
  for (let at = closure; at !== declaration; at = at.parent) {
    const { parent } = at;
    const isPassedOn =
      parent === declaration || skipOuter(parent as TS.Expression, ts) === skipOuter(at as TS.Expression, ts) ||
      ts.isObjectLiteralExpression(parent) || ts.isPropertyAssignment(parent) || ts.isArrayLiteralExpression(parent) ||
      ts.isConditionalExpression(parent) || isBindingPattern(parent, ts) || (ts.isBindingElement(parent) && parent.initializer === at);
    if (!isPassedOn) return false;
  }
  return true;
}

/** An await in a pattern comes behind what is taken apart, which stands further down: `[a = await x] = f(() => a)`. */
function behindWhatIsTakenApart({ at: end, node }: Moment, ts: Ts): number {
  let last = end;
  for (let at = node; at.parent !== undefined && !ts.isFunctionLike(at); at = at.parent) {
    const { parent } = at;
    if (isAssignment(parent, ts) ? parent.left === at : ts.isVariableDeclaration(parent) && parent.name === at) last = parent.end;
  }
  return last;
}

/**
 * Where the assignment that writes a variable has been made: `x = await y` writes after the await, and so does `[x = 1] = await y`,
 * whose inner `x = 1` is a part of what the outer one assigns to.
 */
function endOfAssignment(name: TS.Node, ts: Ts): number {
  let at = name;
  let written: TS.Node | undefined;
  while (at.parent !== undefined && !ts.isStatement(at.parent)) {
    const { parent } = at;
    if (isAssignment(parent, ts) && (written === undefined || parent.left === at)) written = parent;
    at = parent;
  }
  return (written ?? at).end;
}
