/** Trait methods of object literals. */
import type * as TS from 'typescript';
import { workingOn } from '../diagnostics';
import type { AsyncFunction } from '../model';
import { usesSuper } from '../syntax';
import { anchored } from './anchors';
import { renamedYield } from './borrow';
import { blockOf } from './class';
import { coroutineBody } from './coroutine';
import type { Emitter } from './emitter';
import { FrameWriter } from './frame';
import { compiledFunction } from './function';
import { keyOf } from './keys';
import { entryParametersOf, parametersOf, pollParametersOf } from './parameters';
import { kindOf, shapeLiteral, type MethodShape } from './shape';
import type { SiteContext } from './site';

type LiteralMethod = AsyncFunction & TS.MethodDeclaration & { readonly body: TS.Block };

/**
 * { async next() { ... } }         ->   { next: $traitFunction("next", { length: 0 }, ($m) => [function ($d) { ... }, function ($f) { ... }]) }
 *
 * { async next() { super.next() } }
 *   ->   $home({ next: ($next = $homeMethod("next", { length: 0 })).publicFunction, [$nextPoll]($d) { super.next() }, ... }, $next)
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

/** The poll and the entry, as methods of the literal under symbols. */
function pollsOf(node: LiteralMethod, symbol: (kind: 'pollSymbol' | 'publicSymbol') => TS.Expression, variable: string, emit: Emitter, privates: SiteContext['privates']): { members: TS.MethodDeclaration[]; shape: MethodShape } {
  const { f, ts } = emit;
  const planned = emit.planned(node)!;
  const define = (kind: 'pollSymbol' | 'publicSymbol', list: readonly TS.ParameterDeclaration[], body: TS.Block, generator?: TS.AsteriskToken): TS.MethodDeclaration =>
    emit.mapped(f.createMethodDeclaration(undefined, generator, f.createComputedPropertyName(symbol(kind)), undefined, undefined, list, undefined, body), node);
  if (planned.strategy === 'coroutine') {
    const { shape } = parametersOf(node, [], emit);
    renamedYield(planned, emit);
    const body = coroutineBody(planned, privates, emit);
    return { members: [define('pollSymbol', emit.visitedAll(node.parameters), body, f.createToken(ts.SyntaxKind.AsteriskToken))], shape: { ...shape, ...kindOf(planned, emit) } };
  }
  const machine = emit.machine(node);
  const poll = pollParametersOf(node, emit);
  const entry = entryParametersOf(node, emit);
  const write = (): FrameWriter => new FrameWriter(emit, planned, machine, () => f.createIdentifier(variable), privates);
  const members = [
    define('pollSymbol', poll.list, blockOf(write().poll([], poll), node, emit)),
    define('publicSymbol', entry.list, blockOf(write().entry(entry), node, emit)),
  ];
  return { members, shape: { ...poll.shape, ...kindOf(planned, emit) } };
}
