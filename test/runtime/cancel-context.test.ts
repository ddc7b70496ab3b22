/** Cancelling a call that is about to be resumed in an async context of its own: its callee has ended, it has not gone on. */
import { outcomeOf } from '../harness/process';

/** Cancels some ticks after the promise is there for which the innermost call waits: at each place on the way up. */
const TEXT = `
  import { AsyncLocalStorage } from 'node:async_hooks';
  const storage = new AsyncLocalStorage<string>();
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  class Service {
    constructor(readonly opened: Promise<number>, readonly log: string[]) {}
    @asyncTrait async leaf() { return await this.opened; }
    @asyncTrait async inner() { await undefined; const value = await this.leaf(); this.log.push('inner has ' + value); return value; }
    @asyncTrait async outer() { await undefined; try { return await this.inner(); } finally { this.log.push('outer leaves'); } }
    @asyncTrait async uses() { await undefined; }
  }
  async function cancelledAfter(ticks: number) {
    const log: string[] = [];
    let open: (value: number) => void;
    const opened = new Promise<number>((resolve) => (open = resolve));
    const service = new Service(opened, log);
    const start = () => service.outer() as any;
    const call = INSIDE ? storage.run('store', start) : start();
    await turn();
    await storage.run('store', () => service.uses());
    const cancel = (left: number) => { if (left > 0) queueMicrotask(() => cancel(left - 1)); else { log.push('cancelled'); call.cancel('enough'); } };
    opened.then(() => cancel(ticks));
    open!(1);
    log.push(await call.then(() => 'value', (error: any) => error.name + ': ' + error.cause));
    await turn();
    log.push(poolOf(service).live + ' live');
    return log.join(', ');
  }
  async function main() {
    for (const ticks of TICKS) console.log(await cancelledAfter(ticks));
  }
  void main();`;

const withoutResources = ['--import', 'data:text/javascript,delete process.getBuiltinModule'];
const RIGHT = /^((inner has 1, )?cancelled, outer leaves, AbortError: enough|inner has 1, outer leaves, (cancelled, value|value, cancelled)), 0 live$/;

async function lines(inside: boolean, ticks: number[], options: string[] = []): Promise<string[]> {
  const { code, out, err } = await outcomeOf(TEXT.replaceAll('INSIDE', String(inside)).replace('TICKS', JSON.stringify(ticks)), undefined, options);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.split('\n');
}

test('a call that begins to wait before there is any store', async () => {
  const all = (await Promise.all([0, 1, 2, 3].map((ticks) => lines(false, [ticks])))).flat();
  expect(all.filter((line) => !RIGHT.test(line))).toEqual([]);
  // `leaf` has ended, and its callers go on in the next microtask, all in that one.
  expect(all.join()).toContain('cancelled, outer leaves, AbortError: enough');
  expect(all.join()).toContain('inner has 1');
});

test.each([['', []], [', where a promise keeps the context', withoutResources]])('a call with a store%s', async (where, options) => {
  const all = await lines(true, [0, 1, 2, 3, 4, 5], options);
  expect(all).toHaveLength(6);
  expect(all.filter((line) => !RIGHT.test(line))).toEqual([]);
  expect(all.join()).toContain('value');
  // Elsewhere the callers go on at once, and there is no such time.
  if (where !== '') expect(all.join()).toContain('inner has 1, cancelled');
});
