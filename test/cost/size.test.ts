/**
 * How much bigger a compiled method is than the written one: bytes that one more method takes, its registration in the class
 * included. Both are printed by the same printer, and minified by the same minifier.
 */
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { compiled, untouched } from '../harness/compile';

/** By what it does: in straight code, in a loop. `NAME` is the method's. */
const METHODS = {
  straight: {
    'one call': 'async NAME(key) { const row = await this.source.next(key); return row.value; }',
    'three calls': 'async NAME(key) { const user = await this.users.get(key); const rights = await this.rights.of(user.id); await this.log.write(`${user.name} has ${rights.length}`); return { user, rights }; }',
    'an early return': 'async NAME(key) { const known = this.cache.get(key); if (known !== undefined) return known; const row = await this.source.next(key); this.cache.set(key, row); return row; }',
    'calls in expressions': 'async NAME(a, b) { return (await this.source.next(a)) + (await this.source.next(b)) * 2; }',
    'a condition': 'async NAME(key) { if (await this.rights.has(key)) { const row = await this.source.next(key); this.seen.push(row); } else this.refused++; return this.seen.length; }',
    'try': 'async NAME(key) { try { return await this.source.next(key); } catch (error) { this.failures.push(error); return null; } finally { this.calls++; } }',
  },
  loop: {
    'while': 'async NAME() { while (this.current < this.inputs.length) { const entry = await this.inputs[this.current].next(); if (entry !== null) return entry; this.current++; } return null; }',
    'for': 'async NAME(n) { let sum = 0; for (let i = 0; i < n; i++) sum += await this.source.next(i); return sum; }',
    'for-of': 'async NAME(keys) { const rows = []; for (const key of keys) rows.push(await this.source.next(key)); return rows; }',
    'a filter': 'async NAME() { for (let row = await this.source.next(); row !== null; row = await this.source.next()) { if (this.test(row)) return row; this.skipped++; } return null; }',
    'retry': 'async NAME(key) { for (let left = 3; ; left--) { try { return await this.source.next(key); } catch (error) { if (left === 0) throw error; await this.pause(left); } } }',
    'loops in a loop': 'async NAME(tables) { let rows = 0; for (const table of tables) { for (let row = await table.next(); row !== null; row = await table.next()) { rows++; await this.sink.write(row); } } return rows; }',
  },
};

type Compile = ReturnType<typeof compiled>;

const classOf = (methods: string[]): string => `import { asyncTrait } from 'boxless';\nexport class Reader {\n${methods.map((method) => `/** @asyncTrait */ ${method}`).join('\n')}\n}\n`;
const printed = (code: string, minify = false): string => transformSync(code, { minify, format: 'esm', target: 'es2022' }).code;
const minified = (code: string): string => printed(code, true);
const zipped = (code: string): number => gzipSync(code, { level: 9 }).length;

const COPIES = 8;

/** Bytes that one more method like this takes, as printed and minified. */
function marginal(text: string, compile: Compile): [printed: number, minified: number] {
  const code = (count: number): string => compile(classOf(Array.from({ length: count }, (_, i) => text.replace('NAME', `method${i}`))), 'reader.ts').code;
  const [one, more] = [code(1), code(1 + COPIES)];
  return [(printed(more).length - printed(one).length) / COPIES, (minified(more).length - minified(one).length) / COPIES];
}

interface Row { readonly kind: string; readonly name: string; readonly written: number; readonly printed: number; readonly minified: number }

const rows: Row[] = Object.entries(METHODS).flatMap(([kind, methods]) => Object.entries(methods).map(([name, text]) => {
  const [plain, ours] = [marginal(text, untouched), marginal(text, compiled())];
  return { kind, name, written: plain[0], printed: ours[0] / plain[0], minified: ours[1] / plain[1] };
}));

const mean = (kind: string, what: 'printed' | 'minified'): number => {
  const values = rows.filter((row) => row.kind === kind).map((row) => row[what]);
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
};

/** The aim is 1.5 and 3. These hold what is reached: the structure of a method stands in its poll and in its entry, and most loops twice in that. */
const BUDGETS = { straight: 7.0, loop: 9.9, zipped: 4.9 };

test('compiled methods keep to their budget of bytes', () => {
  const all = classOf(Object.values(METHODS).flatMap(Object.values).map((text, i) => (text as string).replace('NAME', `method${i}`)));
  const [plain, ours] = [untouched, compiled()].map((compile) => minified(compile(all, 'reader.ts').code)) as [string, string];
  const gzip = zipped(ours) / zipped(plain);
  console.info([
    'compiled / written      bytes   printed  minified',
    ...rows.map(({ kind, name, written, printed, minified: small }) => `${`${kind}: ${name}`.padEnd(32)} ${written.toFixed(0).padStart(4)} ${printed.toFixed(2).padStart(8)} ${small.toFixed(2).padStart(9)}`),
    ...(['straight', 'loop'] as const).map((kind) => `${`${kind}, geometric mean`.padEnd(37)} ${mean(kind, 'printed').toFixed(2).padStart(8)} ${mean(kind, 'minified').toFixed(2).padStart(9)}`),
    `all of them in one file, minified and gzipped: ${zipped(plain)} bytes written, ${zipped(ours)} compiled, x ${gzip.toFixed(2)}`,
  ].join('\n'));
  expect(mean('straight', 'minified')).toBeLessThan(BUDGETS.straight);
  expect(mean('loop', 'minified')).toBeLessThan(BUDGETS.loop);
  expect(gzip).toBeLessThan(BUDGETS.zipped);
});
