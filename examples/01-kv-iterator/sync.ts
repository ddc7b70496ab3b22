/**
 * The iterators and cursors again, written by hand without async: same fields, same loops, same calls. What they cost
 * is what the compiled ones have to match. They cannot wait, so nothing but the measurements uses them.
 */
import { compareBytes, NumberedEntry, type Compare, type Entry } from './kv.js';
import { Tournament } from './tournament.js';

export interface SyncKvIterator<T = Uint8Array> {
  next(): Entry<T> | null;
}

export interface SyncKvCursor<T = Uint8Array> {
  next(): boolean;
  key(): T;
  value(): T;
  isValid(): boolean;
}

export class SyncTestIterator implements SyncKvIterator {
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

  next(): Entry | null {
    if (this.row >= this.end) return null;
    this.row++;
    this.entry.advance();
    return this.entry;
  }
}

export class SyncConcatIterator<T = Uint8Array> implements SyncKvIterator<T> {
  private current = 0;

  constructor(private readonly inputs: readonly SyncKvIterator<T>[]) {}

  next(): Entry<T> | null {
    while (this.current < this.inputs.length) {
      const entry = this.inputs[this.current].next();
      if (entry !== null) return entry;
      this.current++;
    }
    return null;
  }
}

export class SyncFilterIterator<T = Uint8Array> implements SyncKvIterator<T> {
  constructor(
    private readonly input: SyncKvIterator<T>,
    private readonly keep: (entry: Entry<T>) => boolean,
  ) {}

  next(): Entry<T> | null {
    for (;;) {
      const entry = this.input.next();
      if (entry === null || this.keep(entry)) return entry;
    }
  }
}

export class SyncLimitIterator<T = Uint8Array> implements SyncKvIterator<T> {
  constructor(
    private readonly input: SyncKvIterator<T>,
    private left: number,
  ) {}

  next(): Entry<T> | null {
    if (this.left <= 0) return null;
    this.left--;
    return this.input.next();
  }
}

export class SyncMergeIterator<T = Uint8Array> implements SyncKvIterator<T> {
  private readonly heads: (Entry<T> | null)[] = [];
  private readonly tournament: Tournament<T>;
  private started = false;

  constructor(
    private readonly inputs: readonly SyncKvIterator<T>[],
    compare: Compare<T>,
  ) {
    this.tournament = new Tournament(inputs.length, compare);
  }

  static ofBytes(inputs: readonly SyncKvIterator[]): SyncMergeIterator {
    return new SyncMergeIterator(inputs, compareBytes);
  }

  next(): Entry<T> | null {
    if (this.started) {
      const input = this.tournament.winner;
      this.enter(input, this.inputs[input].next());
    } else {
      this.start();
    }
    return this.heads[this.tournament.winner];
  }

  private start(): void {
    for (let input = 0; input < this.inputs.length; input++) {
      this.enter(input, this.inputs[input].next());
    }
    this.started = true;
  }

  private enter(input: number, head: Entry<T> | null): void {
    this.heads[input] = head;
    this.tournament.play(input, head === null ? null : head.key);
  }
}

export class SyncTestCursor implements SyncKvCursor {
  private readonly entry: NumberedEntry;
  private row: number;

  constructor(
    private readonly start: number,
    private readonly end: number,
    digits = 5,
  ) {
    this.row = start - 1;
    this.entry = new NumberedEntry(start, digits);
  }

  next(): boolean {
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

export class SyncConcatCursor<T = Uint8Array> implements SyncKvCursor<T> {
  private current = 0;

  constructor(private readonly inputs: readonly SyncKvCursor<T>[]) {}

  next(): boolean {
    while (this.current < this.inputs.length) {
      if (this.inputs[this.current].next()) return true;
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

export class SyncMergeCursor<T = Uint8Array> implements SyncKvCursor<T> {
  private readonly tournament: Tournament<T>;
  private started = false;

  constructor(
    private readonly inputs: readonly SyncKvCursor<T>[],
    compare: Compare<T>,
  ) {
    this.tournament = new Tournament(inputs.length, compare);
  }

  static ofBytes(inputs: readonly SyncKvCursor[]): SyncMergeCursor {
    return new SyncMergeCursor(inputs, compareBytes);
  }

  next(): boolean {
    if (this.started) {
      const input = this.tournament.winner;
      this.enter(input, this.inputs[input].next());
    } else {
      this.start();
    }
    return this.isValid();
  }

  private start(): void {
    for (let input = 0; input < this.inputs.length; input++) {
      this.enter(input, this.inputs[input].next());
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

/** The twin of Reader. */
export class SyncReader {
  constructor(private readonly source: SyncKvIterator) {}

  count(): number {
    let items = 0;
    while (this.source.next() !== null) items++;
    return items;
  }
}
