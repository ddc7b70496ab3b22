// Deals runs out to worker threads; survives hangs and crashes of single tests.
import { Worker } from 'node:worker_threads';

const BATCH = 40;           // runs per message
const BATCHES_A_LIFE = 12;  // then a fresh worker: contexts pile up
const GRACE = 3000;         // past a run's own timeout, the worker counts as hung

/** Runs everything; gives results in order of arrival: { id, status: pass|fail|timeout|skip, message, awaits, ran, tally }. */
export async function runAll(runs, { options, root, mode, onProgress }) {
  const queue = [...runs];
  const results = [];
  const done = (result) => { results.push(result); onProgress?.(results.length, runs.length); };
  const lanes = Math.max(1, Math.min(options.workers, Math.ceil(runs.length / BATCH)));
  await Promise.all(Array.from({ length: lanes }, () => lane(queue, { options, root, mode }, done)));
  return results;
}

function lane(queue, workerData, done) {
  return new Promise((resolve, reject) => {
    let worker, timer, batches = 0, pending = [], isReady = false;

    const spawn = () => {
      isReady = false;
      worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData, execArgv: ['--experimental-vm-modules', '--no-warnings'] });
      worker.on('message', receive);
      worker.on('error', (error) => lost(`worker: ${error?.message}`, error));
      worker.on('exit', (code) => lost(`worker exit ${code}`));
    };
    const drop = () => { clearTimeout(timer); worker.removeAllListeners(); worker.on('error', () => { }); worker.terminate(); };
    const watch = () => { clearTimeout(timer); if (pending.length) timer = setTimeout(lost, workerData.options.timeout + GRACE, 'hang'); };
    const feed = () => {
      if (!pending.length) pending = queue.splice(0, BATCH);
      if (!pending.length) { drop(); resolve(); return; }
      worker.postMessage(pending);
      watch();
    };
    const receive = (message) => {
      if (message.ready) { isReady = true; feed(); return; }
      if (message.batchDone) {
        if (++batches % BATCHES_A_LIFE === 0) { drop(); spawn(); } else feed();
        return;
      }
      const index = pending.findIndex((run) => run.id === message.id);
      if (index < 0) return;
      pending.splice(index, 1);
      done(message);
      watch();
    };
    const lost = (why, error) => {
      drop();
      if (!isReady) { reject(error ?? new Error(why)); return; } // it never came up: the transform cannot be loaded
      const victim = pending.shift();
      if (victim) done({ id: victim.id, status: 'timeout', message: why });
      spawn();
    };
    spawn();
  });
}
