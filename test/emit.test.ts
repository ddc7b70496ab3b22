/**
 * The fixtures are the manual: what the transformer writes, as TypeScript, in one small file for each rewrite.
 *
 *   // options: { ... }     first line of an input: options of the plugin
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expandSource } from 'boxless/transformer';
import * as ts from 'typescript';
import { expectText } from './harness/bless';
import { compilerOptionsOf } from './harness/head';
import { foldersIn, TEST } from './harness/discover';
import { needsTypes, programOf } from './harness/types';

const expand = (text: string): string => {
  const options = JSON.parse(/^\/\/ options: (.*)/.exec(text)?.[1] ?? '{}') as object;
  const { code, report, diagnostics } = expandSource(text, { ...options, fileName: 'input.ts', compilerOptions: compilerOptionsOf(text), program: needsTypes(text) ? programOf('input.ts', text, { module: ts.ModuleKind.ESNext }) : undefined });
  const strategies = report.compiled.map(({ name, strategy, reason }) => `// ${strategy}: ${name}${reason ? `, since ${reason}` : ''}\n`);
  return [...strategies, ...diagnostics.map(({ code: number, message }) => `// BX${number}: ${message}\n`), code].join('');
};

describe.each(foldersIn('emit'))('emit/%s', (name) => {
  const input = readFileSync(join(TEST, 'emit', name, 'input.ts'), 'utf8');

  test('is written as in output.ts', () => {
    expectText(join(TEST, 'emit', name, 'output.ts'), expand(input));
  });

  test('parses, and is the same however often it is compiled', () => {
    const output = expand(input);
    const { diagnostics } = ts.transpileModule(output, { reportDiagnostics: true, fileName: 'output.ts' });
    expect(diagnostics!.map(({ messageText }) => messageText)).toEqual([]);
    expect(expand(input)).toBe(output);
  });
});
