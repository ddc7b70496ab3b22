/** Trait functions that no prototype leads to: declarations, expressions, arrow functions, methods of object literals. */
import type * as TS from 'typescript';
import type { AsyncFunction, Planned } from '../model';
import { borrowed, isInDerivedConstructor, ownName, renamedYield } from './borrow';
import { blockOf } from './class';
import { coroutineBody } from './coroutine';
import type { Emitter } from './emitter';
import { FrameWriter, type Mode } from './frame';
import { parametersOf } from './parameters';
import { shapeLiteral, streamShape, type MethodShape } from './shape';
import type { SiteContext } from './site';

/**
 * async (a) => { ... }   ->   $traitFunction("name", { arity: 1 }, ($m) => (a, $f) => { ... })
 *
 * The poll hangs on the public function that `$traitFunction` makes. An arrow function stays one, so `this`, `super` and
 * `arguments` are those around it. see test/emit/function
 */
export function compiledFunction(node: AsyncFunction, name: TS.Expression, planned: Planned, emit: Emitter, privates: SiteContext['privates']): TS.Expression {
  const { f, ts } = emit;
  const machine = emit.machines.get(node);
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
    const { shape: written } = parametersOf(node, false, emit);
    shape = { coroutine: true, length: written.length ?? written.arity!, ...streamShape(planned, emit) };
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
    const parameters = parametersOf(node, true, emit);
    shape = { ...parameters.shape, ...streamShape(planned, emit) };
    const write = (mode: Mode, entry: TS.Statement[]): TS.Block =>
      blockOf(new FrameWriter(emit, planned, machine, mode, () => method, privates).body(mode === 'resume' ? [] : parameters.findHidden, entry), node, emit);
    const mode: Mode = machine?.form === 'one' ? 'one' : 'fast';
    made = make(parameters.list, write(mode, parameters.entry));
    if (machine?.form === 'two') {
      const resume = make([f.createParameterDeclaration(undefined, undefined, emit.local('f'))], write('resume', []));
      made = f.createArrayLiteralExpression([made, resume], true);
    }
  }
  const factory = f.createArrowFunction(undefined, undefined, [f.createParameterDeclaration(undefined, undefined, method)], undefined, f.createToken(ts.SyntaxKind.EqualsGreaterThanToken), beside.length === 0 ? made : f.createBlock([...beside, f.createReturnStatement(made)], true));
  const call = emit.call('traitFunction', name, shapeLiteral(shape, planned.facts.trait, emit), factory);
  emit.mapped(call, node);
  if (!ts.isFunctionExpression(node) || node.name === undefined) return call;
  // The name of a function expression is a variable inside of it.
  const own = f.createVariableStatement(undefined, f.createVariableDeclarationList([f.createVariableDeclaration(node.name, undefined, undefined, call)], ts.NodeFlags.Const));
  const scope = f.createArrowFunction(undefined, undefined, [], undefined, f.createToken(ts.SyntaxKind.EqualsGreaterThanToken), f.createBlock([own, ...inside, f.createReturnStatement(node.name)]));
  return f.createCallExpression(f.createParenthesizedExpression(scope), undefined, []);
}
