/** What every body needs, whatever its steps: its statements without awaits. */
import type * as TS from 'typescript';
import { awaitsOf, type AwaitStep, type Step } from '../machine';
import { announced, declareAt, hasDecorators } from './anchors';
import { asAssignments, asDeclarations, asTarget, classAsExpression } from './patterns';
import { ReturnWriter } from './return-writer';
import { canBeReady, type Depth } from './site';

/**
 * poll    the ready path alone: structure as written, no re-entry
 * begin   the same at the start of an entry, up to the only await there is
 * entry   can be entered in the middle, with a frame: every statement list with an await is a `switch ($s)`
 * clean   a loop of the entry once more, structure as written: where it goes on after it was resumed
 */
type Mode = 'poll' | 'begin' | 'entry' | 'clean';

export interface BreakLabel {
  readonly names: readonly string[];
  used: boolean;
  /** A `switch ($s)` stands between the loop and what is being written. */
  hidden: boolean;
}

export abstract class BodyWriter extends ReturnWriter {
  protected readonly breakLabels: BreakLabel[] = [];

  protected mode: Mode = 'poll';

  protected get reenters(): boolean {
    return this.mode === 'entry';
  }

  /**
   * The poll goes through the entry, and loops have no clean copy, where the body holds what must be written once: a class (where
   * TypeScript lowers classes it takes copies of one for the same, and gives them one variable), or a template with a tag (each
   * place of the text has a strings object of its own, by which tags remember), or a compiled function that holds another:
   * of functions within functions within functions there would be 2, 4, 8, ... copies.
   */
  protected get isWrittenOnce(): boolean {
    return (this.writtenOnce ??= this.isUnique(this.planned.facts.trait.node, 2));
  }

  private writtenOnce: boolean | undefined;

  private isUnique(node: TS.Node, functions: number): boolean {
    const { ts, plan } = this.emit;
    return ts.isClassLike(node) || ts.isTaggedTemplateExpression(node) || ts.forEachChild(node, (child) => {
      const left = plan.compiled.has(child) ? functions - 1 : functions;
      return left === 0 || this.isUnique(child, left) || undefined;
    }) === true;
  }

  /** How many loops that can wait are around what is being written. */
  protected loops = 0;

  /**
   * Only the second and later calls of one activation can be deeper than native code would be on this stack (DESIGN section 4).
   * The first one is as deep as natively; an activation that was resumed stands at the bottom of its stack.
   * The first one is asked all the same: a public call stands at an infinite depth, so that its first await yields (without the
   * question a delegating method would take 10 % less).
   */
  protected depth(step: Pick<AwaitStep, 'later'>): Depth {
    const { f } = this.emit;
    const own = this.ownDepth;
    if (this.mode === 'clean') return { passed: () => f.createNumericLiteral(1), reached: undefined };
    const isLater = step.later || this.loops > 0;
    return { passed: isLater ? () => f.createAdd(own(), f.createNumericLiteral(1)) : own, reached: own };
  }

  /** It may be as deep as any later call. */
  protected override get tailDepth(): Depth {
    return this.depth({ later: true });
  }

  protected readonly ownDepth = (): TS.Expression => {
    if (this.mode === 'begin') return this.emit.local('f');
    this.usesDepth = true;
    return this.emit.local('d');
  };

  /** Does the entry ask for its depth? */
  protected usesDepth = false;

  /** Are the variables of the innermost block declared at its start, because it can be entered in the middle? */
  protected declaresAhead = false;

  protected polls(step: Step): boolean {
    return awaitsOf([step]).some((inner) => this.isPolled(inner));
  }

  protected isPolled(step: AwaitStep): boolean {
    return canBeReady(step.operand, this.planned.facts.trait.scheduling, this.emit);
  }

  // ------------------------------------------------------------------ statements without awaits

  /** A statement directly in a list: where the block is entered in the middle, its declarations become assignments. */
  protected declared(statement: TS.Statement, source: TS.Node | undefined): TS.Statement[] {
    const { emit } = this;
    const { ts } = emit;
    const isLexical = (list: TS.VariableDeclarationList): boolean => (list.flags & ts.NodeFlags.BlockScoped) !== 0;
    if (ts.isVariableStatement(statement) && isLexical(statement.declarationList)) {
      if (this.declaresAhead) {
        const assignments = asAssignments(statement.declarationList, emit);
        if (assignments[0] !== undefined) emit.at(assignments[0], source ?? statement);
        return assignments.map((assignment) => emit.visited(assignment));
      }
      if (emit.variables.isAny(statement.declarationList)) {
        const [first, ...others] = asDeclarations(statement.declarationList, emit).map((made) => emit.visited(made));
        return [emit.at(first!, source ?? statement), ...others];
      }
    }
    const visited = this.plainAll(statement);
    const made = visited[visited.length - 1];
    if (made !== undefined && ts.isClassDeclaration(made) && made.name && (this.declaresAhead || hasDecorators(made, emit))) {
      const expression = classAsExpression(made as TS.ClassDeclaration & { readonly name: TS.Identifier }, statement, emit);
      const list = emit.f.createVariableDeclarationList([emit.f.createVariableDeclaration(made.name, undefined, undefined, expression)], ts.NodeFlags.Let);
      const value = this.declaresAhead ? this.assignDeclared((ts.getOriginalNode(statement) as TS.ClassDeclaration).name!, expression) : emit.f.createVariableStatement(undefined, list);
      return [...visited.slice(0, -1), emit.at(value, source)];
    }
    // Of several the first one has the comments.
    if (visited.length > 1) emit.mapped(made!, source ?? statement);
    else if (made !== undefined && made !== statement) emit.at(made, source ?? statement);
    return visited;
  }

