/** 2-analyse promises: `pausing` holds exactly the nodes of the function itself that contain one of its awaits. */
import * as ts from 'typescript';
import type { Facts } from '../../transformer/model';
import { IMPORT, nodesOf, rooms } from '../harness/rooms';

const BODIES = {
  none: 'return this.x;',
  one: 'const a = await f(); return a;',
  expression: 'return g(1, [await f(), { a: await h(b) }], c ? await d : e);',
  'nested functions': 'const inner = async () => await f(); function g() { return async function () { await h(); }; } return inner;',
  'nested and own': 'const inner = async () => await f(); return [await inner(), async () => { for await (const x of y) {} }];',
  'the head of a class': 'class C extends (await base()) { [await key()] = 1; async m() { await other(); } static x = async () => await z; }',
  'a method in a literal': 'return { async m() { await f(); }, [await key()]() {}, get [await g()]() { return 1; } };',
  'a parameter of a nested function': 'const g = async (x = async () => await f()) => { await x; };',
  statements: 'for (const x of await xs()) { if (x) continue; while (await f(x)) { try { g(); } catch { await h(); } finally { i(); } } } switch (j) { case await k(): l(); default: m(); }',
  'for await': 'for await (const x of y) z(x); return 1;',
  'await using': 'await using r = open(); return r;',
  'types are no code': 'const x: Promise<Awaited<T>> = f(); return await x;',
};

function factsOf(body: string): Facts {
  return rooms(`${IMPORT} class A { @asyncTrait async m(b: any, c: any): Promise<any> { ${body} } }`).facts[0]!;
}

/** The function that evaluates a node, seen from the outside: what its awaits pause. */
function evaluatorOf(node: ts.Node): ts.Node {
  let child = node;
  for (let at = node.parent; ; child = at, at = at.parent) {
    const inName = ts.isComputedPropertyName(child);
    const isMember = ts.isClassElement(at) && ts.isClassLike(at.parent);
    if (inName && (isMember || ts.isObjectLiteralElementLike(at))) continue;
    if (ts.isFunctionLike(at) || ts.isClassStaticBlockDeclaration(at) || (isMember && ts.isPropertyDeclaration(at))) return at;
  }
}

const waits = (node: ts.Node): boolean =>
  ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
  (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing);

describe.each(Object.entries(BODIES))('%s', (_, body) => {
  const facts = factsOf(body);
  const fn = facts.trait.node;

  test('its awaits are its own, all of them, in the order of the text', () => {
    const expected = nodesOf(fn.body).filter((node) => waits(node) && evaluatorOf(node) === fn);
    expect(facts.awaits.map((node) => node.getText())).toEqual(expected.map((node) => node.getText()));
  });

  test('what pauses is what contains one, and nothing else', () => {
    const expected = new Set<ts.Node>();
    for (const awaited of facts.awaits) for (let at = awaited; at !== fn.parent; at = at.parent) expected.add(at);
    const text = (nodes: Iterable<ts.Node>): string[] => [...nodes].map((node) => `${node.pos} ${ts.SyntaxKind[node.kind]}`).sort();
    expect(text(facts.pausing)).toEqual(text(expected));
  });
});

test('a binding knows its writes and the functions that capture it', () => {
  const { bindings } = factsOf('let n = 0; const f = () => n++; n = await f(); ({ n } = g()); [n] = h(); for (n of i()) {} return f;');
  const binding = bindings.find(({ name }) => name === 'n')!;
  expect(binding.kind).toBe('let');
  expect(binding.references.filter(({ writes }) => writes)).toHaveLength(5);
  expect(binding.references.filter(({ closure }) => closure !== undefined)).toHaveLength(1);
});

test.each([
  ['arguments', 'return arguments.length;', 'usesArguments', true],
  ['arguments of an arrow function', 'return () => arguments[0];', 'usesArguments', true],
  ['arguments of another function', 'return function () { return arguments; };', 'usesArguments', false],
  ['a member of that name', 'return this.arguments;', 'usesArguments', false],
] as const)('%s', (_, body, fact, expected) => {
  expect(factsOf(body)[fact]).toBe(expected);
});

test.each([
  ['a call', 'return f(this.x);', ['f(this.x)']],
  ['calls of members', 'if (b) return b.m(1); else return super.m(b);', ['b.m(1)', 'super.m(b)']],
  ['either of two', 'return c ? (b ?? this.m()) as any : b && f(c);', ['this.m()', 'f(c)']],
  ['behind awaits and in loops', 'while (await f()) { switch (b) { case 1: return g(); } } return (await h()).m();', ['g()', '(await h()).m()']],
  ['in a try, or what closes or disposes', 'try { return f(); } catch { return g(); } finally { h(); } for (const x of b) return f(x); { using x = b; return x.m(); }', []],
  ['of functions inside', 'const g = async () => f(); return { async m() { return f(); } };', []],
  ['awaited, or not the whole value', 'if (b) return await f(); return [f()];', []],
  ['what would be written twice', 'if (b) return f(() => 1); return new (class { m() {} })().m();', ['new (class { m() {} })().m()']],
  ['what has no poll', 'if (b) return b?.m(); if (c) return eval("1"); return b[c]();', []],
])('the calls that a function ends with: %s', (_, body, expected) => {
  expect([...factsOf(body).tailCalls].map((node) => node.getText())).toEqual(expected);
});
