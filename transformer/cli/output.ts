/** Files that a command changes: all of them, or none. */
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { refusal } from './input';

const draftOf = (fileName: string): string => `${fileName}.boxless-draft`;

/** Everything is written beside its file first and renamed at the end, so that no file is ever half written. */
export function writeAll(files: readonly { readonly fileName: string; readonly text: string }[]): void {
  const drafts: string[] = [];
  for (const { fileName, text } of files) {
    const draft = draftOf(fileName);
    try {
      writeFileSync(draft, text, { flag: 'wx', mode: statSync(fileName).mode });
      drafts.push(draft);
    } catch (error) {
      for (const made of drafts) rmSync(made);
      const { code, message } = error as NodeJS.ErrnoException;
      throw refusal(fileName, 'cannotWrite', code === 'EEXIST' ? `${draft} is there, so another annotate is writing it or was stopped` : message);
    }
  }
  for (const { fileName } of files) renameSync(draftOf(fileName), realpathSync(fileName));
}
