import { performance, PerformanceObserver } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import type { Figures } from './figures.js';
import type { Job } from './jobs.js';

const WARM_UPS = 2;
const RUNS = 5;
/** Below this many items what is allocated once, per run, would show in the figure per item. */
const FEWEST_ITEMS = 2_000;

/** Measures jobs one after the other. Needs a process started with --expose-gc. */
export class Meter {
  private gcRuns = 0;
  private gcMs = 0;
  private readonly collectGarbage: () => void;

  constructor() {
    if (globalThis.gc === undefined) throw new Error('run with --expose-gc: bytes per item cannot be measured without');
    this.collectGarbage = globalThis.gc;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        this.gcRuns++;
        this.gcMs += entry.duration;
      }
    }).observe({ entryTypes: ['gc'] });
  }

  async measure(job: Job): Promise<Figures> {
    const { items, digest } = await job.open(job.size).digest();
    const time = await this.time(() => job.open(job.size).count());
    const byHand = job.byHand === undefined ? null : await this.time(job.byHand);
    const counts = byHand === null ? [time.items] : [time.items, byHand.items];
    if (counts.some((count) => count !== items)) {
      throw new Error(`${job.name}: ${items} items the first time, then ${counts.join(' and ')}`);
    }
    return {
      job: job.name,
      items,
      digest,
      nsPerItem: time.nsPerItem,
      bytesPerItem: await this.bytesPerItem(job),
      gcMsPerRun: time.gcMsPerRun,
      byHandNsPerItem: byHand === null ? null : byHand.nsPerItem,
    };
  }

  /** The median of several runs after some that only let the engine optimise. */
  private async time(run: () => Promise<number>) {
    let items = 0;
    const times: number[] = [];
    for (let i = 0; i < WARM_UPS; i++) await run();
    const gcMsBefore = await this.observedGcMs();
    for (let i = 0; i < RUNS; i++) {
      const start = performance.now();
      items = await run();
      times.push(performance.now() - start);
    }
    const gcMsPerRun = ((await this.observedGcMs()) - gcMsBefore) / RUNS;
    times.sort((a, b) => a - b);
    return { items, gcMsPerRun, nsPerItem: (times[RUNS >> 1] * 1e6) / items };
  }

  /**
   * How much the heap grew while a run was read. Exact only if the collector kept still meanwhile, so a run during
   * which it did not is repeated with a quarter of the items.
   */
  private async bytesPerItem(job: Job): Promise<number | null> {
    for (let size = job.size; size >= FEWEST_ITEMS; size = Math.floor(size / 4)) {
      const run = job.open(size);
      this.collectGarbage();
      await this.observedGcMs();
      const gcRunsBefore = this.gcRuns;
      const heapBefore = getHeapStatistics().used_heap_size;
      const items = await run.count();
      const heapAfter = getHeapStatistics().used_heap_size;
      await this.observedGcMs();
      if (this.gcRuns === gcRunsBefore) return (heapAfter - heapBefore) / items;
    }
    return null;
  }

  /** The observer hears of a collection some turns of the event loop later. */
  private async observedGcMs(): Promise<number> {
    for (let turn = 0; turn < 3; turn++) await nextTurn();
    return this.gcMs;
  }
}
