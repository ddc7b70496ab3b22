/** A loop over a compiled stream allocates nothing for an item that is ready. */
import { join } from 'node:path';
import { compiled, untouched } from '../harness/compile';
import { TEST } from '../harness/discover';
import { inProcess } from '../harness/in-process';

const SOURCE = join(TEST, 'cost', 'stream-programs.ts');
const ROWS = 2_000_000;

const { bytes, pool } = inProcess<{ bytes: Record<string, number>; pool: object }>(SOURCE, compiled(), `async () => {
  const bytes = {};
  for (const name of programs.names) bytes[name] = await programs.bytesOf(name, ${ROWS});
  return { bytes, pool: await programs.poolAfter(1000) };
}`);

// What V8 takes for itself while it compiles (see cost.test.ts). An iterator result (40 bytes) for each hundredth item would show.
test.each(Object.entries(bytes))('a ready item costs 0 bytes: %s', (_, all) => {
  expect(all).toBeLessThan(400 * 1024);
});

test('the measuring sees what is allocated: untouched, an item costs hundreds of bytes', () => {
  const rows = 100_000;
  const all = inProcess<number>(SOURCE, untouched, `() => programs.bytesOf('a generator', ${rows})`);
  expect(all / rows).toBeGreaterThan(200);
});

test('the frame of a stream that has ended serves the next one', () => {
  expect(pool).toMatchObject({ created: 1, live: 0 });
});
