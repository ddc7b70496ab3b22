/**
 * Patterns that await inside are taken apart, in the order of ECMAScript 8.6.2 and 13.15.5: key, target, value, default, assign.
 *
 *   const { a, b = await x() } = v   ->   const { a } = v;  ({ b: $1 } = v);  if ($1 === undefined) { await x(); $1 = $t }  const b = $1
 *   [a = await x()] = v              ->   $1 = new $Elements(v);
 *                                         try { $2 = $1.next(); ... a = $2 } catch ($e) { $1.abandon($e); throw $e }  $1.end()
 *
 * see test/emit/await-in-pattern
 */
import type * as TS from 'typescript';
import { isAccess, isBindingPattern, namesIn } from '../syntax';
import type { Lowering } from './lowering';
import { NoFrame, spill, spillReference } from './spill';

/** One element of a pattern, of a declaration or of an assignment. */
interface Part {
  readonly node: TS.Node;
  readonly key: TS.PropertyName | undefined;
  readonly rest: boolean;
  /** Undefined for a hole. */
  readonly target: Target | undefined;
  readonly initializer: TS.Expression | undefined;
}

type Target = TS.BindingName | TS.Expression;

/** How the parts of a pattern are found and given their values: `flags` of a declaration, or undefined for an assignment. */
export function unpack(pattern: Target, flags: TS.NodeFlags | undefined, value: TS.Expression, at: Lowering, nested = false): void {
  const { ts } = at;
  if (!at.pauses(pattern)) return put(pattern, flags, value, pattern, at);
  const kept = at.keep(value);
  if (ts.isObjectBindingPattern(pattern) || ts.isObjectLiteralExpression(pattern)) unpackObject(pattern, flags, kept, at, nested);
  else if (ts.isArrayBindingPattern(pattern) || ts.isArrayLiteralExpression(pattern)) unpackArray(pattern, flags, kept, at);
  else put(spillReference(pattern as TS.Expression, at, true), flags, kept, pattern, at);
}

/** Assigns to a target without an await. */
function put(target: Target, flags: TS.NodeFlags | undefined, value: TS.Expression, source: TS.Node, at: Lowering): void {
  const { f, ts } = at;
  if (flags !== undefined) {
    const list = f.createVariableDeclarationList([f.createVariableDeclaration(target as TS.BindingName, undefined, undefined, value)], flags);
    return at.add({ kind: 'plain', statement: f.createVariableStatement(undefined, list), source });
  }
  const assignment = f.createAssignment(target as TS.Expression, value);
  at.run(ts.isObjectLiteralExpression(target) ? f.createParenthesizedExpression(assignment) : assignment, source);
}

function isPattern(node: TS.Node, { ts }: Lowering): boolean {
  return isBindingPattern(node, ts) || ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node);
}

function partOf(node: TS.Node, { ts }: Lowering): Part {
  if (ts.isBindingElement(node)) {
    return { node, key: node.propertyName ?? (node.name as TS.PropertyName), rest: node.dotDotDotToken !== undefined, target: node.name, initializer: node.initializer };
  }
  if (ts.isOmittedExpression(node)) return { node, key: undefined, rest: false, target: undefined, initializer: undefined };
  if (ts.isSpreadElement(node) || ts.isSpreadAssignment(node)) return { node, key: undefined, rest: true, target: node.expression, initializer: undefined };
  if (ts.isShorthandPropertyAssignment(node)) return { node, key: node.name, rest: false, target: node.name, initializer: node.objectAssignmentInitializer };
  const key = ts.isPropertyAssignment(node) ? node.name : undefined;
  const written = ts.isPropertyAssignment(node) ? node.initializer : (node as TS.Expression);
  const hasDefault = ts.isBinaryExpression(written) && written.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return { node, key, rest: false, target: hasDefault ? written.left : written, initializer: hasDefault ? written.right : undefined };
}

/** The target, its parts evaluated, as an assignment does before it reads the value. */
function targetOf(target: Target, at: Lowering): Target {
  const expression = target as TS.Expression;
  return isAccess(expression, at.ts) ? spillReference(expression, at, true) : target;
}

/** The value, or the default; then into the target. */
function settle(part: Part, target: Target, flags: TS.NodeFlags | undefined, value: TS.Expression, at: Lowering): void {
  const { f, ts } = at;
  const { initializer, node } = part;
  let given = value;
  if (initializer !== undefined) {
    const temp = at.temp();
    at.assign(temp, value, node);
    const named = (): TS.Expression => (ts.isIdentifier(target) ? at.named(spill(initializer, at), target.text) : spill(initializer, at));
    at.when(f.createStrictEquality(at.read(temp), f.createVoidZero()), () => at.assign(temp, named(), initializer), undefined, node);
    given = at.read(temp);
  }
  if (isPattern(target, at)) unpack(target, flags, given, at, true);
  else put(target, flags, given, node, at);
}

