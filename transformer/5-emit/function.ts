/** Trait functions that no prototype leads to: declarations, expressions, arrow functions, methods of object literals. */
import type * as TS from 'typescript';
import type { AsyncFunction, Planned } from '../model';
import { borrowed, isInDerivedConstructor, ownName, renamedYield } from './borrow';
import { blockOf } from './class';
import { coroutineBody } from './coroutine';
import type { Emitter } from './emitter';
import { FrameWriter } from './frame';
import { entryParametersOf, parametersOf, pollParametersOf } from './parameters';
import { kindOf, shapeLiteral, type MethodShape } from './shape';
import type { SiteContext } from './site';

/**
 * async (a) => { ... }   ->   $traitFunction("name", { length: 1 }, ($m) => [($d, a) => { ... }, ($f, a) => { ... }])
 *
 * The poll hangs on the public function that `$traitFunction` makes. An arrow function stays one, so `this`, `super` and
 * `arguments` are those around it. see test/emit/function
 *
 * @param declared the function that is there already: see declarations.ts
 */
export function compiledFunction(node: AsyncFunction, name: TS.Expression, planned: Planned, emit: Emitter, privates: SiteContext['privates'], declared?: TS.Identifier): TS.Expression {
  const { f, ts } = emit;
  const machine = emit.machine(node);
  const method = emit.local('m');
  const isArrow = ts.isArrowFunction(node);
  const make = (list: readonly TS.ParameterDeclaration[], body: TS.Block): TS.Expression => {
    if (isArrow) return f.createArrowFunction(undefined, undefined, list, undefined, f.createToken(ts.SyntaxKind.EqualsGreaterThanToken), body);
    return f.createFunctionExpression(undefined, undefined, undefined, undefined, list, undefined, body);
  };
  let shape: MethodShape;
  let made: TS.Expression;
  const beside: TS.Statement[] = [];
  const inside = ts.isFunctionExpression(node) && node.name ? ownName(planned, node.name, emit) : [];
  if (planned.strategy === 'coroutine') {
    shape = { ...parametersOf(node, [], emit).shape, ...kindOf(planned, emit) };
    const lenders = borrowed(node, emit);
    beside.push(...renamedYield(planned, emit));
    const body = coroutineBody(planned, privates, emit);
    const generator = f.createFunctionExpression(undefined, f.createToken(ts.SyntaxKind.AsteriskToken), undefined, undefined, emit.visitedAll(node.parameters), undefined, body);
    beside.push(...lenders());
    if (!isArrow) made = generator;
    else {
      const args = emit.local('a');
      const apply = f.createCallExpression(f.createPropertyAccessExpression(f.createParenthesizedExpression(generator), 'apply'), undefined, [isInDerivedConstructor(node, emit) ? f.createVoidZero() : f.createThis(), args]);
      made = f.createArrowFunction(undefined, undefined, [f.createParameterDeclaration(undefined, f.createToken(ts.SyntaxKind.DotDotDotToken), args)], undefined, undefined, apply);
    }
  } else {
    const write = (): FrameWriter => new FrameWriter(emit, planned, machine, () => method, privates);
    const poll = pollParametersOf(node, emit);
    const entry = entryParametersOf(node, emit);
    shape = { ...poll.shape, ...kindOf(planned, emit) };
    made = f.createArrayLiteralExpression([
      make(poll.list, blockOf(write().poll([], poll), node, emit)),
      make(entry.list, blockOf(write().entry(entry), node, emit)),
    ], true);
  }
  const factory = f.createArrowFunction(undefined, undefined, [f.createParameterDeclaration(undefined, undefined, method)], undefined, f.createToken(ts.SyntaxKind.EqualsGreaterThanToken), beside.length === 0 ? made : f.createBlock([...beside, f.createReturnStatement(made)], true));
  const args = [name, shapeLiteral(shape, planned.facts.trait, emit), factory];
  if (declared !== undefined) return emit.mapped(emit.call('declaredFunction', declared, ...args), node);
  const call = emit.pure(emit.call('traitFunction', ...args));
  emit.mapped(call, node);
  if (!ts.isFunctionExpression(node) || node.name === undefined) return call;
  // The name of a function expression is a variable inside of it.
  const own = f.createVariableStatement(undefined, f.createVariableDeclarationList([f.createVariableDeclaration(node.name, undefined, undefined, call)], ts.NodeFlags.Const));
  const scope = f.createArrowFunction(undefined, undefined, [], undefined, f.createToken(ts.SyntaxKind.EqualsGreaterThanToken), f.createBlock([own, ...inside, f.createReturnStatement(node.name)]));
  return f.createCallExpression(f.createParenthesizedExpression(scope), undefined, []);
}

/** Of several functions of one name the last one counts: nobody ever calls the others, so they stay as written. */
export function isRedeclared(node: TS.FunctionDeclaration, ts: Emitter['ts']): boolean {
  const statements = (node.parent as TS.Block).statements;
  return node.name !== undefined && statements.some((other) => other.pos > node.pos && ts.isFunctionDeclaration(other) && other.body !== undefined && other.name?.text === node.name!.text);
}
