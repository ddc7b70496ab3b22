/** A process that compares the batches it is given. It may hang or die of what it runs; its parent sees to that. */
import { runBatch, type Job } from './batch';

// Programs leave rejected promises behind on purpose.
process.on('unhandledRejection', () => {});

process.on('message', (job: Job) => {
  runBatch(job, (at) => process.send!({ at })).then(
    (done) => process.send!({ done }),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
