/** The short form of `npm run soak`: a few seconds of random calls, each result checked. */
import { join } from 'node:path';
import { compiled, untouched } from './harness/compile';
import { TEST } from './harness/discover';
import { load } from './harness/load';

type Soak = (options: { seed: number; seconds: number; cancels: boolean }) => Promise<{ rounds: number; calls: number; cancelled: number; failed: number }>;

const soak = (compile: typeof untouched): Soak => load(join(TEST, 'soak', 'program.ts'), compile).exports['soak'] as Soak;

jest.setTimeout(60_000);

beforeAll(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => {});
});

test('what the results are checked against is right: natively they are so', async () => {
  const { rounds, failed } = await soak(untouched)({ seed: 1, seconds: 1, cancels: false });
  expect(rounds).toBeGreaterThan(4);
  expect(failed).toBeGreaterThan(0);
});

test('compiled, with cancellations', async () => {
  const seed = Date.now() % 1_000_000;
  console.info(`soak: seed ${seed}`);
  const { calls, cancelled, failed } = await soak(compiled())({ seed, seconds: 4, cancels: true });
  expect(calls).toBeGreaterThan(50);
  expect(cancelled).toBeGreaterThan(0);
  expect(failed).toBeGreaterThan(0);
});

test('compiled for native ticks', async () => {
  await soak(compiled({ scheduling: 'microtask' }))({ seed: 7, seconds: 1, cancels: true });
});

test('in checked mode, and no frame is left without somebody who awaits it', async () => {
  const printed = jest.spyOn(console, 'error');
  const { calls } = await soak(compiled({ checked: true }))({ seed: 11, seconds: 1, cancels: true });
  expect(calls).toBeGreaterThan(50);
  expect(printed).not.toHaveBeenCalled();
});
