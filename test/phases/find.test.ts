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

describe('options', () => {
  const options = (text: string, defaults = {}): unknown => rooms(text, defaults).found.traits.map((trait) => trait.options);

  test.each<[string, string, object, unknown]>([
    ['of a decorator', `${IMPORT} class A { @asyncTrait({ exclusive: true, pool: { max: 3, onExhausted: 'wait', scope: 'class' } }) async m() {} }`, {}, [{ exclusive: true, pool: { max: 3, onExhausted: 'wait', scope: 'class' } }]],
    ['of a class, for each method', `${IMPORT} @asyncTrait({ exclusive: true }) class A { async m() {} async #n() {} }`, {}, [{ exclusive: true }, { exclusive: true }]],
    ["a method's win over its class's", `${IMPORT} @asyncTrait({ exclusive: true, returns: 'promise' }) class A { @asyncTrait({ exclusive: false }) async m() {} }`, {}, [{ exclusive: false, returns: 'promise' }]],
    ["a class's over the plugin's", `${IMPORT} @asyncTrait({ pool: { max: 1 } }) class A { async m() {} }`, { pool: { max: 9 }, returns: 'promise' }, [{ pool: { max: 1 }, returns: 'promise' }]],
    ["the plugin's", `${IMPORT} class A { @asyncTrait async m() {} }`, { pool: { max: 9, scope: 'class' }, returns: 'promise' }, [{ pool: { max: 9, scope: 'class' }, returns: 'promise' }]],
    ['await-once wins over a plugin that returns promises', `${IMPORT} class A { @asyncTrait({ reuse: 'await-once' }) async m() {} }`, { returns: 'promise' }, [{ reuse: 'await-once' }]],
    ['of a tag', 'class A { /** @asyncTrait { exclusive: true } */ async m() {} }', {}, [{ exclusive: true }]],
    ['of a tag in parentheses, over lines', 'class A {\n/**\n * Reads.\n * @asyncTrait({\n *   exclusive: true,\n *   pool: { max: 2 },\n * }) and so on {\n */\nasync m() {} }', {}, [{ exclusive: true, pool: { max: 2 } }]],
    ['of a tag on a class, and on functions', "/** @asyncTrait { returns: 'promise' } */ class A { async m() {} }\n/** @asyncTrait { exclusive: true } */ const f = async () => {}, g = async () => {};", {}, [{ returns: 'promise' }, { exclusive: true }, { exclusive: true }]],
    ['none behind a tag with text', 'class A { /** @asyncTrait see { exclusive: true } */ async m() {} }', {}, [{}]],
    ['quoted names', `${IMPORT} class A { @asyncTrait({ 'exclusive': true }) async m() {} }`, {}, [{ exclusive: true }]],
  ])('%s', (_, text, defaults, expected) => {
    expect(options(text, defaults)).toEqual(expected);
    expect(rooms(text, defaults).diagnostics).toEqual([]);
  });

  test('what is wrong in a tag is reported where it stands', () => {
    const text = 'class A {\n  /**\n   * @asyncTrait { exclusive: true,\n   *               pool: { max: 0 } }\n   */\n  async m() {}\n}';
    const { diagnostics } = rooms(text);
    expect(diagnostics.map(({ code, start, length }) => [code, text.slice(start, start + length)])).toEqual([[90004, 'max: 0']]);
  });
});

test('the options of a tag reach the function it means, also with include: all and in parentheses', () => {
  const text = '/** @asyncTrait { exclusive: true } */ const f = (async () => {});';
  const options = (given: object) => rooms(text, given).found.traits.map(({ options: own }) => own);
  expect(options({})).toEqual([{ exclusive: true }]);
  expect(options({ include: 'all' })).toEqual([{ exclusive: true }]);
});
