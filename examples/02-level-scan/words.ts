import { ClassicLevel } from 'classic-level';

const ROWS_PER_WRITE = 10_000;

/** Writes every English word under itself as the key, its place in the list as the value. Returns the number of rows. */
export async function fillWithWords(folder: string): Promise<number> {
  // Not an import: the type checker would read 275,000 literals.
  const words: string[] = require('an-array-of-english-words');
  const level = new ClassicLevel(folder);
  try {
    for (let row = 0; row < words.length; row += ROWS_PER_WRITE) {
      await level.batch(words.slice(row, row + ROWS_PER_WRITE).map((word, i) => (
        { type: 'put' as const, key: word, value: String(row + i) })));
    }
  } finally {
    await level.close();
  }
  return words.length;
}
