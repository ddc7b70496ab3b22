import { join } from 'node:path';
import { makeTempFolder } from '../02-level-scan/temp-folder.js';
import { CachedDatabase } from './cached.js';
import { DynDatabase, type AnyDatabase } from './database.js';
import { LevelDatabase } from './level.js';
import { MemoryDatabase } from './memory.js';
import { Visitors } from './visitors.js';

const USERS = 500;
const VISITS = 3000;

/** The same for all of them: from here on nobody knows what a database is made of. */
async function report(database: AnyDatabase): Promise<void> {
  const visitors = new Visitors(database, USERS);
  await visitors.register();
  const { items, digest } = await visitors.visit(VISITS);
  console.log(`${database.name}: ${items} visits, digest ${digest}`);
  const first = await database.query('user-0000', ({ name, visits }) => `${name} ${visits}`, 3);
  console.log(`  ${first.join(', ')}`);
  const cached = database.downcast(CachedDatabase);
  if (cached !== undefined) console.log(`  ${cached.hits} visits found in the cache, ${cached.misses} not`);
}

async function main(): Promise<void> {
  const folder = makeTempFolder();
  // Disposing a wrapper disposes what it holds: here the LevelDB databases are closed.
  await using memory = DynDatabase.from(new MemoryDatabase());
  await using level = DynDatabase.from(new LevelDatabase(join(folder, 'plain')));
  await using cached = DynDatabase.from(new CachedDatabase(
    DynDatabase.from(new MemoryDatabase(100)),
    DynDatabase.from(new LevelDatabase(join(folder, 'cached'))),
  ));
  for (const database of [memory, level, cached]) await report(database);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
