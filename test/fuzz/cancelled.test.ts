import { runCancelled } from './cancelled';

jest.setTimeout(600_000);

/** More of them: `FUZZ_BATCHES=200 npx jest test/fuzz/cancelled` */
const BATCHES = Number(process.env['FUZZ_BATCHES'] ?? 2);

test('a cancelled frame does what a cancelled generator does', async () => {
  const ignore = (): void => {};
  process.on('unhandledRejection', ignore);
  const tally = { runs: 0, aborted: 0, frames: 0, coroutines: 0 };
  for (let batch = 0; batch < BATCHES; batch++) {
    const { differences, ...counts } = await runCancelled(1, batch, 50);
    for (const key of Object.keys(tally) as (keyof typeof tally)[]) tally[key] += counts[key];
    expect(differences[0]).toBe(undefined);
  }
  process.off('unhandledRejection', ignore);
  expect(tally.runs).toBeGreaterThan(500 * BATCHES);
  for (const count of [tally.aborted, tally.frames, tally.coroutines]) expect(count).toBeGreaterThan(50 * BATCHES);
});
