/** 1-find promises: every trait is an async function with a body, each once, outermost first; the decorators are ours. */
import * as ts from 'typescript';
import { IMPORT, rooms } from '../harness/rooms';

const labels = (text: string, options = {}): string[] => rooms(text, options).found.traits.map(({ label }) => label);

describe('where marks are seen', () => {
  test.each<[string, string, string[]]>([
    ['a method', `${IMPORT} class A { @asyncTrait async m() {} async n() {} }`, ['A.m']],
    ['a class: all its async methods', `${IMPORT} @asyncTrait class A { async m() {} n() {} static async s() {} async #p() {} }`, ['A.m', 'A.s', 'A.#p']],
    ['an alias', "import { asyncTrait as t } from 'boxless'; class A { @t async m() {} }", ['A.m']],
    ['a namespace', "import * as b from 'boxless'; class A { @b.asyncTrait async m() {} }", ['A.m']],
    ['a require', "const { asyncTrait } = require('boxless'); class A { @asyncTrait async m() {} }", ['A.m']],
    ['a required namespace', "const b = require('boxless'); class A { @b.asyncTrait async m() {} }", ['A.m']],
    ['import =', "import b = require('boxless'); class A { @b.asyncTrait async m() {} }", ['A.m']],
    ['a call with options', `${IMPORT} class A { @asyncTrait({ scheduling: 'microtask' }) async m() {} }`, ['A.m']],
    ['a tag on a method', 'class A {\n/** @asyncTrait */ async m() {} }', ['A.m']],
    ['a tag behind other code on its line', 'class A { a = 1; /** @asyncTrait */ async m() {} }; const o = { /** @asyncTrait */ async n() {} }', ['A.m', 'n']],
    ['a tag on a class', '/** @asyncTrait */ class A { async m() {} }', ['A.m']],
    ['a tag on functions', '/** @asyncTrait */ async function f() {}\n /** @asyncTrait */ const g = async () => {}, h = async function () {};', ['f', 'g', 'h']],
    ['a tag in an object literal', 'const o = {\n/** @asyncTrait */ async m() {},\n/** @asyncTrait */ p: async () => {} };', ['m', 'p']],
    ['a tag on a field', 'class A {\n/** @asyncTrait */ f = async () => {}; }', ['f']],
    ['a class expression', `${IMPORT} const A = class { @asyncTrait async m() {} };`, ['A.m']],
    ['overloads: the one with the body', `${IMPORT} class A { m(x: 1): Promise<1>; m(x: 2): Promise<2>; @asyncTrait async m(x: any): Promise<any> {} }`, ['A.m']],
    ['nested, outermost first', `${IMPORT} class A { @asyncTrait async m() { return class B { @asyncTrait async n() {} }; } }`, ['A.m', 'B.n']],
  ])('%s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  test.each<[string, string]>([
    ["another package's decorator of that name", "import { asyncTrait } from 'other'; class A { @asyncTrait async m() {} }"],
    ['a local function of that name', 'function asyncTrait() {} class A { @asyncTrait async m() {} }'],
    ['an interface, whose methods have no bodies', '/** @asyncTrait */ interface A { m(): Promise<void>; }'],
    ['another tag', 'class A { /** @asyncTraits */ async m() {} }'],
    ['nothing at all', 'class A { async m() {} } const f = async () => {};'],
    ['an abstract method', 'abstract class A { /** @asyncTrait */ abstract m(): Promise<void>; }'],
  ])('not: %s', (_, text) => {
    expect(labels(text)).toEqual([]);
  });
});

const MANY = `${IMPORT}
  @asyncTrait class A { @asyncTrait async m() { /** @asyncTrait */ const f = async () => {}; } async *g() {} static async s() {} }
  /** @asyncTrait */ export default async function () {}
  @other class B { @other @asyncTrait async m() {} @other async n() {} }
`;

test.each([{}, { include: 'all' as const }])('each trait once, with a body, async, in the order of the text (%j)', (options) => {
  const { traits } = rooms(MANY, options).found;
  const nodes = traits.map(({ node }) => node);
  expect(new Set(nodes).size).toBe(nodes.length);
  expect(nodes.map(({ pos }) => pos)).toEqual(nodes.map(({ pos }) => pos).sort((a, b) => a - b));
  for (const node of nodes) {
    expect(node.body).toBeDefined();
    expect(ts.getModifiers(node)!.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)).toBe(true);
  }
});

test('include: all finds every async function, each once', () => {
  expect(labels(MANY, { include: 'all' })).toHaveLength(7);
});

test("the decorators listed are ours and nobody else's", () => {
  const { decorators } = rooms(MANY).found;
  expect([...decorators].map((decorator) => decorator.getText())).toEqual(['@asyncTrait', '@asyncTrait', '@asyncTrait']);
});

test('include: all gives the callers of what nobody marked plain promises', () => {
  const text = "import { asyncTrait } from 'boxless'; class A { @asyncTrait async marked() {} async unmarked() {} async *generator() {} }";
  const returns = (options: object) => rooms(text, options).found.traits.map(({ options: own }) => own.returns);
  expect(returns({ include: 'all' })).toEqual([undefined, 'promise', undefined]);
  expect(returns({ include: 'all', returns: 'future' })).toEqual(['future', 'future', 'future']);
});
