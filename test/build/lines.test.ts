/**
 * Stack traces and breakpoints point at the written lines, for every construct, before and after a suspension: each
 * `stop('...')` of the program throws once, and the frame below it must be mapped to the line where it is written.
 */
import { TraceMap, eachMapping } from '@jridgewell/trace-mapping';
import { transformSource } from 'boxless/transformer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { Project } from './project';

const text = readFileSync(join(__dirname, 'programs/lines.ts'), 'utf8');
const places = [...text.matchAll(/stop\('([^']+)'\)/g)].map(([, place]) => place!).filter((place) => place !== 'never');
const lineOf = (place: string): number => text.slice(0, text.indexOf(`stop('${place}')`)).split('\n').length;

const project = new Project();
afterAll(() => project.remove());

const T = ts.ScriptTarget;

describe.each([['ES2017', T.ES2017], ['ES2020', T.ES2020], ['ES2022', T.ES2022]] as const)('%s', (name, target) => {
  const { code, map, report, diagnostics } = transformSource(text, { fileName: 'lines.ts', compilerOptions: { target, module: ts.ModuleKind.CommonJS, sourceMap: true } });
  let stacks: Record<string, string>;

  beforeAll(() => {
    project.write(`${name}/lines.js`, code);
    project.write(`${name}/lines.js.map`, map!);
    project.write(`${name}/lines.ts`, text);
    project.write(`${name}/run.js`, `require('./lines.js').main(${JSON.stringify(places)}).then((stacks) => console.log(JSON.stringify(stacks)));`);
    const { out, err } = project.node('--enable-source-maps', `${name}/run.js`);
    expect(err).toBe('');
    stacks = JSON.parse(out) as Record<string, string>;
  }, 60_000);

  test('everything is compiled', () => {
    expect(diagnostics).toEqual([]);
    expect(report.native).toEqual([]);
    expect(new Set(report.compiled.map(({ strategy }) => strategy))).toEqual(new Set(['frame', 'coroutine']));
  });

  test.each(places)('%s', (place) => {
    const frames = (stacks[place] ?? `${place} was not reached`).split('\n').filter((line) => line.includes('lines.'));
    expect([place, frames[1]]).toEqual([place, expect.stringMatching(new RegExp(`lines\\.ts:${lineOf(place)}:\\d+`))]);
  });

  test('a breakpoint can be set at every statement: its line is in the map', () => {
    const mapped = new Set<number>();
    eachMapping(new TraceMap(map!), ({ originalLine }) => { if (originalLine !== null) mapped.add(originalLine); });
    const file = ts.createSourceFile('lines.ts', text, T.ESNext, true);
    const missing: string[] = [];
    const visit = (node: ts.Node): void => {
      const isPlace = ts.isStatement(node) && !ts.isBlock(node) && !ts.isLabeledStatement(node) && !ts.isClassDeclaration(node);
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      if (isPlace && !mapped.has(line)) missing.push(`${line}: ${node.getText(file).split('\n')[0]}`);
      ts.forEachChild(node, visit);
    };
    visit(file);
    expect(missing).toEqual([]);
  });
});
