/** The README's snippets are programs: each compiles, and what it says they print is what they print. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { expandSource, transformSource } from '../transformer/source';
import { programOf, typeErrors } from './harness/types';

const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
const snippets = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code!.replace(/^ {2}/gm, (indent, at: number, all: string) => (/^ {2}@asyncTrait/.test(all) ? '' : indent)));

const types = 'interface Entry { key: string }\ninterface KvIterator { next(): Promise<Entry | null> }\n';
const program = (code: string): string => (code.includes("from 'boxless'") ? '' : "import { asyncTrait } from 'boxless';\n") + types + code;

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
  const fileName = join(__dirname, 'snippet.ts');
  const inProgram = programOf(fileName, program(code));
  expect(typeErrors(inProgram, fileName)).toEqual([]);
  const { diagnostics, report } = transformSource(program(code), { fileName, program: inProgram });
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

test('the poll it shows is the poll that is emitted', () => {
  const bare = (code: string): string => code.replace(/\/\/.*/g, '').replace(/[\s!]+/g, '');
  const shown = /```js\n([\s\S]*?)next\$entry/.exec(readme)![1]!;
  expect(bare(expandSource(program(snippets[0]!)).code)).toContain(bare(shown));
});

test('cancelling runs the finally block and rejects with an AbortError', async () => {
  const mailbox = snippets.find((code) => code.includes('class Mailbox'))!;
  const { code } = transformSource(program(mailbox), { fileName: 'mailbox.ts', compilerOptions: { module: ts.ModuleKind.CommonJS }, runtime: 'require' });
  expect(await printed(code)).toEqual(['read ends', 'AbortError']);
});
