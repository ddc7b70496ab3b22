/** 5-emit promises: what is not ours is the same node as before; what is rewritten keeps its position. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expandSource, transformSource } from 'boxless/transformer';
import * as ts from 'typescript';
import { programsOf } from '../fuzz/batch';
import { print } from '../fuzz/tree';
import { filesIn, foldersIn, TEST } from '../harness/discover';
import { IMPORT, nodesOf, rooms } from '../harness/rooms';

test.each([
  ['nothing', ''],
  ['nothing marked', 'export class A { async m() { await x; } }\nconst f = async () => await y;'],
  ['only an import', IMPORT],
  ["another package's mark", "import { asyncTrait } from 'other'; class A { @asyncTrait async m() {} }"],
])('a file with %s is returned as the same node', (_, text) => {
  const { file, emitted } = rooms(text);
  expect(emitted).toBe(file);
});

test('untouched statements, members and nested expressions are the same nodes', () => {
  const { file, emitted } = rooms(`${IMPORT}
    interface I { next(): Promise<void>; }
    export const before = async () => await 1;
    class Plain { async m() { await 2; } }
    class A { field = 1; plain() { return [1, 2, 3]; } async native() { await 3; } @asyncTrait async m() { const kept = () => ({ a: 1 }); await x; return kept; } get g() { return 1; } }
    export default function after() {}
  `);
  const kept = new Set(nodesOf(emitted));
  const [, ...statements] = file.statements;
  for (const statement of statements) {
    if (ts.isClassDeclaration(statement) && statement.name!.text === 'A') {
      for (const member of statement.members) expect([member.name!.getText(file), kept.has(member)]).toEqual([member.name!.getText(file), member.name!.getText(file) !== 'm']);
    } else expect([statement.getText(file), kept.has(statement)]).toEqual([statement.getText(file), true]);
  }
  const arrow = nodesOf(file).find((node) => ts.isVariableDeclaration(node) && node.name.getText(file) === 'kept') as ts.VariableDeclaration;
  expect(kept.has(arrow.initializer!)).toBe(true);
});

test('our decorators go, everyone else’s stay', () => {
  const { code } = expandSource(`${IMPORT} @one @asyncTrait class A { @asyncTrait async m() {} @two n() {} }`);
  expect(code).toContain('@one');
  expect(code).toContain('@two');
  expect(code).not.toContain('@asyncTrait');
});

const programs = [...filesIn('run').map((name) => `run/${name}.ts`), ...foldersIn('emit').map((name) => `emit/${name}/input.ts`)];

test.each(programs)('%s: what is emitted parses, and compiling it again changes nothing', (program) => {
  const { code } = expandSource(readFileSync(join(TEST, program), 'utf8'));
  const parsed = ts.transpileModule(code, { reportDiagnostics: true, fileName: 'output.ts', compilerOptions: { target: ts.ScriptTarget.ESNext } });
  expect(parsed.diagnostics!.map(({ messageText }) => messageText)).toEqual([]);
  // The JSDoc tag of a refused function stays: it would be refused again.
  if (!/\/\*\* @asyncTrait \*\//.test(code)) expect(expandSource(code).report.compiled).toEqual([]);
});

const tagged = (code: string): number => nodesOf(ts.createSourceFile('program.ts', code, ts.ScriptTarget.ESNext, true)).filter(ts.isTaggedTemplateExpression).length;

/** Each place of a text has a strings object of its own, by which tags remember. */
test('a template with a tag stands in what is emitted as often as it is written', () => {
  const written = [...programs, ...filesIn('issues').map((name) => `issues/${name}.ts`)].map((program) => readFileSync(join(TEST, program), 'utf8'));
  const generated = programsOf({ seed: 1, batch: 0, size: 1000 }).map(({ tree }) => print(tree).replaceAll('§', '_0'));
  const withTags = [...written, ...generated].filter((text) => tagged(text) > 0);
  expect(withTags.length).toBeGreaterThan(100);
  for (const text of withTags) expect([text, tagged(expandSource(text).code)]).toEqual([text, tagged(text)]);
});

test.each<[string, ts.ModuleKind, string | { global: string } | undefined, RegExp]>([
  ['ESM', ts.ModuleKind.ESNext, undefined, /^import \{.*\} from "boxless\/internal";/m],
  ['CommonJS', ts.ModuleKind.CommonJS, undefined, /require\("boxless\/internal"\)/],
  ['a global', ts.ModuleKind.None, { global: 'Boxless' }, /Boxless\.traits\(/],
])('the runtime is found: %s', (_, module, runtime, expected) => {
  const { code } = transformSource(`${IMPORT} export class A { @asyncTrait async m() { await x(); } }`, { compilerOptions: { module }, runtime: runtime as never });
  expect(code).toMatch(expected);
});

test('a statement that throws is mapped to its line', () => {
  const text = `${IMPORT}class A {\n  @asyncTrait\n  async m() {\n    await x();\n    return this.boom();\n  }\n}\n`;
  const { map, code } = transformSource(text, { compilerOptions: { sourceMap: true } });
  const { TraceMap, originalPositionFor } = jest.requireActual<typeof import('@jridgewell/trace-mapping')>('@jridgewell/trace-mapping');
  const lines = code.split('\n');
  const line = lines.findIndex((candidate) => candidate.includes('this.boom()'));
  const position = originalPositionFor(new TraceMap(map!), { line: line + 1, column: lines[line]!.indexOf('this.boom') });
  expect(position.line).toBe(text.split('\n').findIndex((candidate) => candidate.includes('this.boom()')) + 1);
});
