/** What the writers of one file share: names, the visitor for everything that is not ours, small builders. */
import type * as TS from 'typescript';
import type { Machine } from '../machine';
import type { Host, Plan, Planned, Ts } from '../model';
import { Names } from './names';
import { loopsWithRounds } from './rounds';
import { Variables } from './variables';

export class Emitter {
  readonly ts: Ts;
  readonly f: TS.NodeFactory;
  readonly names: Names;
  /** The variables of frame methods that are not written as themselves. */
  readonly variables: Variables;
  /** Variables to declare at a node that is being written: see anchors.ts. */
  readonly anchored = new Map<TS.Node, readonly string[]>();
  /** Variables that each round of a loop must have: see rounds.ts. */
  readonly inRounds = new Map<TS.Node, readonly string[]>();
  /** What a written node becomes where it cannot stand any more: see borrow.ts. */
  readonly replacements = new Map<TS.Node, () => TS.Node>();
  /** The variables that hold the computed names of fields. */
  readonly keysOfFields = new Map<TS.Node, string>();
  /** Rewrites traits, classes and decorators anywhere inside a node, and leaves the rest alone. */
  visit!: (node: TS.Node) => TS.VisitResult<TS.Node | undefined>;
  /** The same for a node itself; for what is in it `visit` is asked. */
  rewrite!: (node: TS.Node) => TS.VisitResult<TS.Node | undefined>;

  /** A `switch` whose clauses declare functions of ours, these made first and the rest visited; undefined where there are none: see clauses.ts. */
  functionsFirst!: (node: TS.SwitchStatement, visit: TS.Visitor) => TS.SwitchStatement | undefined;

  /** Functions are usable before their declaration: those that become variables go first. */
  ordered!: (statements: TS.NodeArray<TS.Statement>) => readonly TS.Statement[];

  /** The statements of a block, rewritten, in that order. */
  list!: (statements: TS.NodeArray<TS.Statement>) => readonly TS.Statement[];

  constructor(readonly host: Host, readonly plan: Plan, readonly machines: ReadonlyMap<TS.Node, Machine>, asModule: boolean) {
    this.ts = host.ts;
    this.f = host.factory;
    this.names = new Names(host, asModule);
    this.variables = new Variables(this);
  }

  /** Does a class or literal of ours await in the head of the loop, or of the loop under these labels? */
  hasRounds(node: TS.Node): boolean {
    this.loopsWithRounds ??= loopsWithRounds(this);
    let at = node;
    while (this.ts.isLabeledStatement(at)) at = at.statement;
    return this.loopsWithRounds.has(at);
  }

  private loopsWithRounds: ReadonlySet<TS.Node> | undefined;

  /** Of a written node, or of one that the lowering has made of it: a method whose computed name awaits. */
  planned(node: TS.Node): Planned | undefined {
    return this.plan.compiled.get(node) ?? this.plan.compiled.get(this.ts.getOriginalNode(node));
  }

  machine(node: TS.Node): Machine {
    return (this.machines.get(node) ?? this.machines.get(this.ts.getOriginalNode(node)))!;
  }

  visited<T extends TS.Node>(node: T): T {
    return this.ts.visitNode(node, this.visit as TS.Visitor) as T;
  }

  visitedAll<T extends TS.Node>(nodes: readonly T[]): T[] {
    return nodes.map((node) => this.visited(node));
  }

  /** The name of a member beside the method `name`: `next$entry`, `#load$poll`, with more dollars where the file has such a name itself. */
  helperName(name: string, word: string): string {
    const known = this.helperNames.get(`${name}$${word}`);
    if (known !== undefined) return known;
    let dollars = '$';
    // The text is searched once for each name, not at each place that is written.
    while (this.plan.file.text.includes(name + dollars + word)) dollars += '$';
    this.helperNames.set(`${name}$${word}`, name + dollars + word);
    return name + dollars + word;
  }

  private readonly helperNames = new Map<string, string>();

  local(word: string): TS.Identifier {
    return this.names.local(word);
  }

  call(name: Parameters<Names['runtime']>[0], ...args: TS.Expression[]): TS.CallExpression {
    return this.f.createCallExpression(this.names.runtime(name), undefined, args);
  }

  /** Marks a call with `@__PURE__`: a bundler may leave it out where nobody uses the result, as it may the written function. */
  pure<T extends TS.Node>(node: T): T {
    return this.ts.addSyntheticLeadingComment(node, this.ts.SyntaxKind.MultiLineCommentTrivia, ' @__PURE__ ', false);
  }

  /** Is it a variable of ours? Evaluating it twice in a row is the same as once. */
  isTemporary(node: TS.Expression): node is TS.Identifier {
    return this.ts.isIdentifier(node) && node.pos < 0 && node.text.startsWith(this.host.prefix) && /\d$/.test(node.text);
  }

  set(target: TS.Expression, value: TS.Expression): TS.ExpressionStatement {
    return this.f.createExpressionStatement(this.f.createAssignment(target, value));
  }

  /** `let a, b;` */
  declare(names: readonly string[], flags: TS.NodeFlags = this.ts.NodeFlags.Let): TS.Statement[] {
    if (names.length === 0) return [];
    const declarations = names.map((name) => this.f.createVariableDeclaration(name));
    return [this.f.createVariableStatement(undefined, this.f.createVariableDeclarationList(declarations, flags))];
  }

  /** The node at the place of the written one it stands for: stack traces, breakpoints and comments follow. */
  at<T extends TS.Node>(node: T, source: TS.Node | undefined): T {
    if (source === undefined || source.pos < 0) return node;
    this.ts.setSourceMapRange(node, this.ts.getSourceMapRange(source));
    this.ts.setCommentRange(node, this.ts.getCommentRange(source));
    return node;
  }

  /** Only the position, where the comments stand at another node already. */
  mapped<T extends TS.Node>(node: T, source: TS.Node | undefined): T {
    if (source !== undefined && source.pos >= 0) this.ts.setSourceMapRange(node, this.ts.getSourceMapRange(source));
    return node;
  }
}
