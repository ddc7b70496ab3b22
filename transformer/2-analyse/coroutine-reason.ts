/**
 * What a frame cannot keep. A frame keeps the *values* of the locals: on resumption they are put into fresh variables. That
 * is the same program unless somebody else holds the old variables (a closure) or the engine holds more than values (an
 * iterator in a construct we do not take apart, `arguments` tied to parameters). Then a generator keeps them.
 */
import type * as TS from 'typescript';
import type { Binding, Facts, Host } from '../model';
import { hasModifier, isAccess, isBindingPattern, isGenerator, skipOuter } from '../syntax';
import { switchReason } from './switch-reason';

export function coroutineReason(facts: Omit<Facts, 'needsCoroutine'>, host: Host): string | undefined {
  // An arrow function stays one, and has those of the function around it.
  const ownArguments = facts.usesArguments && !host.ts.isArrowFunction(facts.trait.node);
  if (facts.awaits.length === 0 && !isGenerator(facts.trait.node, host.ts)) return ownArguments ? 'it uses `arguments`' : parametersReason(facts, host);
  return (
    (ownArguments ? 'it uses `arguments`' : undefined) ??
    parametersReason(facts, host) ??
    nestingReason(facts) ??
    constructReason(facts, host) ??
    switchReason(facts, host) ??
    bindingsReason(facts, host)
  );
}

/** Defaults are evaluated in the body, after the guard; so they must not look at later parameters or at each other's scope. */
function parametersReason({ trait, bindingOf, bindings }: Omit<Facts, 'needsCoroutine'>, { ts }: Host): string | undefined {
  const { parameters } = trait.node;
  const redeclared = bindings.some((binding) => binding.kind === 'param' && binding.declarations.length > 1);
  if (redeclared) return 'a parameter is declared again';
  for (const [index, parameter] of parameters.entries()) {
    if (!parameter.initializer && ts.isIdentifier(parameter.name)) continue;
    if (parameter.dotDotDotToken && !ts.isIdentifier(parameter.name)) return 'its rest parameter is a pattern';
    let early = false;
    const walk = (node: TS.Node): void => {
      const binding = ts.isIdentifier(node) ? bindingOf.get(node) : undefined;
      if (binding?.kind === 'param' && binding.declarations[0] !== node) {
        if (parameters.findIndex((p) => p.pos <= binding.declarations[0]!.pos && binding.declarations[0]!.end <= p.end) >= index) early = true;
      } else if (binding !== undefined && binding.kind !== 'param') early = true;
      if (ts.isFunctionLike(node) || ts.isClassLike(node)) early = true;
      ts.forEachChild(node, walk);
    };
    walk(parameter);
    if (early) return 'the default of a parameter refers to a later one or holds a function';
  }
  return undefined;
}

/**
 * A frame adds a `switch` to each statement around an await, a copy to each loop, an array to each call. TypeScript prints by recursion: its stack
 * overflows at 350 `label: { }` within one another as they are written and at 200 as frames, earlier where its caller stands
 * deep (test/cost/nesting). A coroutine nests as it is written.
 */
const DEEPEST = 40;

function nestingReason({ nesting }: Omit<Facts, 'needsCoroutine'>): string | undefined {
  return nesting.levels > DEEPEST ? `it awaits inside of more than ${DEEPEST} statements or calls` : undefined;
}

/** Constructs around an await that have no translation into frame code. */
function constructReason({ pausing, trait, bindingOf }: Omit<Facts, 'needsCoroutine'>, { ts }: Host): string | undefined {
  for (const node of pausing) {
    if (node === trait.node) continue;
    if (ts.isClassLike(node)) return 'it awaits inside the head of a class';
    if (ts.isVariableDeclarationList(node) && node.flags & ts.NodeFlags.Using) return 'it uses `await using`';
    if (ts.isBindingElement(node) || isBindingPattern(node, ts)) return 'it awaits inside a pattern';
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && pausing.has(node.left) && isPattern(node.left, ts)) return 'it awaits inside a pattern';
    if (ts.isForOfStatement(node) || ts.isForInStatement(node)) {
      if (mentionsOwnVariable(node, bindingOf, ts)) return 'the head of a loop mentions its own variable';
      if (pausing.has(node.initializer)) return 'it awaits inside the head of a loop';
    }
    if (ts.isCallOrNewExpression(node) || isAccess(node, ts)) {
      const chained = !!(node.flags & ts.NodeFlags.OptionalChain);
      const inner = ts.isCallOrNewExpression(node) ? node.arguments : ts.isElementAccessExpression(node) ? [node.argumentExpression] : [];
      if (chained && inner?.some((part) => pausing.has(part))) return 'it awaits inside an optional chain';
    }
    if (ts.isObjectLiteralExpression(node)) {
      for (const property of node.properties) {
        if (property.name && ts.isComputedPropertyName(property.name)) return 'it awaits beside a computed key';
        if (ts.isPropertyAssignment(property) && ts.isClassExpression(property.initializer)) return 'it awaits beside a class';
      }
    }
    if (ts.isTaggedTemplateExpression(node) && isAccess(node.tag, ts)) return 'it awaits inside a tagged template';
    if (ts.isJsxElement(node) || ts.isJsxFragment(node) || ts.isJsxSelfClosingElement(node)) return 'it awaits inside JSX';
    if (ts.isBlock(node) || ts.isCaseBlock(node)) {
      const statements = ts.isBlock(node) ? node.statements : node.clauses.flatMap((clause) => [...clause.statements]);
      for (const statement of statements) {
        if (ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Using) return 'it uses `using`';
        if (ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement)) return 'it declares an enum';
        if (ts.isLabeledStatement(statement) && ts.isFunctionDeclaration(statement.statement)) return 'it labels a function';
      }
    }
    if (ts.isForStatement(node) && node.initializer && ts.isVariableDeclarationList(node.initializer) && (node.initializer.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Using) return 'it uses `using`';
  }
  return undefined;
}

