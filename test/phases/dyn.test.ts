/** What the rooms promise of `dynTrait`: each call is found once, and what is not planned is reported or works as it stands. */
import { rooms } from '../harness/rooms';

const TRAIT = 'interface Source { next(): Promise<number> }\n';

const IMPORTS: Record<string, [string, string]> = {
  'by name': ["import { dynTrait } from 'boxless';", 'dynTrait'],
  'under another name': ["import { asyncTrait, dynTrait as dyn } from 'boxless';", 'dyn'],
  'as a namespace': ["import * as rt from 'boxless';", 'rt.dynTrait'],
  'by require': ["const { dynTrait: dyn } = require('boxless');", 'dyn'],
  'by require, whole': ["const rt = require('boxless');", 'rt.dynTrait'],
  'by import =': ["import rt = require('boxless');", 'rt.dynTrait'],
};

test.each(Object.entries(IMPORTS))('imported %s', (_, [head, callee]) => {
  const { found, plan, diagnostics } = rooms(`${head}\n${TRAIT}export const DynSource = ${callee}<Source>();\nexport default ${callee}<Source>();`);
  expect(found.dyns.map(({ label, isDescribed, type }) => [label, isDescribed, type?.getText()])).toEqual([['DynSource', false, 'Source'], ['DynSource', false, 'Source']]);
  // No checker here.
  expect(plan.dyns.size).toBe(0);
  expect(diagnostics.map(({ code, start }) => [code, start])).toEqual(found.dyns.map(({ type }) => [90021, type!.getStart()]));
});

test('somebody else has a function of that name too', () => {
  const { found } = rooms(`import { dynTrait } from 'elsewhere';\nimport * as boxless from 'boxless';\n${TRAIT}dynTrait<Source>(); other.dynTrait<Source>(); boxless.poolOf(x);`);
  expect(found.dyns).toEqual([]);
});

test('without a checker a described trait is left as it is, and nothing is said', () => {
  const text = `import { dynTrait } from 'boxless';\n${TRAIT}export const DynSource = dynTrait<Source>(['next']);`;
  const { found, plan, diagnostics, emitted, file } = rooms(text);
  expect(found.dyns.map(({ isDescribed }) => isDescribed)).toEqual([true]);
  expect([plan.dyns.size, diagnostics, emitted === file]).toEqual([0, [], true]);
});
