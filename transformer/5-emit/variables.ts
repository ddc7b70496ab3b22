/** How the variables of frame methods are written that are not just themselves: those kept in cells, and those renamed. */
import type * as TS from 'typescript';
import { childrenOf, type Step } from '../machine';
import type { Binding, CellKind } from '../model';
import { namesIn, skipOuter } from '../syntax';
import { isReplaced } from './class';
import { isRedeclared } from './function';
import type { Emitter } from './emitter';

export interface View {
  readonly binding: Binding;
  /** What the variable is called in the output: its own name, unless another variable would hide it where it is saved. */
  readonly name: string;
  readonly cell: CellKind | undefined;
  /**
   * Every round of a loop has a variable of its own. The one that the initializer makes and that the frame gives back is
   * another, which begins the rounds: `let $i = { v: 0 }; for (let i = $i; ...; i = { v: i.v }, i.v++)`.
   */
  readonly first: { readonly name: string; readonly within: TS.Node } | undefined;
}

/** Another function of its name takes its place. */
function staysAsWritten(node: TS.Node, emit: Emitter): boolean {
  const { ts } = emit;
  if (ts.isFunctionDeclaration(node)) return isRedeclared(node, ts);
  return ts.isMethodDeclaration(node) && ts.isClassLike(node.parent) && isReplaced(node as Parameters<typeof isReplaced>[0], node.parent, emit);
}

export class Variables {
  private readonly views = new Map<Binding, View>();
  private readonly atNode = new Map<TS.Node, View>();

  constructor(private readonly emit: Emitter) {
    for (const [node, { facts, strategy }] of emit.plan.compiled) {
      if (strategy !== 'frame' || staysAsWritten(node, emit)) continue;
      const machine = emit.machines.get(node);
      const renamed = machine?.renamed;
      const rounds = new Set(machine === undefined ? [] : roundsIn(machine.steps));
      for (const binding of facts.bindings) {
        const cell = facts.cells.get(binding);
        if (cell === undefined && !renamed?.has(binding)) continue;
        const view: View = {
          binding, cell,
          name: renamed?.has(binding) ? emit.names.unique(binding.name) : binding.name,
          first: rounds.has(binding) ? { name: emit.names.unique(binding.name), within: (binding.scope as TS.ForStatement).initializer! } : undefined,
        };
        this.views.set(binding, view);
        for (const name of binding.declarations) this.atNode.set(name, view);
        for (const { node: reference } of binding.references) this.atNode.set(reference, view);
      }
    }
  }

  of(binding: Binding): View | undefined {
    return this.views.get(binding);
  }

  /** Does any of these names declare a variable that is not just itself? */
  isAny({ declarations }: TS.VariableDeclarationList): boolean {
    return this.views.size > 0 && declarations.some(({ name }) => this.viewsIn(name).length > 0);
  }

  /** What it is called at a place of the program. */
  nameAt(binding: Binding, place: TS.Node): string {
    const view = this.views.get(binding);
    return view?.first !== undefined && isInside(view.first.within, place) ? view.first.name : (view?.name ?? binding.name);
  }

  /** What it is called where its scope begins. */
  nameOf(binding: Binding): string {
    const view = this.views.get(binding);
    return view?.first?.name ?? view?.name ?? binding.name;
  }

  private at(node: TS.Node | undefined): View | undefined {
    return node === undefined || this.views.size === 0 ? undefined : this.atNode.get(node);
  }

  /** The variable itself, which holds the cell if there is one, where its scope begins. */
  variable(binding: Binding): TS.Identifier {
    return this.emit.f.createIdentifier(this.nameOf(binding));
  }

  /** The cell a variable begins with, and the value in it. */
  freshCell(binding: Binding, value?: TS.Expression): TS.Expression {
    const { f } = this.emit;
    const kind = this.views.get(binding)?.cell;
    if (kind === 'box') return f.createObjectLiteralExpression([f.createPropertyAssignment('v', value ?? f.createVoidZero())]);
    const name = f.createStringLiteral(binding.name);
    return f.createNewExpression(this.emit.names.runtime('Variable'), undefined, kind === 'constant' ? [name, f.createTrue()] : [name]);
  }

  /** Does the cell exist from the start of its scope? Else its declaration makes it. */
  isMadeAtEntry(binding: Binding): boolean {
    const kind = this.views.get(binding)?.cell;
    return kind === 'checked' || kind === 'constant' || (kind === 'box' && (binding.kind === 'var' || binding.kind === 'function'));
  }

  private read(view: View, source: TS.Node, member = 'v'): TS.Expression {
    const { f } = this.emit;
    const name = this.emit.mapped(f.createIdentifier(this.nameAt(view.binding, source)), source);
    return view.cell === undefined ? name : this.emit.mapped(f.createPropertyAccessExpression(name, member), source);
  }

