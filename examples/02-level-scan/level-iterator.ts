import { asyncTrait } from 'boxless';
import type { ClassicLevel, Iterator } from 'classic-level';
import type { Entry, KvIterator } from '../01-kv-iterator/kv.js';

/** From `from`, up to and not including `to`, at most `limit` rows; what is left out does not bound. */
export interface Range {
  from?: string;
  to?: string;
  limit?: number;
}

export const BATCH_ROWS = 1000;
/** LevelDB ends a batch at this size too. 16 KB, the default, would cut ours short. */
const BATCH_BYTES = 1 << 20;

export type Source = Iterator<ClassicLevel, string, string>;

export function openSource(level: ClassicLevel, range: Range): Source {
  return level.iterator({
    ...(range.from !== undefined && { gte: range.from }),
    ...(range.to !== undefined && { lt: range.to }),
    ...(range.limit !== undefined && { limit: range.limit }),
    highWaterMarkBytes: BATCH_BYTES,
  });
}

/**
 * The rows of a LevelDB database in one range. Reads a thousand rows at a time, so one `next()` in a thousand really
 * waits and all others have their row ready: the case the trait is made for.
 *
 * Cost per row, besides what LevelDB allocates for it: two fields written, nothing allocated.
 */
export class LevelIterator implements KvIterator<string> {
  /** How many times `next()` had to wait for the database. */
  waits = 0;

  private readonly source: Source;
  private readonly entry: Entry<string> = { key: '', value: '' };
  private rows: [string, string][] = [];
  private position = 0;
  private ended = false;

  constructor(level: ClassicLevel, range: Range = {}) {
    this.source = openSource(level, range);
  }

  @asyncTrait
  async next(): Promise<Entry<string> | null> {
    if (this.position === this.rows.length && !(await this.readBatch())) return null;
    const row = this.rows[this.position++];
    this.entry.key = row[0];
    this.entry.value = row[1];
    return this.entry;
  }

  /** Whether there are more rows. At the end it closes the database's iterator, which holds a snapshot. */
  @asyncTrait
  private async readBatch(): Promise<boolean> {
    if (this.ended) return false;
    this.rows = await this.source.nextv(BATCH_ROWS);
    this.position = 0;
    this.waits++;
    if (this.rows.length > 0) return true;
    this.ended = true;
    await this.source.close();
    return false;
  }
}
