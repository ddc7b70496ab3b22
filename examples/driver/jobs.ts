/** The jobs of the table. The order counts: see `allJobs`. */
import { join } from 'node:path';
import type { ClassicLevel } from 'classic-level';
import { ConcatIterator, FilterIterator, LimitIterator, MergeIterator, TestIterator } from '../01-kv-iterator/iterators.js';
import type { Entry, KvIterator } from '../01-kv-iterator/kv.js';
import type { Digested } from '../01-kv-iterator/digest.js';
import { Reader } from '../01-kv-iterator/reader.js';
import {
  SyncConcatIterator, SyncFilterIterator, SyncLimitIterator, SyncMergeIterator, SyncReader, SyncTestIterator,
  type SyncKvIterator,
} from '../01-kv-iterator/sync.js';
import { mergeRanges, scanAll, scanByHand } from '../02-level-scan/scan.js';
import { CachedDatabase } from '../03-dyn-database/cached.js';
import { DynDatabase } from '../03-dyn-database/database.js';
import { LevelDatabase } from '../03-dyn-database/level.js';
import { MemoryDatabase } from '../03-dyn-database/memory.js';
import { Visitors } from '../03-dyn-database/visitors.js';
import { Client, WebClient } from '../04-service/clients.js';
import type { WebService } from '../04-service/service.js';
import { ALL, composeFrom, composeStatically } from '../04-service/compose.js';

export interface Job {
  name: string;
  /** How many items a whole run yields, about. */
  size: number;
  /** Makes the iterators for about `size` items. */
  open(size: number): Run;
  byHand?(): Promise<number>;
}

/** Iterators ready to be read once. */
export interface Run {
  count(): Promise<number>;
  digest(): Promise<Digested>;
}

const ITEMS = 1_000_000;
const DIGITS = 7;

const USERS = 2_000;
/** Over HTTP each takes some 100 microseconds. */
const REQUESTS = 2_000;

const isEven = (entry: Entry): boolean => (entry.key[entry.key.length - 1] & 1) === 0;

const quarters = (size: number): [number, number][] =>
  [0, 1, 2, 3].map((i) => [Math.floor((size * i) / 4), Math.floor((size * (i + 1)) / 4)]);

function oneClass(size: number): KvIterator[] {
  return quarters(size).map(([start, end]) => new TestIterator(start, end, DIGITS));
}

function oneClassByHand(size: number): SyncKvIterator[] {
  return quarters(size).map(([start, end]) => new SyncTestIterator(start, end, DIGITS));
}

/** A quarter of the items from each class, so that whoever calls their `next()` meets all four. */
function fourClasses(size: number): KvIterator[] {
  const test = (start: number, end: number) => new TestIterator(Math.floor(start), Math.floor(end), DIGITS);
  return [
    test(0, size / 4),
    new FilterIterator(test(0, size / 2), isEven),
    new ConcatIterator([test(0, size / 8), test(size / 8, size / 4)]),
    new LimitIterator(test(0, size), Math.floor(size / 4)),
  ];
}

function fourClassesByHand(size: number): SyncKvIterator[] {
  const test = (start: number, end: number) => new SyncTestIterator(Math.floor(start), Math.floor(end), DIGITS);
  return [
    test(0, size / 4),
    new SyncFilterIterator(test(0, size / 2), isEven),
    new SyncConcatIterator([test(0, size / 8), test(size / 8, size / 4)]),
    new SyncLimitIterator(test(0, size), Math.floor(size / 4)),
  ];
}

/** Users in a LevelDB database with a cache in front of it, each behind a dyn wrapper: nearly all of them are in the cache. */
export async function openUsers(folder: string): Promise<Visitors> {
  const level = DynDatabase.from(new LevelDatabase(join(folder, 'users')));
  const cache = DynDatabase.from(new MemoryDatabase(USERS - 10));
  const users = new Visitors(DynDatabase.from(new CachedDatabase(cache, level)), USERS);
  await users.register();
  return users;
}

/** Requests whose answers are in the service's cache, all but the first few. */
function serviceJob(name: string, service: WebService): Job {
  const client = new Client(service);
  return { name, size: ITEMS / 4, open: (size) => ({ count: () => client.count(size), digest: () => client.digest(size) }) };
}

/**
 * From few classes to many: a call site that has met a class remembers it, so a job with one class has to be measured
 * before any other class comes along.
 */
export function allJobs(level: ClassicLevel, rows: number, users: Visitors): Job[] {
  return [
    {
      name: 'concat, one class',
      size: ITEMS,
      open: (size) => new Reader(new ConcatIterator(oneClass(size))),
      byHand: async () => new SyncReader(new SyncConcatIterator(oneClassByHand(ITEMS))).count(),
    },
    {
      name: 'concat, four classes',
      size: ITEMS,
      open: (size) => new Reader(new ConcatIterator(fourClasses(size))),
      byHand: async () => new SyncReader(new SyncConcatIterator(fourClassesByHand(ITEMS))).count(),
    },
    {
      name: 'merge, four classes',
      size: ITEMS,
      open: (size) => new Reader(MergeIterator.ofBytes(fourClasses(size))),
      byHand: async () => new SyncReader(SyncMergeIterator.ofBytes(fourClassesByHand(ITEMS))).count(),
    },
    {
      name: 'users, dyn databases',
      size: ITEMS / 4,
      open: (size) => ({ count: () => users.lookUp(size), digest: () => users.digest(size) }),
    },
    serviceJob('service, its layers', composeStatically().service),
    serviceJob('service, dyn layers', composeFrom(ALL).service),
    {
      name: 'service, over HTTP',
      size: REQUESTS,
      open: (size) => {
        const client = new WebClient(composeStatically().service);
        return { count: () => client.count(size), digest: () => client.digest(size) };
      },
    },
    {
      name: 'LevelDB, scan',
      size: rows,
      open: (size) => new Reader(scanAll(level, size < rows ? size : undefined).iterator),
      byHand: () => scanByHand(level),
    },
    {
      name: 'LevelDB, merge of ranges',
      size: rows,
      open: (size) => new Reader(mergeRanges(level, size < rows ? size : undefined).iterator),
    },
  ];
}