  /** What a declared name is assigned to. A variable with a dead zone leaves it by `init`. */
  target(name: TS.Identifier): TS.Expression {
    const view = this.at(name);
    if (view === undefined) return name;
    const begins = view.binding.kind !== 'var' && view.cell !== 'box';
    return this.read(view, name, begins ? 'init' : 'v');
  }

  viewsIn(name: TS.BindingName): View[] {
    return namesIn(name, this.emit.ts).map((one) => this.at(one)).filter((view) => view !== undefined);
  }

  /** The cells that declaring these names has to make, as far as they are not there from the start. */
  cellsMadeBy(name: TS.BindingName): Binding[] {
    const made = this.viewsIn(name).filter(({ cell, binding }) => cell === 'box' && !this.isMadeAtEntry(binding));
    return made.map(({ binding }) => binding);
  }

  /**
   * An anonymous function or class keeps the name it gets where it is assigned to a variable:
   *
   *   n = () => 1   ->   n.v = ({ n: () => 1 }).n
   */
  named(value: TS.Expression, name: string): TS.Expression {
    const { f, ts } = this.emit;
    let at = value;
    while (ts.isParenthesizedExpression(at)) at = at.expression;
    const isAnonymous = (ts.isFunctionExpression(at) || ts.isArrowFunction(at) || ts.isClassExpression(at)) && at.name === undefined;
    if (!isAnonymous) return value;
    const literal = f.createObjectLiteralExpression([f.createPropertyAssignment(name, value)]);
    return f.createPropertyAccessExpression(f.createParenthesizedExpression(literal), name);
  }

  /** A node that mentions such a variable, rewritten; undefined where there is nothing to do. */
  rewrite(node: TS.Node): TS.Node | undefined {
    const { f, ts } = this.emit;
    if (this.views.size === 0) return undefined;
    if (ts.isIdentifier(node)) {
      const view = this.at(node);
      // Inside of a class or function its own name is another variable.
      const isOwnName = view !== undefined && (ts.isClassDeclaration(node.parent) || ts.isFunctionDeclaration(node.parent) || ts.isEnumDeclaration(node.parent)) && node.parent.name === node;
      return isOwnName ? undefined : view && this.read(view, node);
    }
    if (ts.isShorthandPropertyAssignment(node)) {
      const view = this.at(node.name);
      if (view === undefined) return undefined;
      const read = this.read(view, node.name);
      const value = node.objectAssignmentInitializer && this.emit.visited(node.objectAssignmentInitializer);
      // `__proto__: value` would set the prototype.
      const key = node.name.text === '__proto__' ? f.createComputedPropertyName(f.createStringLiteral('__proto__')) : f.createIdentifier(node.name.text);
      return f.createPropertyAssignment(key, value ? f.createAssignment(read, this.named(value, node.name.text)) : read);
    }
    // f()   ->   (0, f.v)()      a cell must not become `this`
    if ((ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)) && this.isCell(calleeOf(node, ts))) {
      const callee = f.createParenthesizedExpression(f.createComma(f.createNumericLiteral(0), this.emit.visited(calleeOf(node, ts))));
      if (ts.isTaggedTemplateExpression(node)) return f.updateTaggedTemplateExpression(node, callee, undefined, this.emit.visited(node.template));
      const args = this.emit.visitedAll(node.arguments);
      return ts.isCallChain(node) ? f.updateCallChain(node, callee, node.questionDotToken, undefined, args) : f.updateCallExpression(node, callee, undefined, args);
    }
    // delete x   ->   false
    if (ts.isDeleteExpression(node) && this.isCell(node.expression)) return f.createFalse();
    if (ts.isBinaryExpression(node) && isNaming(node.operatorToken.kind, ts)) {
      const target = skipOuter(node.left, ts);
      // `(x as T) = () => {}` names the function too, `(x) = () => {}` does not.
      const view = ts.isParenthesizedExpression(node.left) && node.left.expression === target ? undefined : this.at(target);
      if (view === undefined) return undefined;
      const value = this.named(this.emit.visited(node.right), view.binding.name);
      return f.updateBinaryExpression(node, this.read(view, target), node.operatorToken, value);
    }
    return undefined;
  }

  private isCell(node: TS.Expression): boolean {
    return this.at(skipOuter(node, this.emit.ts))?.cell !== undefined;
  }
}

function calleeOf(node: TS.CallExpression | TS.TaggedTemplateExpression, ts: Emitter['ts']): TS.Expression {
  return ts.isCallExpression(node) ? node.expression : node.tag;
}

/** Does the assignment name an anonymous function? */
function isNaming(operator: TS.SyntaxKind, { SyntaxKind: K }: Emitter['ts']): boolean {
  return operator === K.EqualsToken || operator === K.AmpersandAmpersandEqualsToken || operator === K.BarBarEqualsToken || operator === K.QuestionQuestionEqualsToken;
}

function isInside(outer: TS.Node, inner: TS.Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}

function roundsIn(steps: readonly Step[]): Binding[] {
  return steps.flatMap((step) => [...(step.kind === 'loop' ? step.rounds : []), ...roundsIn(childrenOf(step))]);
}
