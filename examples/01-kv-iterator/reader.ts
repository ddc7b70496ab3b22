import { asyncTrait } from 'boxless';
import { Digest, type Digested } from './digest.js';
import type { KvIterator } from './kv.js';

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
    const digest = new Digest();
    for (let entry = await this.source.next(); entry !== null; entry = await this.source.next()) {
      digest.add(entry.key, entry.value);
    }
    return digest.result();
  }
}
