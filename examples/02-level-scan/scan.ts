/** The scans of this example: one after the other over ranges that touch, and one merge of ranges that overlap. */
import { ClassicLevel } from 'classic-level';
import { ConcatIterator, MergeIterator } from '../01-kv-iterator/iterators.js';
import { compareText, type KvIterator } from '../01-kv-iterator/kv.js';
import type { Digested } from '../01-kv-iterator/digest.js';
import { Reader } from '../01-kv-iterator/reader.js';
import { BATCH_ROWS, LevelIterator, openSource, type Range } from './level-iterator.js';

/** A scan about to start, and the iterators at its bottom, which know how often they waited. */
export interface Scan {
  iterator: KvIterator<string>;
  levels: LevelIterator[];
}

const TOUCHING: Range[] = [{ to: 'f' }, { from: 'f', to: 'm' }, { from: 'm', to: 's' }, { from: 's' }];
/** Most words lie in two of these, as the keys of a log-structured store lie in several of its files. */
const OVERLAPPING: Range[] = [{ to: 'k' }, { from: 'd', to: 'q' }, { from: 'l', to: 't' }, { from: 'r' }];

/** Every row in order, read range by range. `rows` bounds them, a quarter for each range. */
export function scanAll(level: ClassicLevel, rows?: number): Scan {
  const levels = open(level, TOUCHING, rows);
  return { iterator: new ConcatIterator(levels), levels };
}

/** The rows of four overlapping ranges, merged; a word in two ranges comes twice. `rows` as for `scanAll`. */
export function mergeRanges(level: ClassicLevel, rows?: number): Scan {
  const levels = open(level, OVERLAPPING, rows);
  return { iterator: new MergeIterator(levels, compareText), levels };
}

function open(level: ClassicLevel, ranges: Range[], rows: number | undefined): LevelIterator[] {
  const limit = rows === undefined ? {} : { limit: Math.ceil(rows / ranges.length) };
  return ranges.map((range) => new LevelIterator(level, { ...range, ...limit }));
}

/** What `scanAll` costs at the least: the same batches from LevelDB, counted without any iterator of ours. */
export async function scanByHand(level: ClassicLevel): Promise<number> {
  let items = 0;
  for (const range of TOUCHING) {
    const source = openSource(level, range);
    for (let rows = await source.nextv(BATCH_ROWS); rows.length > 0; rows = await source.nextv(BATCH_ROWS)) {
      items += rows.length;
    }
    await source.close();
  }
  return items;
}

export interface ScanReport extends Digested {
  scan: string;
  /** How many `next()` calls of the database iterators really waited. */
  waits: number;
}

/** Runs both scans over the database in `folder` and says what they read. */
export async function runScans(folder: string): Promise<ScanReport[]> {
  const level = new ClassicLevel(folder, { createIfMissing: false });
  try {
    return [
      await report('scan', scanAll(level)),
      await report('merge', mergeRanges(level)),
    ];
  } finally {
    await level.close();
  }
}

async function report(name: string, scan: Scan): Promise<ScanReport> {
  const read = await new Reader(scan.iterator).digest();
  return { scan: name, ...read, waits: scan.levels.reduce((sum, iterator) => sum + iterator.waits, 0) };
}
