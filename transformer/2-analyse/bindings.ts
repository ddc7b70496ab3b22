/** The variables of one function and every reference to them, resolved from the syntax alone. */
import type * as TS from 'typescript';
import type { AsyncFunction, Binding, Reference, Ts } from '../model';
import { isReference, isWritten, namesIn } from '../syntax';

interface Scope {
  readonly node: TS.Node;
  readonly parent: Scope | undefined;
  readonly names: Map<string, Binding>;
  /** The nested function this scope belongs to; undefined in the analysed function itself. */
  readonly closure: TS.Node | undefined;
}

export interface Bindings {
  readonly all: Binding[];
  readonly of: Map<TS.Identifier, Binding>;
  /** References to variables of the outside. */
  readonly free: TS.Identifier[];
  /** The parameters of the arrow functions inside. */
  readonly arrowParameters: Binding[];
}

export function bindingsOf(fn: AsyncFunction, ts: Ts): Bindings {
  const all: Binding[] = [];
  const of = new Map<TS.Identifier, Binding>();
  const free: TS.Identifier[] = [];
  const arrowParameters: Binding[] = [];

  const declare = (scope: Scope, declared: TS.BindingName, kind: Binding['kind']): void => {
    for (const name of namesIn(declared, ts)) declareName(scope, name, kind);
  };

  const declareName = (scope: Scope, name: TS.Identifier, kind: Binding['kind']): void => {
    let binding = scope.names.get(name.text);
    if (binding === undefined) {
      binding = { name: name.text, kind, scope: scope.node, declarations: [], references: [] };
      scope.names.set(name.text, binding);
      if (scope.closure === undefined) all.push(binding);
    }
    binding.declarations.push(name);
    // The name of a class declaration declares two variables: the outer one, seen first, and its own inside of it.
    if (scope.closure === undefined && !of.has(name)) of.set(name, binding);
  };

  const open = (node: TS.Node, parent: Scope | undefined, closure: TS.Node | undefined): Scope => ({ node, parent, names: new Map(), closure });

  /** A variable that is declared nowhere and never gets a value. */
  const dead = (name: string, scope: TS.Node): Binding => ({ name, kind: 'let', scope, declarations: [], references: [] });

  /** `var`s of a function, which belong to its outermost scope wherever they stand. */
  const declareVars = (node: TS.Node, scope: Scope): void => {
    ts.forEachChild(node, function walk(child) {
      if (ts.isFunctionLike(child) || ts.isClassLike(child)) return;
      if (ts.isVariableDeclarationList(child) && !(child.flags & ts.NodeFlags.BlockScoped)) {
        for (const declaration of child.declarations) declare(scope, declaration.name, 'var');
      }
      ts.forEachChild(child, walk);
    });
  };

  /** `let`, `const`, classes and functions that stand directly in a block. */
  const declareLexical = (statements: readonly TS.Statement[], scope: Scope): void => {
    for (let statement of statements) {
      while (ts.isLabeledStatement(statement)) statement = statement.statement;
      if (ts.isVariableStatement(statement) && statement.declarationList.flags & ts.NodeFlags.BlockScoped) {
        const kind = statement.declarationList.flags & ts.NodeFlags.Const ? 'const' : 'let';
        for (const declaration of statement.declarationList.declarations) declare(scope, declaration.name, kind);
      } else if (ts.isClassDeclaration(statement) && statement.name) declare(scope, statement.name, 'class');
      else if (ts.isEnumDeclaration(statement)) declare(scope, statement.name, 'var');
      else if (ts.isFunctionDeclaration(statement) && statement.name) declare(scope, statement.name, 'function');
    }
  };

  const refer = (node: TS.Identifier, scope: Scope): void => {
    for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
      const binding = at.names.get(node.text);
      if (binding === undefined) continue;
      const reference: Reference = { node, writes: isWritten(node, ts), closure: scope.closure };
      binding.references.push(reference);
      if (at.closure === undefined) of.set(node, binding);
      return;
    }
    free.push(node);
  };

  const enterFunction = (node: TS.SignatureDeclaration & { body?: TS.Node }, parent: Scope | undefined, closure: TS.Node | undefined): void => {
    let outer = parent;
    if (ts.isFunctionExpression(node) && node.name) {
      outer = open(node, parent, closure ?? (node === (fn as TS.Node) ? undefined : node));
      if (node !== (fn as TS.Node)) declare(outer, node.name, 'function');
    }
    const scope = open(node, outer, closure);
    for (const parameter of node.parameters) if (!isThis(parameter.name, ts)) declare(scope, parameter.name, 'param');
    if (ts.isArrowFunction(node) && closure !== undefined) arrowParameters.push(...scope.names.values());
    // Defaults see the parameters, and nothing of the body.
    for (const parameter of node.parameters) visit(parameter, scope);
    if (node.body) {
      declareVars(node.body, scope);
      if (ts.isBlock(node.body)) declareLexical(node.body.statements, scope);
    }
    if (node.body && ts.isBlock(node.body)) for (const statement of node.body.statements) visit(statement, scope);
    else if (node.body) visit(node.body, scope);
  };

  const visitChildren = (node: TS.Node, scope: Scope): void => ts.forEachChild(node, (child) => visit(child, scope));

  const visit = (node: TS.Node, scope: Scope): void => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isTypeParameterDeclaration(node)) return;
    if (ts.isIdentifier(node)) {
      if (isReference(node, ts)) refer(node, scope);
      return;
    }
    if (ts.isFunctionLike(node)) {
      const member = node as TS.SignatureDeclaration & { body?: TS.Node };
      if (member.name && ts.isComputedPropertyName(member.name)) visit(member.name, scope);
      enterFunction(member, scope, scope.closure ?? node);
      return;
    }
    if (ts.isClassLike(node)) {
      const inner = open(node, scope, scope.closure ?? node);
      if (node.name) declare(inner, node.name, 'class');
      // The head sees a variable of the class's name that has no value yet.
      const head = open(node, scope, scope.closure);
      if (node.name) head.names.set(node.name.text, dead(node.name.text, node));
      if (scope.closure === undefined) all.push(...head.names.values());
      for (const clause of node.heritageClauses ?? []) visit(clause, head);
      for (const decorator of ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : []) visit(decorator, scope);
      for (const member of node.members) {
        if (member.name && ts.isComputedPropertyName(member.name)) visit(member.name, head);
        if (ts.isFunctionLike(member)) enterFunction(member as TS.SignatureDeclaration & { body?: TS.Node }, inner, inner.closure);
        else if (ts.isClassStaticBlockDeclaration(member)) {
          const block = open(member, inner, inner.closure);
          declareVars(member.body, block);
          declareLexical(member.body.statements, block);
          visitChildren(member.body, block);
        } else if (ts.isPropertyDeclaration(member) && member.initializer) visit(member.initializer, inner);
      }
      return;
    }
    if (ts.isBlock(node) || ts.isCaseBlock(node)) {
      const block = open(node, scope, scope.closure);
      declareLexical(ts.isBlock(node) ? node.statements : node.clauses.flatMap((clause) => [...clause.statements]), block);
      visitChildren(node, block);
      return;
    }
    if (ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node)) {
      const loop = open(node, scope, scope.closure);
      const initializer = node.initializer;
      if (initializer && ts.isVariableDeclarationList(initializer) && initializer.flags & ts.NodeFlags.BlockScoped) {
        const kind = initializer.flags & ts.NodeFlags.Const ? 'const' : 'let';
        for (const declaration of initializer.declarations) declare(loop, declaration.name, kind);
      }
      if (ts.isForStatement(node)) return visitChildren(node, loop);
      // In `for (const x of f(() => x))` the head has an `x` of its own that never gets a value.
      const head = open(node.expression, scope, scope.closure);
      for (const name of loop.names.keys()) head.names.set(name, dead(name, node.expression));
      if (scope.closure === undefined) all.push(...head.names.values());
      visit(initializer!, loop);
      visit(node.expression, head);
      visit(node.statement, loop);
      return;
    }
    if (ts.isCatchClause(node)) {
      const clause = open(node, scope, scope.closure);
      if (node.variableDeclaration) declare(clause, node.variableDeclaration.name, 'catch');
      visitChildren(node, clause);
      return;
    }
    visitChildren(node, scope);
  };

  enterFunction(fn, undefined, undefined);
  return { all, of, free, arrowParameters };
}

/** TypeScript's `this` parameter is a type, and no variable. */
function isThis(name: TS.BindingName, ts: Ts): boolean {
  return ts.isIdentifier(name) && name.text === 'this';
}