/** `for (const x of f(() => x))`: in the head `x` is a variable of its own that never gets a value. */
function mentionsOwnVariable(loop: TS.ForOfStatement | TS.ForInStatement, bindingOf: Facts['bindingOf'], ts: Host['ts']): boolean {
  const walk = (node: TS.Node): boolean => {
    if (ts.isIdentifier(node) && bindingOf.get(node)?.scope === loop) return true;
    return !!ts.forEachChild(node, (child) => walk(child) || undefined);
  };
  return walk(loop.expression);
}

function isPattern(node: TS.Node, ts: Host['ts']): boolean {
  return ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node);
}

function bindingsReason(facts: Omit<Facts, 'needsCoroutine'>, host: Host): string | undefined {
  for (const binding of facts.bindings) {
    const reason = bindingReason(binding, facts, host);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/**
 * A binding may be copied into a fresh variable on resumption if nobody can tell the copy from the original: every closure
 * over it is made after its only assignment.
 *
 *   const id = await x(); list.filter((e) => e.id === id)        can be copied
 *   let n = 0; const inc = () => n++; await x(); return n         cannot: the closure counts in the old variable
 */
function bindingReason(binding: Binding, facts: Omit<Facts, 'needsCoroutine'>, { ts }: Host): string | undefined {
  const { pausing } = facts;
  const { kind, name, references, declarations } = binding;
  // Only a scope that contains an await is left and re-entered.
  if (!pausing.has(binding.scope)) return undefined;
  // The variables of a catch clause have a dead zone in its pattern: `catch ({ x = x })`.
  const lexical = kind === 'let' || kind === 'const' || kind === 'class' || kind === 'catch';
  if (kind === 'function' && declarations.length > 1) return `the function '${name}' is declared twice`;
  const initialisedAt = endOfDeclaration(declarations[0]!, ts);
  const captured = references.filter((reference) => reference.closure !== undefined);
  const writes = references.filter((reference) => reference.writes);

  if (kind === 'const' && writes.length > 0) return `the constant '${name}' is assigned to`;
  if (kind === 'class' && writes.length > 0) return `the class '${name}' is assigned to`;
  if (lexical) {
    for (const { node, closure } of references) {
      // ECMAScript's temporal dead zone: natively a ReferenceError, and a fresh variable would be just undefined.
      if (closure === undefined && node.pos < initialisedAt) return `'${name}' is used before its declaration`;
    }
  }
  if (captured.length === 0) return undefined;
  if (kind === 'function' || kind === 'param') {
    return writes.length > 0 ? `a function captures '${name}', which changes` : undefined;
  }
  if (writes.length > 0 || declarations.length > 1) return `a function captures '${name}', which changes`;
  if (kind === 'var') {
    const declaration = declarations[0]!.parent;
    if (inLoop(declaration, facts.trait.node, ts)) return `a function captures '${name}', which changes`;
  }
  for (const { closure } of captured) {
    const own = enclosingDeclaration(declarations[0]!, ts);
    const insideOwnInitializer = own !== undefined && closure!.pos >= own.pos && closure!.end <= own.end;
    if (insideOwnInitializer && !pausing.has(own) && isOnlyKept(closure!, own, ts)) continue;
    if (closure!.pos < initialisedAt || (ts.isFunctionDeclaration(closure!) && kind !== 'catch')) return `a function captures '${name}' before it has its value`;
  }
  return undefined;
}

/**
 * Can the function not be called before its declaration is over? Called there, it finds the variable in its dead zone.
 *
 *   const f = (n) => f(n - 1), o = { f: () => o }                  kept
 *   const off = listen(() => off()), x = new (class { y = x })     may be called
 */
function isOnlyKept(closure: TS.Node, declaration: TS.Node, ts: Host['ts']): boolean {
  if (ts.isClassLike(closure) && closure.members.some((member) => ts.isClassStaticBlockDeclaration(member) || (ts.isPropertyDeclaration(member) && hasModifier(member, ts.SyntaxKind.StaticKeyword, ts)))) return closure === declaration;
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

function enclosingDeclaration(name: TS.Identifier, ts: Host['ts']): TS.Node | undefined {
  let at: TS.Node = name.parent;
  while (ts.isBindingElement(at) || isBindingPattern(at, ts)) at = at.parent;
  return ts.isVariableDeclaration(at) || ts.isClassDeclaration(at) ? at : undefined;
}

function endOfDeclaration(name: TS.Identifier, ts: Host['ts']): number {
  return enclosingDeclaration(name, ts)?.end ?? name.end;
}

function inLoop(node: TS.Node, fn: TS.Node, ts: Host['ts']): boolean {
  for (let at = node.parent; at !== fn; at = at.parent) if (ts.isIterationStatement(at, false)) return true;
  return false;
}
