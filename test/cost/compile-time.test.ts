/** Compile time grows with the length of a method and not with its square. */
import { transformSource } from '../../transformer/source';

const method = (awaits: number): string =>
  `import { asyncTrait } from 'boxless'; class A { @asyncTrait async all() {\n${Array.from({ length: awaits }, (_, i) => `const v${i} = await this.one(${i});`).join('\n')}\nreturn v0; } @asyncTrait async one(x) { return x; } }`;

/** Milliseconds for each await of a method that has so many. */
function perAwait(awaits: number): number {
  const start = performance.now();
  const { report, diagnostics } = transformSource(method(awaits), { fileName: 'long.ts' });
  expect(diagnostics).toEqual([]);
  expect(report.compiled.map(({ strategy }) => strategy)).toEqual(['frame', 'frame']);
  return (performance.now() - start) / awaits;
}

test('ten times the awaits take about ten times as long', () => {
  perAwait(300);
  const short = Math.min(perAwait(500), perAwait(500), perAwait(500));
  expect(perAwait(5000) / short).toBeLessThan(3);
}, 60_000);