function unpackObject(pattern: TS.ObjectBindingPattern | TS.ObjectLiteralExpression, flags: TS.NodeFlags | undefined, value: TS.Expression, at: Lowering, nested: boolean): void {
  const { f, ts } = at;
  const parts = (ts.isObjectBindingPattern(pattern) ? [...pattern.elements] : [...pattern.properties]).map((node) => partOf(node, at));
  const hasRest = parts.some((part) => part.rest);
  const keys: TS.Expression[] = [];
  let group: TS.Node[] = [];
  const flush = (): void => {
    if (group.length === 0) return;
    put(flags === undefined ? f.createObjectLiteralExpression(group as TS.ObjectLiteralElementLike[]) : f.createObjectBindingPattern(group as TS.BindingElement[]), flags, value, group[0]!, at);
    group = [];
  };
  // null and undefined are refused before a computed key is evaluated; else reading the first property refuses them, as in V8.
  const first = parts[0]!;
  if (first.rest || ts.isComputedPropertyName(first.key!)) at.run(f.createParenthesizedExpression(f.createAssignment(f.createObjectLiteralExpression([]), value)), pattern);
  for (const part of parts) {
    if (part.rest) {
      flush();
      const target = targetOf(part.target!, at);
      settle(part, target, flags, f.createCallExpression(at.runtime('restOf'), undefined, [value, f.createArrayLiteralExpression(keys)]), at);
      continue;
    }
    const key = part.key!;
    const isComputed = ts.isComputedPropertyName(key);
    if (!at.pauses(part.node) && !(hasRest && isComputed)) {
      group.push(part.node);
      if (hasRest) keys.push(literalKey(key, at));
      continue;
    }
    flush();
    let name = key;
    if (isComputed) {
      const kept = keptKey(key.expression, at);
      keys.push(kept);
      name = f.createComputedPropertyName(kept);
    } else {
      keys.push(literalKey(key, at));
      if (ts.isIdentifier(key)) name = f.createIdentifier(key.text);
    }
    const target = targetOf(part.target!, at);
    const read = at.temp();
    // As V8 puts it where the value is missing: `Cannot destructure` of a whole pattern, `Cannot read` inside of one.
    if (nested) at.assign(read, memberOf(value, name, at), part.node);
    else at.run(f.createParenthesizedExpression(f.createAssignment(f.createObjectLiteralExpression([f.createPropertyAssignment(name, at.read(read))]), value)), part.node);
    settle(part, target, flags, at.read(read), at);
  }
  flush();
}

export function memberOf(value: TS.Expression, name: TS.PropertyName, { f, ts }: Lowering): TS.Expression {
  if (ts.isComputedPropertyName(name)) return f.createElementAccessExpression(value, name.expression);
  return ts.isIdentifier(name) ? f.createPropertyAccessExpression(value, name.text) : f.createElementAccessExpression(value, name as TS.StringLiteral);
}

function literalKey(key: TS.PropertyName, { f, ts }: Lowering): TS.Expression {
  return ts.isIdentifier(key) ? f.createStringLiteral(key.text) : (key as TS.StringLiteral | TS.NumericLiteral);
}

/** A computed key, evaluated and made a property key at its turn. */
export function keptKey(key: TS.Expression, at: Lowering): TS.Expression {
  const value = spill(key, at);
  if (at.ts.isLiteralExpression(value)) return value;
  return at.keep(at.f.createCallExpression(at.runtime('propertyKey'), undefined, [value]));
}

function unpackArray(pattern: TS.ArrayBindingPattern | TS.ArrayLiteralExpression, flags: TS.NodeFlags | undefined, value: TS.Expression, at: Lowering): void {
  const { f, ts, facts: { bindingOf } } = at;
  if (yields(pattern, at)) throw new NoFrame('it yields inside an array pattern');
  const iterator = at.temp();
  at.assign(iterator, f.createNewExpression(at.runtime('Elements'), undefined, [value]), pattern);
  const call = (name: string, ...args: TS.Expression[]): TS.Expression => f.createCallExpression(f.createPropertyAccessExpression(at.read(iterator), name), undefined, args);
  const body = at.collect(() => {
    for (const node of pattern.elements) {
      const part = partOf(node, at);
      if (part.target === undefined) at.run(call('next'), node);
      else settle(part, targetOf(part.target, at), flags, call(part.rest ? 'rest' : 'next'), at);
    }
  });
  const error = f.createIdentifier(at.error);
  at.add({
    kind: 'try', body, catchVariable: error, source: pattern, finalizer: undefined, binds: flags === undefined ? [] : namesIn(pattern as TS.ArrayBindingPattern, ts).map((name) => bindingOf.get(name)!),
    handler: [f.createExpressionStatement(call('abandon', error)), f.createThrowStatement(error)],
  });
  at.run(call('end'), pattern);
}

/** Whoever leaves a stream at a `yield` goes past the handler that closes the iterator. */
function yields(node: TS.Node, at: Lowering): boolean {
  const { ts } = at;
  return at.pauses(node) && (ts.isYieldExpression(node) || !!ts.forEachChild(node, (child) => yields(child, at) || undefined));
}
