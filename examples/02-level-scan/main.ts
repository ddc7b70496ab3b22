import { runScans } from './scan.js';
import { makeTempFolder } from './temp-folder.js';
import { fillWithWords } from './words.js';

async function main(): Promise<void> {
  const folder = makeTempFolder();
  console.log(`words written: ${await fillWithWords(folder)}`);
  for (const { scan, items, waits, digest } of await runScans(folder)) {
    console.log(`${scan}: ${items} rows, ${waits} waits, digest ${digest}`);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
