/** What nests deep compiles wherever TypeScript alone can print it: both go by recursion over a stack of about 1 MB. */
import * as ts from 'typescript';
import { transformSource } from '../../transformer/source';

/** `around` the innermost statement `depth` times, or `outside` once around expressions that nest. */
const nest = (open: string, close: string, innermost = 'await f();', outside = ['', '']) => (depth: number): string =>
  outside[0] + open.repeat(depth) + innermost + close.repeat(depth) + outside[1];
const expression = (open: string, close: string, innermost = 'await f()') => nest(open, close, innermost, ['x = ', ';']);

const CONSTRUCTS: Record<string, (depth: number) => string> = {
  block: nest('{ ', ' }'),
  if: nest('if (a) { ', ' }'),
  'if without a block': nest('if (a) ', ''),
  else: nest('if (a) { g(); } else { ', ' }'),
  'else if': nest('if (a) { g(); } else ', ''),
  while: nest('while (a) { ', ' }'),
  do: nest('do { ', ' } while (a);'),
  for: nest('for (let i = 0; i < a; i++) { ', ' }'),
  'for of': nest('for (const x of a) { ', ' }'),
  'for in': nest('for (const x in a) { ', ' }'),
  try: nest('try { ', ' } finally { g(); }'),
  catch: nest('try { g(); } catch { ', ' }'),
  finally: nest('try { g(); } finally { ', ' }'),
  switch: nest('switch (a) { case 1: ', ' }'),
  label: (depth) => Array.from({ length: depth }, (_, i) => `l${i}: { `).join('') + 'await f();' + ' }'.repeat(depth),
  'all kinds of statements': (depth) => nest('if (a) { for (const x of a) { try { while (a) { ', ' } } finally { g(); } } }')(depth >> 2),
  conditional: expression('a ? b : (', ')'),
  'conditional without parentheses': expression('a ? b : ', ''),
  and: expression('a && (', ')'),
  'and chain': expression('a && ', ''),
  sum: expression('a + ', ''),
  'sum of awaits': expression('await f() + ', ''),
  call: expression('g(', ')'),
  'awaited call': expression('await g(', ')'),
  'chain of calls': (depth) => `x = (await f())${'.m()'.repeat(depth)};`,
  await: expression('await ', '', 'f()'),
  parentheses: expression('(', ')'),
  array: expression('[', ']'),
  spread: expression('[...', ']'),
  object: expression('{ a: ', ' }'),
  template: expression('`${', '}`'),
  new: expression('new G(', ')'),
  assignment: nest('x = ', '', 'await f();'),
  not: expression('!', ''),
  pattern: nest('{ a: ', ' }', 'c', ['const ', ' = await f();']),
  arrow: nest('() => (', ')', 'a', ['x = ', '; await f();']),
};

const compilerOptions: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
const written = (statements: string): string => `async function all(a, b, f, g, x, G) { ${statements} }`;

const overflows = (work: () => void): boolean => {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
};

const strategyOf = (text: string): string => {
  const { report } = transformSource(text, { fileName: 'deep.ts', compilerOptions, include: 'all' });
  return report.compiled[0]?.strategy ?? report.native[0]!.message;
};

test.each(Object.entries(CONSTRUCTS))('%s', (_, make) => {
  for (const depth of [41, 100, 200, 300, 400, 500]) {
    const text = written(make(depth));
    let strategy = '';
    // Code that V8 has compiled takes less stack than the same interpreted, so what is run later may go deeper.
    const holds = [0, 1].some(() => !overflows(() => (strategy = strategyOf(text))) && /^(frame|coroutine)$/.test(strategy));
    if (holds) continue;
    // What we write around a body takes some of the stack, so only what TypeScript holds a little deeper counts.
    const plain = overflows(() => ts.transpileModule(written(make(Math.ceil(depth * 1.2))), { fileName: 'deep.ts', compilerOptions }));
    expect({ depth, strategy, plain: plain ? 'overflows' : 'holds' }).toEqual({ depth, strategy, plain: 'overflows' });
    // Deeper neither of them can go; as deep as 41 both can, or nothing has been compared.
    expect(depth).toBeGreaterThan(41);
    return;
  }
}, 60_000);

test('what a coroutine would nest several times deeper stays native, and is reported', () => {
  expect(strategyOf(written(nest('for await (const x of a) { ', ' }')(59)))).toBe('coroutine');
  expect(strategyOf(written(nest('for await (const x of a) { ', ' }')(60)))).toContain('more than 60 awaits around one another');
  const functions = (depth: number): string => written(expression('async () => { await f(); return ', '; }', 'a')(depth));
  const report = (depth: number) => transformSource(functions(depth), { fileName: 'deep.ts', compilerOptions, include: 'all' }).report;
  expect(report(30).native).toEqual([]);
  expect(report(100).native).toHaveLength(70);
});

test('the text of functions within functions grows with their number, and not by doubling', () => {
  const length = (depth: number): number => transformSource(written(expression('async () => { await f(); return ', '; }', 'a')(depth)), { fileName: 'deep.ts', compilerOptions, include: 'all' }).code.replace(/^ +/gm, '').length;
  expect(length(16) / length(8)).toBeLessThan(3);
});
