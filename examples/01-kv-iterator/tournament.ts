import type { Compare } from './kv.js';

/** No input has reached this match yet. */
const NOBODY = -1;

/**
 * A loser tree: finds the input with the smallest key among `inputs` heads. A binary heap would do as well; here a
 * moved input is compared once per level on its way up, in a heap twice on its way down.
 *
 * Cost: `play` takes log2(inputs) comparisons and allocates nothing. Equal keys: the input with the lower number wins.
 */
export class Tournament<T> {
  /** An input without a key has ended and loses against everybody. */
  private readonly keys: (T | null)[];
  /** `matches[1..]` hold the loser of each match, `matches[0]` who won the last one. */
  private readonly matches: Int32Array;

  constructor(
    private readonly inputs: number,
    private readonly compare: Compare<T>,
  ) {
    if (inputs === 0) throw new RangeError('a merge needs at least one input');
    this.keys = new Array<T | null>(inputs).fill(null);
    this.matches = new Int32Array(inputs).fill(NOBODY);
  }

  /** The input with the smallest key. Known once every input has played. */
  get winner(): number {
    return this.matches[0];
  }

  /** `input` has a new key, or none any more. The first time every input has to play once. */
  play(input: number, key: T | null): void {
    this.keys[input] = key;
    let best = input;
    for (let match = (input + this.inputs) >> 1; match > 0; match >>= 1) {
      const rival = this.matches[match];
      if (rival === NOBODY) {
        this.matches[match] = best;
        return;
      }
      if (this.beats(rival, best)) {
        this.matches[match] = best;
        best = rival;
      }
    }
    this.matches[0] = best;
  }

  private beats(a: number, b: number): boolean {
    const keyOfA = this.keys[a];
    const keyOfB = this.keys[b];
    if (keyOfA === null) return false;
    if (keyOfB === null) return true;
    const order = this.compare(keyOfA, keyOfB);
    return order < 0 || (order === 0 && a < b);
  }
}
