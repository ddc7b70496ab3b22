import { asyncTrait } from 'boxless';
import { ConcatCursor, MergeCursor, TestCursor } from './cursors.js';
import { ConcatIterator, FilterIterator, MergeIterator, TestIterator } from './iterators.js';
import type { Entry, KvCursor, KvIterator } from './kv.js';
import { Reader } from './reader.js';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const isEven = (entry: Entry): boolean => (entry.key[entry.key.length - 1] & 1) === 0;

class Printer {
  @asyncTrait
  async iterator(title: string, source: KvIterator): Promise<void> {
    console.log(title);
    for (let entry = await source.next(); entry !== null; entry = await source.next()) {
      console.log(`  ${text(entry.key)} -> ${text(entry.value)}`);
    }
  }

  @asyncTrait
  async cursor(title: string, source: KvCursor): Promise<void> {
    console.log(title);
    while (await source.next()) {
      console.log(`  ${text(source.key())} -> ${text(source.value())}`);
    }
    console.log(`  valid after the end: ${source.isValid()}`);
  }
}

async function main(): Promise<void> {
  const printer = new Printer();
  await printer.iterator('concat: two ranges and an empty one',
    new ConcatIterator([new TestIterator(0, 2), new TestIterator(5, 5), new TestIterator(98, 101)]));
  await printer.iterator('merge: overlapping ranges, the even rows of one of them',
    MergeIterator.ofBytes([
      new FilterIterator(new TestIterator(0, 6), isEven),
      new TestIterator(3, 5),
      new ConcatIterator([new TestIterator(1, 2), new TestIterator(9, 10)]),
    ]));
  await printer.cursor('cursor: a concat merged with a range',
    MergeCursor.ofBytes([
      new ConcatCursor([new TestCursor(0, 2), new TestCursor(4, 5)]),
      new TestCursor(1, 4),
    ]));

  const everything = new ConcatIterator([new TestIterator(0, 50_000), new TestIterator(50_000, 100_000)]);
  const { items, digest } = await new Reader(everything).digest();
  console.log(`all rows: ${items}, digest ${digest}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
