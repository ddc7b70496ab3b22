/** Which cases does a folder hold? A case is a file or a folder; adding one needs no list to be changed. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const TEST = join(__dirname, '..');
export const ROOT = join(TEST, '..');

/** Names of `test/<folder>/*.ts`, without the ending. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(TEST, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => entry.name.slice(0, -'.ts'.length))
    .sort();
}

/** Names of the folders in `test/<folder>`. */
export function foldersIn(folder: string): string[] {
  return readdirSync(join(TEST, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Every TypeScript file below `folder` of the repository, by its path there. */
export function sourcesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.m?ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}
