/** Rules about the sources themselves: who imports whom, how long a file may be, what the emitted code may call. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as ts from 'typescript';
import * as internal from 'boxless/internal';
import { RUNTIME } from '../transformer/5-emit/names';
import { foldersIn, ROOT, sourcesBelow } from './harness/discover';

const TRANSFORMER = sourcesBelow('transformer');
const RUNTIME_FILES = sourcesBelow('runtime');

interface Import { readonly specifier: string; readonly typeOnly: boolean }

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.ESNext, true);
}

function importsOf(file: string): Import[] {
  return parse(file).statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) {
      const typeOnly = statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      return [{ specifier: (statement.moduleSpecifier as ts.StringLiteral).text, typeOnly }];
    }
    if (ts.isExportDeclaration(statement) && statement.moduleSpecifier) return [{ specifier: (statement.moduleSpecifier as ts.StringLiteral).text, typeOnly: statement.isTypeOnly }];
    return [];
  });
}

/** The path of a relative import in the repository, without its ending. */
const target = (file: string, specifier: string): string => normalize(join(dirname(file), specifier)).replace(/\.m?js$/, '');

const ROOMS = readdirSync(join(ROOT, 'transformer')).filter((name) => /^\d-/.test(name));
const SHARED = ['model', 'machine', 'diagnostics', 'syntax', 'on-the-spot', 'trait-options'].map((name) => `transformer/${name}`);

describe.each(ROOMS)('the room %s', (room) => {
  const files = TRANSFORMER.filter((file) => file.startsWith(`transformer/${room}/`));

  test('imports its own files and what all rooms share, never another room', () => {
    const foreign = files.flatMap((file) => importsOf(file)
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ specifier }) => target(file, specifier))
      .filter((path) => !path.startsWith(`transformer/${room}`) && !SHARED.includes(path))
      .map((path) => `${file} imports ${path}`));
    expect(foreign).toEqual([]);
  });

  test('knows TypeScript as types only: the instance is handed to it', () => {
    const foreign = files.flatMap((file) => importsOf(file)
      .filter(({ specifier, typeOnly }) => !specifier.startsWith('.') && !(specifier === 'typescript' && typeOnly))
      .map(({ specifier }) => `${file} imports ${specifier}`));
    expect(foreign).toEqual([]);
  });
});

test('what all rooms share imports no room', () => {
  for (const shared of [...SHARED, 'transformer/options', 'transformer/source']) {
    for (const { specifier } of importsOf(`${shared}.ts`)) expect([shared, specifier]).toEqual([shared, expect.not.stringMatching(/\d-/)]);
  }
});

test('the transformer never imports the runtime, nor the runtime the transformer', () => {
  for (const file of TRANSFORMER) for (const { specifier } of importsOf(file)) expect([file, specifier]).not.toEqual([file, expect.stringMatching(/runtime|^boxless/)]);
});

test('the runtime imports nothing outside of itself', () => {
  for (const file of RUNTIME_FILES) {
    for (const { specifier } of importsOf(file)) {
      expect(specifier).toMatch(/^\./);
      expect(target(file, specifier)).toMatch(/^runtime\//);
    }
  }
});

test('the transformer keeps nothing between files: no module-level `let` or `var`', () => {
  const kept = TRANSFORMER.flatMap((file) => parse(file).statements
    .filter((statement) => ts.isVariableStatement(statement) && !(statement.declarationList.flags & ts.NodeFlags.Const))
    .map((statement) => `${file}: ${statement.getText()}`));
  expect(kept).toEqual([]);
});

test.each([...TRANSFORMER, ...RUNTIME_FILES])('%s has at most 400 lines', (file) => {
  expect(readFileSync(join(ROOT, file), 'utf8').split('\n').length).toBeLessThanOrEqual(401);
});

test('what emitted code calls is what the emitted-code door exports', () => {
  expect(Object.values(RUNTIME).toSorted()).toEqual(Object.keys(internal).toSorted());
});

test('every fixture that a comment names exists, for there stands the rewrite', () => {
  const named = [...TRANSFORMER, ...RUNTIME_FILES].flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\btest\/emit\/([\w-]+)/g)].map(([, name]) => name!));
  expect(named.length).toBeGreaterThan(0);
  expect(foldersIn('emit')).toEqual(expect.arrayContaining([...new Set(named)]));
});

test('what an option needs is named by the emitted code alone, so that a bundler leaves it out where nobody uses it', () => {
  const policies = ['await-once', 'checked', 'limits', 'native-promise', 'pool-policy'].map((name) => `runtime/${name}`);
  const reached = RUNTIME_FILES.filter((file) => !/^runtime\/(index|internal)\./.test(file)).flatMap((file) => importsOf(file)
    .filter(({ specifier, typeOnly }) => !typeOnly && policies.includes(target(file, specifier)))
    .map(({ specifier }) => `${file} imports ${specifier}`));
  expect(reached).toEqual([]);
});

test('the runtime stays small', () => {
  const code = RUNTIME_FILES.filter((file) => file.endsWith('.ts')).map((file) => ts.transpileModule(readFileSync(join(ROOT, file), 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, removeComments: true },
  }).outputText.replace(/^\s+/gm, '')).join('');
  const zipped = gzipSync(code, { level: 9 }).length;
  // Comments and indentation away, names as written: a minifier makes it smaller still.
  console.info(`runtime: ${code.length} bytes without comments, ${zipped} bytes gzipped`);
  expect(zipped).toBeLessThan(25 * 1024);
});
