export interface Digested {
  items: number;
  /** FNV-1a over every key and value, in order: two runs that agree on it read the same rows. */
  digest: string;
}

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Adds up what is read. */
export class Digest {
  private items = 0;
  private hash = FNV_START;

  add(key: Uint8Array | string, value: Uint8Array | string): void {
    this.items++;
    this.hash = addToHash(addToHash(this.hash, key), value);
  }

  result(): Digested {
    return { items: this.items, digest: (this.hash >>> 0).toString(16).padStart(8, '0') };
  }
}

function addToHash(start: number, text: Uint8Array | string): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) {
    const unit = typeof text === 'string' ? text.charCodeAt(i) : text[i];
    hash = Math.imul(hash ^ unit, FNV_PRIME);
  }
  // The length closes the text, so that "ab","c" and "a","bc" differ.
  return Math.imul(hash ^ text.length, FNV_PRIME);
}
