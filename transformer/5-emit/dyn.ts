/** The class of the dyn wrappers of a trait. */
import type * as TS from 'typescript';
import type { DynFacts, DynMember, MemberName } from '../model';
import type { Emitter } from './emitter';

/**
 * dynTrait<Kv>()
 *   ->   $dynClass({ get: { arity: 1 } }, class DynKv extends $Dyn {
 *            get($d, key) {                                   a poll: $dynClass puts the public function in its place
 *                if (this.get !== this[$getPublic]) return $overridden(this.get, this, ".get", [$d, key]);
 *                return this[$vtable].get.call(this[$target], $d, key);
 *            }
 *            clear() { return this.inner.clear(); }           a method that is not async
 *            get size() { return this.inner.size; } ...       a member that is no method
 *        })
 *
 * see test/emit/dyn-trait
 */
export function dynClass({ call, members }: DynFacts, emit: Emitter): TS.Expression {
  const { f } = emit;
  const table = members.filter(({ kind }) => kind === 'async').map((member) => f.createPropertyAssignment(propertyName(member.name, emit), description(member, emit)));
  const elements = members.flatMap((member) => (member.kind === 'async' ? [poll(member, emit)] : member.kind === 'sync' ? [forwarding(member, emit)] : accessors(member, emit)));
  const heritage = f.createHeritageClause(emit.ts.SyntaxKind.ExtendsKeyword, [f.createExpressionWithTypeArguments(emit.names.runtime('Dyn'), undefined)]);
  const made = f.createClassExpression(undefined, call.label, undefined, [heritage], elements);
  const optional = members.filter(({ isOptional, kind }) => isOptional && kind !== 'member').map(({ name }) => key(name, emit));
  const { checked } = emit.host.options;
  const args: TS.Expression[] = [f.createObjectLiteralExpression(table, true), made];
  if (optional.length > 0 || checked) args.push(f.createArrayLiteralExpression(optional));
  if (checked) args.push(emit.names.runtime('checked'));
  return emit.mapped(emit.pure(emit.call('dynClass', ...args)), call.node);
}

function description(member: DynMember, { f }: Emitter): TS.Expression {
  return f.createObjectLiteralExpression([
    ...(member.parameters === undefined ? [] : [f.createPropertyAssignment('arity', f.createNumericLiteral(member.parameters.length))]),
    ...(member.isOptional ? [f.createPropertyAssignment('optional', f.createTrue())] : []),
  ]);
}

/**
 * get(key)                              ->   get($d, key) { ... }          see above
 * take(key, limit?), query(...args)     ->   take($d, ...$a) { ... }       as many arguments as there are; V8 makes no array of them
 */
function poll(member: DynMember, emit: Emitter): TS.ClassElement {
  const { f } = emit;
  const { name } = member;
  const depth = emit.local('d');
  const { list, given } = passedOn(member, emit);
  const current = access(f.createThis(), name, emit);
  const isMocked = f.createStrictInequality(current, f.createElementAccessExpression(f.createThis(), publicSymbol(name, emit)));
  const instead = emit.call('overridden', current, f.createThis(), f.createStringLiteral(`.${name.text}`), f.createArrayLiteralExpression([depth, ...given]));
  const entry = access(field('vtable', emit), name, emit);
  const through = f.createCallExpression(f.createPropertyAccessExpression(entry, 'call'), undefined, [field('target', emit), depth, ...given]);
  const body = [f.createIfStatement(isMocked, f.createReturnStatement(instead)), f.createReturnStatement(through)];
  return method(name, [f.createParameterDeclaration(undefined, undefined, depth), ...list], body, emit);
}

/** The parameters as they are written where every call has all of them, else whatever there is; and how they are passed on. */
function passedOn(member: DynMember, emit: Emitter): { list: TS.ParameterDeclaration[]; given: TS.Expression[] } {
  const { f, ts } = emit;
  if (member.parameters !== undefined) {
    return {
      list: member.parameters.map((parameter) => f.createParameterDeclaration(undefined, undefined, parameter)),
      given: member.parameters.map((parameter) => f.createIdentifier(parameter)),
    };
  }
  const rest = emit.local('a');
  return { list: [f.createParameterDeclaration(undefined, f.createToken(ts.SyntaxKind.DotDotDotToken), rest)], given: [f.createSpreadElement(rest)] };
}

/** clear(deep) { return this.inner.clear(deep); } */
function forwarding(member: DynMember, emit: Emitter): TS.ClassElement {
  const { f } = emit;
  const { list, given } = passedOn(member, emit);
  return method(member.name, list, [f.createReturnStatement(f.createCallExpression(onInner(member.name, emit), undefined, given))], emit);
}

/** get size() { return this.inner.size; } set size($a) { this.inner.size = $a; } */
function accessors({ name }: DynMember, emit: Emitter): TS.ClassElement[] {
  const { f } = emit;
  const value = emit.local('a');
  const read = f.createBlock([f.createReturnStatement(onInner(name, emit))], true);
  const write = f.createBlock([emit.set(onInner(name, emit), value)], true);
  return [
    f.createGetAccessorDeclaration(undefined, propertyName(name, emit), [], undefined, read),
    f.createSetAccessorDeclaration(undefined, propertyName(name, emit), [f.createParameterDeclaration(undefined, undefined, value)], write),
  ];
}

function method(name: MemberName, parameters: readonly TS.ParameterDeclaration[], statements: readonly TS.Statement[], emit: Emitter): TS.ClassElement {
  return emit.f.createMethodDeclaration(undefined, undefined, propertyName(name, emit), undefined, undefined, parameters, undefined, emit.f.createBlock(statements, true));
}

function onInner(name: MemberName, emit: Emitter): TS.Expression {
  return access(emit.f.createPropertyAccessExpression(emit.f.createThis(), 'inner'), name, emit);
}

/** `this[$vtable]`, `this[$target]` */
function field(name: 'vtable' | 'target', emit: Emitter): TS.Expression {
  return emit.f.createElementAccessExpression(emit.f.createThis(), emit.names.runtime(name));
}

const isIdentifier = (text: string): boolean => /^[A-Za-z_$][\w$]*$/.test(text);

/** What stands in brackets where the member is not named by an identifier. */
function key(name: MemberName, emit: Emitter): TS.Expression {
  const { f } = emit;
  if (name.kind === 'text') return f.createStringLiteral(name.text);
  if (name.from !== undefined) return emit.names.imported(name.text, name.from);
  // TypeScript writes `exports.kKey` where it sees that the identifier stands for the exported constant.
  if (name.local !== undefined) return emit.ts.setOriginalNode(f.createIdentifier(name.text), name.local);
  const [head, ...rest] = name.text.split('.');
  return rest.reduce<TS.Expression>((object, part) => f.createPropertyAccessExpression(object, part), f.createIdentifier(head!));
}

function access(object: TS.Expression, name: MemberName, emit: Emitter): TS.Expression {
  const { f } = emit;
  return name.kind === 'text' && isIdentifier(name.text) ? f.createPropertyAccessExpression(object, name.text) : f.createElementAccessExpression(object, key(name, emit));
}

function propertyName(name: MemberName, emit: Emitter): TS.PropertyName {
  const { f } = emit;
  if (name.kind === 'text' && name.text !== '__proto__') return isIdentifier(name.text) ? f.createIdentifier(name.text) : f.createStringLiteral(name.text);
  return f.createComputedPropertyName(key(name, emit));
}

function publicSymbol(name: MemberName, emit: Emitter): TS.Expression {
  return name.kind === 'text' ? emit.names.symbol('publicSymbol', name.text) : emit.call('publicSymbol', key(name, emit));
}
