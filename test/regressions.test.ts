/** Programs that once went wrong and do not fit a run case: sloppy scripts, and what only the whole-file mode meets. */
import * as ts from 'typescript';
import { transformSource } from '../transformer/source';

const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, allowJs: true, alwaysStrict: false };

/** What the expression comes to when every async function in it is compiled. */
async function compiled(expression: string): Promise<unknown> {
  const { code, report } = transformSource(`globalThis.__result = ${expression};`, { fileName: 'program.js', compilerOptions, include: 'all', runtime: 'require' });
  expect(report.compiled.length).toBeGreaterThan(0);
  new Function('require', code)(require);
  return await (globalThis as unknown as { __result: unknown }).__result;
}

test("'use strict' stays the first statement of its function", async () => {
  expect(await compiled("(async function () { 'use strict'; await 0; return this })()")).toBe(undefined);
});

test('a class with trait methods in the body of a coroutine', async () => {
  expect(await compiled('(async () => { class Q { async b() { return 1 } } for await (const x of [1]) void x; return new Q().b() })()')).toBe(1);
});

test('a receiver that awaits', async () => {
  expect(await compiled('(async () => (await (await (async () => ({ next: async () => 4 }))()).next()))()')).toBe(4);
});
