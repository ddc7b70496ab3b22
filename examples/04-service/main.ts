import { ALL, composeFrom, composeStatically, LIMIT, QUEUE, type Stack } from './compose.js';
import { WebServer } from './server.js';

async function show(title: string, { service, backend, journal, limit }: Stack): Promise<void> {
  console.log(title);
  const server = new WebServer(service);
  await server.listen();
  try {
    for (const path of ['/letters/zebra', '/letters/zebra', '/flaky/2', '/flaky/9', '/never', '/elsewhere']) {
      const { status, body } = await server.get(path);
      console.log(`  ${path} -> ${status} ${body}`);
    }
    console.log(`  calls of the backend: ${backend.calls}`);

    // More at once than may run and wait: the rest is refused at once, the others are answered as places become free.
    const many = LIMIT + QUEUE + 3;
    const asked = Array.from({ length: many }, (_, index) => server.get(`/held/${index}`));
    const refused = (): number => journal.answers.get(503) ?? 0;
    while (refused() < 3) await turn();
    let answered = 0;
    while (answered < LIMIT + QUEUE) {
      answered += backend.release();
      await turn();
    }
    const statuses = (await Promise.all(asked)).map(({ status }) => status).toSorted();
    console.log(`  ${many} at once -> ${statuses.join(' ')}`);
    console.log(`  most at once: ${limit.most}; logged: ${[...journal.answers].map(([status, times]) => `${times} x ${status}`).toSorted().join(', ')}`);
  } finally {
    await server.close();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function main(): Promise<void> {
  await show('layers put together by the compiler', composeStatically());
  await show('layers put together from their names', composeFrom(ALL));
  await show('the same in another order: each try has its own time', composeFrom(['log', 'limit', 'retry', 'timeout', 'cache']));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
