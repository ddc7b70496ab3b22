/** The two traits of this example and the few functions their implementations share. */

/**
 * One row. The iterator that returns it owns it: object and bytes are reused, so they are good until its next
 * `next()`. Copy what has to live longer.
 */
export interface Entry<T = Uint8Array> {
  key: T;
  value: T;
}

/**
 * Rows in the order of their keys. Every `next()` *may* wait, few of them do.
 *
 * After the end `next()` goes on returning null. One call at a time: await a `next()` before you make another.
 *
 * @asyncTrait
 */
export interface KvIterator<T = Uint8Array> {
  next(): Promise<Entry<T> | null>;
}

/**
 * The same rows as a cursor: `next()` only moves, the row is read in place. It starts before the first row.
 * `key()` and `value()` may be called while `isValid()`, and what they return is good until the next `next()`.
 *
 * @asyncTrait
 */
export interface KvCursor<T = Uint8Array> {
  next(): Promise<boolean>;
  key(): T;
  value(): T;
  isValid(): boolean;
}

const ZERO = 0x30;
const NINE = 0x39;

export type Compare<T> = (a: T, b: T) => number;

/** Byte by byte, a prefix before what it begins. Cost: one step per equal byte. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = a[i] - b[i];
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** The order of code units. For ASCII keys that is the order of their bytes, so it agrees with LevelDB's. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * key_00007 -> value_00007 and on, counting up in place. Both texts lie in one buffer that is made once.
 *
 * Cost per step: two bytes written, in one step of ten a carry; nothing allocated.
 */
export class NumberedEntry implements Entry {
  readonly key: Uint8Array;
  readonly value: Uint8Array;
  private readonly bytes: Uint8Array;
  private readonly endOfKey: number;
  private readonly endOfValue: number;

  /** Stands before `row`: the first `advance()` makes it `row`. */
  constructor(row: number, digits: number) {
    const number = String(row).padStart(digits, '0');
    this.bytes = new TextEncoder().encode(`key_${number}value_${number}`);
    this.endOfKey = `key_${number}`.length - 1;
    this.endOfValue = this.bytes.length - 1;
    this.key = this.bytes.subarray(0, this.endOfKey + 1);
    this.value = this.bytes.subarray(this.endOfKey + 1);
    this.bytes[this.endOfKey]--;
    this.bytes[this.endOfValue]--;
  }

  advance(): void {
    const digit = this.bytes[this.endOfKey];
    if (digit < NINE) {
      this.bytes[this.endOfKey] = digit + 1;
      this.bytes[this.endOfValue] = digit + 1;
    } else {
      this.carry();
    }
  }

  private carry(): void {
    let inKey = this.endOfKey;
    let inValue = this.endOfValue;
    while (this.bytes[inKey] === NINE) {
      this.bytes[inKey--] = ZERO;
      this.bytes[inValue--] = ZERO;
    }
    this.bytes[inKey]++;
    this.bytes[inValue]++;
  }
}
