import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** By convention a program ended by signal n leaves with 128 + n. */
const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** A folder that is gone when this process is: at its end, after an error, on Ctrl-C and when it is told to stop. */
export function makeTempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'boxless-words-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.once(signal, () => process.exit(code));
  }
  return folder;
}
