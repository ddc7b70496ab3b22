/** Trait methods of object literals. */
import type * as TS from 'typescript';
import { workingOn } from '../diagnostics';
import type { AsyncFunction } from '../model';
import { usesSuper } from '../syntax';
import { anchored } from './anchors';
import { blockOf } from './class';
import { coroutineBody } from './coroutine';
import type { Emitter } from './emitter';
import { FrameWriter, type Mode } from './frame';
import { compiledFunction } from './function';
import { keyOf } from './keys';
import { parametersOf } from './parameters';
import { shapeLiteral, type MethodShape } from './shape';
import type { SiteContext } from './site';

type LiteralMethod = AsyncFunction & TS.MethodDeclaration & { readonly body: TS.Block };

/**
 * { async next() { ... } }         ->   { next: $traitFunction("next", { arity: 0 }, ($m) => function ($f) { ... }) }
 *
 * { async next() { super.next() } }
 *   ->   $home({ next: ($next = $homeMethod("next", { arity: 0 })).publicFunction, [$nextPoll]($f) { super.next() } }, $next)
 *
 * `super` needs a method of this very literal: see `home` in the runtime, and test/emit/literal-methods
 */
export function compiledLiteral(node: TS.ObjectLiteralExpression, emit: Emitter, privates: SiteContext['privates']): TS.Expression {
  const { f, ts } = emit;
  const polls: TS.ObjectLiteralElementLike[] = [];
  const methods: string[] = [];
  const properties = node.properties.map((property) => {
    const planned = emit.planned(property);
    if (planned === undefined) return emit.visited(property);
    const method = property as LiteralMethod;
    const key = keyOf(method.name, () => anchored(node, 'key', emit), emit);
    const name = key.text === '__proto__' ? key.again() : key.definition;
    if (!usesSuper(method, ts)) return emit.at(f.createPropertyAssignment(name, workingOn(method, () => compiledFunction(method, key.value(), planned, emit, privates))), method);
    const variable = anchored(node, key.text?.replace(/\W/g, '_') ?? 'computed', emit);
    methods.push(variable);
    const { members, shape } = workingOn(method, () => pollsOf(method, key.symbol.bind(key), variable, emit, privates));
    polls.push(...members);
    const made = f.createAssignment(f.createIdentifier(variable), emit.call('homeMethod', key.value(), shapeLiteral(shape, planned.facts.trait, emit)));
    return emit.at(f.createPropertyAssignment(name, f.createPropertyAccessExpression(f.createParenthesizedExpression(made), 'publicFunction')), method);
  });
  const literal = f.updateObjectLiteralExpression(node, f.createNodeArray([...properties, ...polls], node.properties.hasTrailingComma));
  return methods.length === 0 ? literal : emit.mapped(emit.call('home', literal, ...methods.map((name) => f.createIdentifier(name))), node);
}

/** The poll and what resumes it, as methods of the literal under symbols. */
function pollsOf(node: LiteralMethod, symbol: (kind: 'pollSymbol' | 'publicSymbol') => TS.Expression, variable: string, emit: Emitter, privates: SiteContext['privates']): { members: TS.MethodDeclaration[]; shape: MethodShape } {
  const { f, ts } = emit;
  const planned = emit.planned(node)!;
  const define = (kind: 'pollSymbol' | 'publicSymbol', list: readonly TS.ParameterDeclaration[], body: TS.Block, generator?: TS.AsteriskToken): TS.MethodDeclaration =>
    emit.mapped(f.createMethodDeclaration(undefined, generator, f.createComputedPropertyName(symbol(kind)), undefined, undefined, list, undefined, body), node);
  if (planned.strategy === 'coroutine') {
    const { shape } = parametersOf(node, false, emit);
    const body = coroutineBody(planned, privates, emit);
    return { members: [define('pollSymbol', emit.visitedAll(node.parameters), body, f.createToken(ts.SyntaxKind.AsteriskToken))], shape: { coroutine: true, length: shape.length ?? shape.arity } };
  }
  const machine = emit.machines.get(node);
  const parameters = parametersOf(node, true, emit);
  const write = (mode: Mode, guard: TS.Statement[], entry: TS.Statement[]): TS.Block =>
    blockOf(new FrameWriter(emit, planned, machine, mode, () => f.createIdentifier(variable), privates).body(guard, entry), node, emit);
  const members = [define('pollSymbol', parameters.list, write(machine?.form === 'one' ? 'one' : 'fast', parameters.findHidden, parameters.entry))];
  if (machine?.form === 'two') members.push(define('publicSymbol', [f.createParameterDeclaration(undefined, undefined, emit.local('f'))], write('resume', [], [])));
  return { members, shape: parameters.shape };
}
