/**
 * Misuse is tested by message: `test/fail/<case>.ts` beside `<case>.txt`, what people read. `BLESS=1` writes the texts.
 *
 *   // options: { ... }     first line of a case: options of the plugin
 *   // types                first line of a case: with the type checker
 *   // run: expand FILE     first line of a case: arguments of the command `boxless`
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineOf } from '../transformer/cli/input';
import { table } from '../transformer/diagnostics';
import { transformSource } from '../transformer/source';
import { programOf } from './harness/types';

const folder = join(__dirname, 'fail');
const command = join(__dirname, '../dist/transformer/cli/main.js');
const cases = readdirSync(folder).filter((name) => /\.[jt]s$/.test(name));

/** What people read, and the exit code if a command ran. */
function messagesOf(name: string, text: string): string {
  const args = /^\/\/ run: (.*)/.exec(text)?.[1];
  if (args !== undefined) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args.split(' ')], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('');
    if (/: error BX/.test(stderr)) expect(status).not.toBe(0);
    return `${stderr}exit code ${status}\n`;
  }
  const options = JSON.parse(/^\/\/ options: (.*)/.exec(text)?.[1] ?? '{}') as object;
  const program = /^\/\/ types/.test(text) ? programOf(name, text) : undefined;
  const { code, diagnostics } = transformSource(text, { fileName: name, program, ...options });
  const refused = diagnostics.length > 0 && diagnostics.every(({ category }) => category === 'warning');
  // What we cannot compile is left whole: the runtime is not even asked for.
  if (refused) expect(code).not.toContain('boxless/internal');
  return diagnostics.map((diagnostic) => `${lineOf(diagnostic, name)}\n`).join('');
}

test.each(cases)('%s', (name) => {
  const messages = messagesOf(name, readFileSync(join(folder, name), 'utf8'));
  const expected = join(folder, name.replace(/\.[jt]s$/, '.txt'));
  if (process.env['BLESS'] === '1') writeFileSync(expected, messages);
  expect(existsSync(expected) ? readFileSync(expected, 'utf8') : '').toBe(messages);
  expect(messages).toMatch(/BX90\d\d\d/);
});

test('each code of the table has a case', () => {
  const texts = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  // No program is known on which the compiler fails: see phases/compile.test.ts.
  const missing = Object.values(table).filter(({ code }) => code !== table.internalError.code && !texts.includes(`BX${code}`));
  expect(missing).toEqual([]);
});

test('no code is used twice', () => {
  const codes = Object.values(table).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
