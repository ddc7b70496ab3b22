/**
 * Every module kind, target and decorator dialect: the compiled program does what the plain one does, and was compiled.
 * All are emitted in this process through TypeScript's API and run in one other process.
 */
import * as ts from 'typescript';
import { join } from 'node:path';
import { common, Project, root } from './project';

interface Case {
  readonly name: string;
  readonly options: Record<string, unknown>;
  /** The `type` of the package.json beside the sources. */
  readonly type: 'module' | 'commonjs';
  readonly file?: string;
}

const types = ['module', 'commonjs'] as const;

const cases: Case[] = [
  ...['es2017', 'es2020', 'es2022', 'esnext'].flatMap((target) =>
    [true, false].flatMap((experimentalDecorators) =>
      types.map((type) => ({
        name: `nodenext ${type}, ${target}, ${experimentalDecorators ? 'legacy' : 'standard'} decorators`,
        options: { module: 'nodenext', target, experimentalDecorators },
        type,
      })),
    ),
  ),
  { name: 'module commonjs', options: { module: 'commonjs', moduleResolution: 'bundler', target: 'es2022' }, type: 'commonjs' },
  { name: 'module esnext with bundler resolution', options: { module: 'esnext', moduleResolution: 'bundler', target: 'es2022' }, type: 'module' },
  { name: 'isolatedModules, ESM', options: { module: 'nodenext', target: 'es2022', isolatedModules: true }, type: 'module' },
  { name: 'isolatedModules, CommonJS', options: { module: 'nodenext', target: 'es2022', isolatedModules: true }, type: 'commonjs' },
  { name: 'verbatimModuleSyntax, ESM', options: { module: 'nodenext', target: 'es2022', verbatimModuleSyntax: true }, type: 'module' },
  { name: 'verbatimModuleSyntax, CommonJS', options: { module: 'nodenext', target: 'es2022', verbatimModuleSyntax: true }, type: 'commonjs', file: 'verbatim-cjs.cts' },
  { name: 'useDefineForClassFields off', options: { module: 'nodenext', target: 'es2022', useDefineForClassFields: false }, type: 'module' },
  { name: 'emitDecoratorMetadata', options: { module: 'nodenext', target: 'es2017', experimentalDecorators: true, emitDecoratorMetadata: true }, type: 'commonjs' },
];

interface Outcome {
  readonly lines: string[];
  readonly compiled: boolean;
  readonly error?: string;
}

/** Runs every module of the list, one after the other. */
const runner = `
import { readFileSync } from 'node:fs';
const outcomes = {};
console.warn = () => undefined;
for (const path of JSON.parse(readFileSync('paths.json', 'utf8'))) {
  try {
    const module = await import(path);
    const { run, isCompiled } = module.run ? module : module.default;
    outcomes[path] = { lines: await run(), compiled: isCompiled() };
  } catch (error) {
    outcomes[path] = { lines: [], compiled: false, error: String(error.stack) };
  }
}
console.log(JSON.stringify(outcomes));
`;

type Plugin = (program: ts.Program, config: object, extras: object) => { before: ts.TransformerFactory<ts.SourceFile> };

const project = new Project();
let outcomes: Record<string, Outcome>;

interface Emitted {
  /** The compiled program. */
  readonly boxless: string;
  readonly plain: string;
  readonly faults: readonly string[];
}

function emit({ options, type, file = 'main.ts' }: Case, outDir: string, sources: Map<string, ts.SourceFile | undefined>): Emitted {
  const given = { ...options, ...common, sourceMap: false, rootDir: project.path(`${type}/src`) };
  const { options: compilerOptions, errors } = ts.convertCompilerOptionsFromJson({ ...given, lib: common.lib }, project.folder);
  const host = ts.createCompilerHost(compilerOptions);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, languageVersionOrOptions, ...rest) => {
    if (!name.endsWith('.d.ts')) return getSourceFile(name, languageVersionOrOptions, ...rest);
    const key = `${name} ${typeof languageVersionOrOptions === 'object' ? languageVersionOrOptions.impliedNodeFormat : ''}`;
    if (!sources.has(key)) sources.set(key, getSourceFile(name, languageVersionOrOptions, ...rest));
    return sources.get(key);
  };
  const program = ts.createProgram({ rootNames: [project.path(`${type}/src/${file}`)], options: compilerOptions, host });
  const plugin = (require(join(root, 'dist/transformer/index.js')) as { default: Plugin }).default;
  const found: ts.Diagnostic[] = [...errors, ...program.getSyntacticDiagnostics(), ...program.getOptionsDiagnostics()];
  const { before } = plugin(program, {}, { ts, addDiagnostic: (diagnostic: ts.Diagnostic) => found.push(diagnostic) });
  const write = (folder: string): ts.WriteFileCallback => (name, text) => project.write(`${type}/${folder}/${name.slice(project.path(`${type}/src/`).length)}`, text);
  program.emit(undefined, write(`${outDir}/boxless`), undefined, false, { before: [before] });
  program.emit(undefined, write(`${outDir}/plain`));
  const script = file.replace(/ts$/, 'js');
  const path = (kind: string): string => project.path(`${type}/${outDir}/${kind}/${script}`);
  return { boxless: path('boxless'), plain: path('plain'), faults: found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ')) };
}

const emitted: Record<string, Emitted> = {};

beforeAll(() => {
  for (const type of types) {
    project.write(`${type}/package.json`, { type });
    for (const program of ['lib.ts', 'main.ts', 'verbatim-cjs.cts']) project.add(program, `${type}/src/${program}`);
  }
  const sources = new Map<string, ts.SourceFile | undefined>();
  for (const [i, test] of cases.entries()) {
    emitted[test.name] = emit(test, `out/${i}`, sources);
  }
  project.write('paths.json', Object.values(emitted).flatMap(({ boxless, plain }) => [boxless, plain]));
  project.write('runner.mjs', runner);
  const { out, err } = project.node('runner.mjs');
  if (out === '') throw new Error(err);
  outcomes = JSON.parse(out) as Record<string, Outcome>;
}, 120_000);

afterAll(() => project.remove());

// ESNext leaves decorators as they are, and Node does not know them: there the plain program is that of ES2022.
test.each(cases)('$name', ({ name }) => {
  const { boxless, faults } = emitted[name]!;
  expect(faults).toEqual([]);
  const plain = emitted[name.replace('esnext, standard', 'es2022, standard')]!.plain;
  expect(outcomes[plain]).toEqual({ lines: expect.arrayContaining([expect.stringContaining('sum')]), compiled: false });
  expect(outcomes[boxless]).toEqual({ lines: outcomes[plain]!.lines, compiled: true });
});
