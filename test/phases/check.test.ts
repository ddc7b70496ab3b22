/** 3-check promises: what is not planned is reported, with a code and a position, and emitted exactly as written. */
import * as ts from 'typescript';
import { IMPORT, rooms } from '../harness/rooms';

const REFUSED = {
  'a direct eval': 'class A { /** @asyncTrait */ async m() { return await eval("1"); } }',
  'a with statement': 'class A { /** @asyncTrait */ async m() { with (x) { await y; } } }',
  'a variable called let, where TypeScript reads a declaration': '/** @asyncTrait */ async function f() { for (var x of y) let\n{} await 1; }',
  'a variable called let in the head of a loop': '/** @asyncTrait */ async function f() { for (let in x); await 1; }',
};

/** The tag begins a line: elsewhere TypeScript does not see it. */
const lines = (text: string): string => text.replaceAll('/** @', '\n/** @');

describe.each(Object.entries(REFUSED))('%s', (_, text) => {
  const { file, found, plan, diagnostics, emitted } = rooms(lines(text));

  test('is refused, and says so at its place', () => {
    expect(found.traits.length).toBeGreaterThan(0);
    expect(plan.compiled.size).toBe(0);
    expect(plan.native).toHaveLength(found.traits.length);
    expect(diagnostics).toHaveLength(found.traits.length);
    for (const { category, code, start, length } of diagnostics) {
      expect(category).toBe('warning');
      expect(code).toBeGreaterThanOrEqual(90000);
      expect(file.text.slice(start, start + length).length).toBeGreaterThan(0);
    }
  });

  test('is left untouched', () => {
    expect(ts.createPrinter().printFile(emitted)).toBe(ts.createPrinter().printFile(file));
  });
});

test('one refusal in a class leaves that method whole and compiles the others', () => {
  const { plan, emitted } = rooms(`${IMPORT} class A { @asyncTrait async refused() { return await eval('1'); } @asyncTrait async compiled() { return await x(); } }`);
  expect([...plan.compiled.values()].map(({ facts }) => facts.trait.label)).toEqual(['A.compiled']);
  expect(ts.createPrinter().printFile(emitted)).toContain("async refused() { return await eval('1'); }");
});

test('every trait is planned or refused, none is forgotten', () => {
  for (const text of Object.values(REFUSED)) {
    const { found, plan } = rooms(lines(`${text}\nclass Other { /** @asyncTrait */ async ok() { await 1; } }`));
    expect(plan.compiled.size + plan.native.length).toBe(found.traits.length);
  }
});
