/** One half of the comparison, in a process of its own: node child.js FOLDER ROWS. Reports to whoever forked it. */
import { ClassicLevel } from 'classic-level';
import type { Figures, Message } from './figures.js';
import { allJobs, openUsers } from './jobs.js';
import { Meter } from './measure.js';

async function main(folder: string, rows: number): Promise<void> {
  const level = new ClassicLevel(folder, { createIfMissing: false });
  const users = await openUsers(folder);
  const meter = new Meter();
  const figures: Figures[] = [];
  for (const job of allJobs(level, rows, users)) {
    send({ kind: 'working', job: job.name });
    figures.push(await meter.measure(job));
  }
  await level.close();
  send({ kind: 'done', figures });
  process.disconnect();
}

function send(message: Message): void {
  process.send?.(message);
}

main(process.argv[2], Number(process.argv[3])).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
