/**
 * The cursor style: `next()` moves and says whether there is a row, `key()` and `value()` read it where it lies.
 * Only the moving may wait, so only the moving is async.
 */
import { asyncTrait } from 'boxless';
import { compareBytes, NumberedEntry, type Compare, type KvCursor } from './kv.js';
import { Tournament } from './tournament.js';

/** key_00000 -> value_00000 and so on. Cost per row: two bytes written, nothing allocated. */
export class TestCursor implements KvCursor {
  private readonly entry: NumberedEntry;
  /** The row the cursor stands on; `start - 1` before the first, `end` after the last. */
  private row: number;

  constructor(
    private readonly start: number,
    private readonly end: number,
    digits = 5,
  ) {
    this.row = start - 1;
    this.entry = new NumberedEntry(start, digits);
  }

  @asyncTrait
  async next(): Promise<boolean> {
    if (this.row < this.end) this.row++;
    if (this.row >= this.end) return false;
    this.entry.advance();
    return true;
  }

  key(): Uint8Array {
    return this.entry.key;
  }

  value(): Uint8Array {
    return this.entry.value;
  }

  isValid(): boolean {
    return this.row >= this.start && this.row < this.end;
  }
}

/** One input after the other. Cost per row: one move of the input, nothing allocated. */
export class ConcatCursor<T = Uint8Array> implements KvCursor<T> {
  private current = 0;

  constructor(private readonly inputs: readonly KvCursor<T>[]) {}

  @asyncTrait
  async next(): Promise<boolean> {
    while (this.current < this.inputs.length) {
      if (await this.inputs[this.current].next()) return true;
      this.current++;
    }
    return false;
  }

  key(): T {
    return this.inputs[this.current].key();
  }

  value(): T {
    return this.inputs[this.current].value();
  }

  isValid(): boolean {
    return this.current < this.inputs.length && this.inputs[this.current].isValid();
  }
}

/** All rows in one order. Cost per row: one move of one input, log2(inputs) comparisons, nothing allocated. */
export class MergeCursor<T = Uint8Array> implements KvCursor<T> {
  private readonly tournament: Tournament<T>;
  private started = false;

  constructor(
    private readonly inputs: readonly KvCursor<T>[],
    compare: Compare<T>,
  ) {
    this.tournament = new Tournament(inputs.length, compare);
  }

  /** A merge of byte keys, the usual kind. */
  static ofBytes(inputs: readonly KvCursor[]): MergeCursor {
    return new MergeCursor(inputs, compareBytes);
  }

  @asyncTrait
  async next(): Promise<boolean> {
    if (this.started) {
      const input = this.tournament.winner;
      this.enter(input, await this.inputs[input].next());
    } else {
      await this.start();
    }
    return this.isValid();
  }

  @asyncTrait
  private async start(): Promise<void> {
    for (let input = 0; input < this.inputs.length; input++) {
      this.enter(input, await this.inputs[input].next());
    }
    this.started = true;
  }

  private enter(input: number, hasRow: boolean): void {
    this.tournament.play(input, hasRow ? this.inputs[input].key() : null);
  }

  key(): T {
    return this.inputs[this.tournament.winner].key();
  }

  value(): T {
    return this.inputs[this.tournament.winner].value();
  }

  isValid(): boolean {
    return this.started && this.inputs[this.tournament.winner].isValid();
  }
}
