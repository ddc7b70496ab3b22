/** Expected text in a file. `BLESS=1 npx jest` writes what came out in place of comparing; then read the diff. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export function expectText(file: string, actual: string): void {
  if (process.env['BLESS']) return writeFileSync(file, actual);
  if (!existsSync(file)) throw new Error(`${file} does not exist yet. Run BLESS=1 npx jest, and read what it wrote.`);
  expect(actual).toBe(readFileSync(file, 'utf8'));
}