  /** The first value of a class or function that was declared, whatever its variable is kept in. */
  protected assignDeclared(name: TS.Identifier, value: TS.Expression): TS.ExpressionStatement {
    const { emit } = this;
    const [cell] = emit.variables.cellsMadeBy(name);
    return cell === undefined ? emit.set(emit.variables.target(name), value) : emit.set(emit.variables.variable(cell), emit.variables.freshCell(cell, value));
  }

  /** The statements of a block: what is made of one may be several, which the others see. */
  protected plainList(statements: readonly TS.Statement[]): TS.Statement[] {
    return this.emit.ordered(this.emit.f.createNodeArray(statements)).flatMap((statement) => this.plainAll(statement));
  }

  /** Writes a `switch ($s)`, in which a `break` must name what it leaves. */
  protected hidingBreaks(write: () => void): void {
    const label = this.breakLabels[this.breakLabels.length - 1];
    const wasHidden = label?.hidden === true;
    if (label) label.hidden = true;
    write();
    if (label) label.hidden = wasHidden;
  }

  /** Own `return`s give values; a `break` that would only leave our `switch ($s)` names its loop. */
  protected plainAll(statement: TS.Statement): TS.Statement[] {
    const { emit } = this;
    const { ts, f } = emit;
    const label = this.breakLabels[this.breakLabels.length - 1];
    const visit = (breakable: boolean) => (node: TS.Node): TS.VisitResult<TS.Node | undefined> => {
      const visited = rewrite(breakable, node);
      const names = announced(node, emit);
      return names.length === 0 || !visited ? visited : declareAt(ts.getOriginalNode(node), visited, names, emit);
    };
    const rewrite = (breakable: boolean, written: TS.Node): TS.VisitResult<TS.Node | undefined> => {
      if (ts.isVariableStatement(written) && this.isKeptOtherwise(written.declarationList)) {
        return asAssignments(written.declarationList, emit, this.hoist).map((assignment) => emit.visited(assignment));
      }
      const node = this.withoutVarHead(written);
      if (ts.isReturnStatement(node)) return this.return(node);
      if (this.finishesFirst(node)) return this.leavingTry((out) => out(enter(breakable, node) as TS.Statement));
      if (ts.isBreakStatement(node) && node.label === undefined && !breakable && label?.hidden) {
        label.used = true;
        return emit.at(f.createBreakStatement(label.names[0]), node);
      }
      if (ts.isIdentifier(node) && node.text.startsWith('$runtime:')) return emit.names.runtime(node.text.slice('$runtime:'.length) as 'call');
      if (ts.isFunctionLike(node) || ts.isClassLike(node)) return emit.visit(node);
      // The blocks of a `try` are no statements to TypeScript.
      if (!ts.isStatement(node) && !ts.isBlock(node) && !ts.isCatchClause(node) && !ts.isCaseBlock(node) && !ts.isCaseOrDefaultClause(node)) return emit.visit(node);
      const withFunctions = ts.isSwitchStatement(node) ? emit.functionsFirst(node, visit(true)) : undefined;
      if (withFunctions !== undefined) return withFunctions;
      return enter(breakable, node);
    };
    const enter = (breakable: boolean, node: TS.Node): TS.Node => {
      const ordered = ts.isBlock(node) ? f.updateBlock(node, emit.ordered(node.statements)) : node;
      return ts.visitEachChild(ordered, visit(breakable || ts.isIterationStatement(node, false) || ts.isSwitchStatement(node)), emit.host.context);
    };
    return [...ts.visitNodes(f.createNodeArray([statement]), visit(false), ts.isStatement)];
  }

  /** Is a `var` of the list in a cell? Then its declaration is an assignment, and the others are declared at the start. */
  private isKeptOtherwise(list: TS.VariableDeclarationList): boolean {
    return !(list.flags & this.emit.ts.NodeFlags.BlockScoped) && this.emit.variables.isAny(list);
  }

  /** Those others. */
  protected readonly hoisted = new Set<string>();
  private readonly hoist = (name: string): void => void this.hoisted.add(name);

  /** for (var x = 0; ...)   ->   for (x.v = 0; ...)      for (var x of xs)   ->   for (x.v of xs) */
  private withoutVarHead(node: TS.Node): TS.Node {
    const { emit } = this;
    const { ts, f } = emit;
    const isLoop = ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node);
    if (!isLoop || node.initializer === undefined || !ts.isVariableDeclarationList(node.initializer) || !this.isKeptOtherwise(node.initializer)) return node;
    if (ts.isForStatement(node)) {
      const assignments = asAssignments(node.initializer, emit, this.hoist).map(({ expression }) => expression);
      const init = assignments.length === 0 ? undefined : assignments.reduce((left, right) => f.createComma(left, right));
      return emit.at(f.createForStatement(init, node.condition, node.incrementor, node.statement), node);
    }
    const target = asTarget(node.initializer.declarations[0]!.name, emit, this.hoist);
    if (ts.isForInStatement(node)) return emit.at(f.createForInStatement(target, node.expression, node.statement), node);
    return emit.at(f.createForOfStatement(node.awaitModifier, target, node.expression, node.statement), node);
  }
}
