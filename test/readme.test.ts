/** The README's snippets are programs: each compiles, and what it says they print is what they print. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { transformSource } from '../transformer/source';

const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
const snippets = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code!.replace(/^ {2}/gm, (indent, at: number, all: string) => (/^ {2}@asyncTrait/.test(all) ? '' : indent)));

const prelude = "import { asyncTrait } from 'boxless';\ninterface Entry { key: string }\ninterface KvIterator { next(): Promise<Entry | null> }\n";
const program = (code: string): string => (code.includes("from 'boxless'") ? code : prelude + code);

async function printed(code: string): Promise<string[]> {
  const lines: string[] = [];
  const module = { exports: {} as { default?: unknown } };
  const console = { log: (line: string) => lines.push(line), warn: () => undefined };
  new Function('require', 'module', 'exports', 'console', code)(require, module, module.exports, console);
  await new Promise((resolve) => setTimeout(resolve, 10));
  return lines;
}

test('there are snippets', () => {
  expect(snippets.length).toBeGreaterThanOrEqual(3);
});

test.each(snippets.map((code, index) => [index, code] as const))('snippet %i compiles, and something in it is compiled', (_, code) => {
  const { diagnostics, report } = transformSource(program(code), { fileName: 'snippet.ts' });
  expect(diagnostics).toEqual([]);
  expect(report.compiled.length).toBeGreaterThan(0);
  expect(report.native).toEqual([]);
});

test('the order that differs is the one the README says', async () => {
  const cursor = snippets.find((code) => code.includes("console.log('tick')"))!;
  const source = program(cursor) + '\nvoid new Cursor().both();';
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const native = ts.transpileModule(source.replace('@asyncTrait class', 'class'), { compilerOptions }).outputText;
  expect(await printed(native)).toEqual(['tick', 'next']);
  const compile = (scheduling: 'eager' | 'microtask'): string => transformSource(source, { fileName: 'cursor.ts', compilerOptions, runtime: 'require', scheduling }).code;
  expect(await printed(compile('microtask'))).toEqual(['tick', 'next']);
  expect(await printed(compile('eager'))).toEqual(['next', 'tick']);
});
