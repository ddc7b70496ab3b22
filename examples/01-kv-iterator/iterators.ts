/**
 * Five iterators in plain async TypeScript. Compiled with the plugin, a `next()` whose row is there costs as much as
 * the synchronous twin in sync.ts and allocates nothing. Without it the same program runs, one promise per call slower.
 */
import { asyncTrait } from 'boxless';
import { compareBytes, NumberedEntry, type Compare, type Entry, type KvIterator } from './kv.js';
import { Tournament } from './tournament.js';

/**
 * key_00000 -> value_00000, key_00001 -> value_00001, and so on from `start` up to, not including, `end`.
 *
 * Cost per row: two bytes written, nothing allocated: one entry serves for the whole life.
 */
export class TestIterator implements KvIterator {
  private readonly entry: NumberedEntry;
  private row: number;

  constructor(
    start: number,
    private readonly end: number,
    digits = 5,
  ) {
    this.row = start;
    this.entry = new NumberedEntry(start, digits);
  }

  @asyncTrait
  async next(): Promise<Entry | null> {
    if (this.row >= this.end) return null;
    this.row++;
    this.entry.advance();
    return this.entry;
  }
}

/**
 * The rows of its inputs, one input after the other. Sorted if the inputs are ranges in order.
 *
 * Cost per row: one call of the input; at the end of an input one more. Nothing allocated.
 */
export class ConcatIterator<T = Uint8Array> implements KvIterator<T> {
  private current = 0;

  constructor(private readonly inputs: readonly KvIterator<T>[]) {}

  @asyncTrait
  async next(): Promise<Entry<T> | null> {
    while (this.current < this.inputs.length) {
      const entry = await this.inputs[this.current].next();
      if (entry !== null) return entry;
      this.current++;
    }
    return null;
  }
}

/**
 * The rows of its input that `keep` wants.
 *
 * Cost per row: one call of the input and one of `keep` for each row read, kept or not. Nothing allocated.
 */
export class FilterIterator<T = Uint8Array> implements KvIterator<T> {
  constructor(
    private readonly input: KvIterator<T>,
    private readonly keep: (entry: Entry<T>) => boolean,
  ) {}

  @asyncTrait
  async next(): Promise<Entry<T> | null> {
    for (;;) {
      const entry = await this.input.next();
      if (entry === null || this.keep(entry)) return entry;
    }
  }
}

/**
 * The first `limit` rows of its input.
 *
 * Cost per row: one call of the input, nothing allocated.
 */
export class LimitIterator<T = Uint8Array> implements KvIterator<T> {
  constructor(
    private readonly input: KvIterator<T>,
    private left: number,
  ) {}

  @asyncTrait
  async next(): Promise<Entry<T> | null> {
    if (this.left <= 0) return null;
    this.left--;
    return await this.input.next();
  }
}

/**
 * All rows of several sorted inputs in one order. Rows with equal keys come in the order of the inputs, none is dropped.
 *
 * Cost per row: one call of one input and log2(inputs) comparisons; the first row calls every input once. Nothing
 * allocated: it hands on the entry of the input, and moves that input only when it is asked for the next row.
 */
export class MergeIterator<T = Uint8Array> implements KvIterator<T> {
  private readonly heads: (Entry<T> | null)[] = [];
  private readonly tournament: Tournament<T>;
  private started = false;

  constructor(
    private readonly inputs: readonly KvIterator<T>[],
    compare: Compare<T>,
  ) {
    this.tournament = new Tournament(inputs.length, compare);
  }

  /** A merge of byte keys, the usual kind. */
  static ofBytes(inputs: readonly KvIterator[]): MergeIterator {
    return new MergeIterator(inputs, compareBytes);
  }

  @asyncTrait
  async next(): Promise<Entry<T> | null> {
    if (this.started) {
      const input = this.tournament.winner;
      this.enter(input, await this.inputs[input].next());
    } else {
      await this.start();
    }
    return this.heads[this.tournament.winner];
  }

  @asyncTrait
  private async start(): Promise<void> {
    for (let input = 0; input < this.inputs.length; input++) {
      this.enter(input, await this.inputs[input].next());
    }
    this.started = true;
  }

  private enter(input: number, head: Entry<T> | null): void {
    this.heads[input] = head;
    this.tournament.play(input, head === null ? null : head.key);
  }
}
