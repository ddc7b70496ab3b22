import { asyncTrait } from 'boxless';
import type { KvIterator } from './kv.js';

export interface Digested {
  items: number;
  /** FNV-1a over every key and value, in order: two runs that agree on it read the same rows. */
  digest: string;
}

/**
 * Reads an iterator to its end. The loop that awaits is a trait method too: the gain of a compiled iterator is there
 * for callers that are compiled themselves; to all others `next()` returns a promise.
 */
export class Reader<T extends Uint8Array | string> {
  constructor(private readonly source: KvIterator<T>) {}

  /** Nothing but the steps: what it costs is what the iterators cost. */
  @asyncTrait
  async count(): Promise<number> {
    let items = 0;
    while ((await this.source.next()) !== null) items++;
    return items;
  }

  @asyncTrait
  async digest(): Promise<Digested> {
    let items = 0;
    let hash = FNV_START;
    for (let entry = await this.source.next(); entry !== null; entry = await this.source.next()) {
      items++;
      hash = addToHash(addToHash(hash, entry.key), entry.value);
    }
    return { items, digest: (hash >>> 0).toString(16).padStart(8, '0') };
  }
}

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function addToHash(start: number, text: Uint8Array | string): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) {
    const unit = typeof text === 'string' ? text.charCodeAt(i) : text[i];
    hash = Math.imul(hash ^ unit, FNV_PRIME);
  }
  // The length closes the text, so that "ab","c" and "a","bc" differ.
  return Math.imul(hash ^ text.length, FNV_PRIME);
}
