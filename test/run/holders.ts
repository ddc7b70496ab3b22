// frame: 8
/** What people do with futures and instances while calls are in flight. */
import { deepStrictEqual } from 'node:assert';
import { asyncTrait, Completer } from 'boxless';
import { turn, type Log } from './support/leaf';

class Producer {
  readonly name = 'producer';
  produced = 0;
  kept: Promise<unknown> | undefined = undefined;
  private waiting: ((value: unknown) => void)[] = [];

  constructor(readonly log: Log) {}

  @asyncTrait
  async next(value: unknown): Promise<unknown> {
    this.produced++;
    await turn();
    return value;
  }

  @asyncTrait
  async wait(name: string): Promise<string> {
    const value = await new Promise((resolve) => this.waiting.push(resolve));
    return `${name} ${String(value)}`;
  }

  open(which: number, value: unknown): void {
    this.waiting[which]!(value);
  }

  @asyncTrait
  async fails(name: string): Promise<never> {
    await turn();
    throw new Error(name);
  }

  /** Calls back while it is in the middle of its own work. */
  @asyncTrait
  async each(count: number, callback: (n: number) => Promise<unknown> | void): Promise<number> {
    let done = 0;
    for (let n = 0; n < count; n++) {
      await this.next(n);
      await callback(n);
      done++;
    }
    return done;
  }

  @asyncTrait
  async twice(): Promise<unknown[]> {
    this.kept = this.next('kept');
    const first = await this.kept;
    for (let n = 0; n < 1000; n++) await this.next(n);
    return [first, await this.kept, await this.kept];
  }

  @asyncTrait
  async fibonacci(n: number): Promise<number> {
    if (n < 2) {
      if (n === 0) await turn();
      return n;
    }
    return (await this.fibonacci(n - 1)) + (await this.fibonacci(n - 2));
  }
}

/** Two promises of one object that both await the same future. */
class Reader {
  constructor(readonly shared: Promise<unknown>) {}
  @asyncTrait
  async read(): Promise<unknown> {
    return [await this.shared, await this.shared];
  }
}

export async function main(log: Log): Promise<void> {
  const producer = new Producer(log);

  log('-- overlapping calls on one instance, ended in another order');
  const overlapping = [producer.wait('a'), producer.wait('b'), producer.wait('c')];
  for (const which of [1, 2, 0]) producer.open(which, which);
  log(await Promise.all(overlapping));

  log('-- Promise.all rejects early, the others go on; race has late losers, one of which rejects');
  const events: unknown[] = [];
  const note = (name: string, call: Promise<unknown>): Promise<unknown> => call.then((value) => (events.push([name, value]), value), (error: unknown) => (events.push([name, error]), Promise.reject(error)));
  try {
    await Promise.all([note('late', producer.next('late')), note('early', Promise.reject(new Error('early'))), note('fails late', producer.fails('too'))]);
  } catch (error) {
    log('all', error);
  }
  log('race', await Promise.race([note('winner', Promise.resolve('winner')), note('loser', producer.next('loser')), note('failing loser', producer.fails('nobody sees it'))]));
  for (let i = 0; i < 3; i++) await turn();
  log(events);

  log('-- a future in a field, awaited again after a thousand other calls');
  log(await producer.twice());
  log(await producer.kept, await new Reader(producer.kept!).read(), await Promise.all([new Reader(producer.kept!).read(), producer.kept]));

  log('-- a callback that calls its producer again');
  const inner: unknown[] = [];
  log(await producer.each(3, async (n) => {
    inner.push(await producer.next(`inner ${n}`));
    if (n === 1) inner.push(await producer.each(2, () => {}));
  }), inner);

  log('-- recursion that branches, on one instance');
  log(await producer.fibonacci(12));

  log('-- a throwing callback');
  await producer.each(2, () => { throw new Error('callback'); }).catch((error) => log('caught', error));
  await producer.each(2, async () => { throw new Error('async callback'); }).catch((error) => log('caught', error));

  log('-- an instance with live frames: copied, printed, compared');
  const plain = { name: 'plain', next: producer.next, produced: 0 };
  const live = [plain.next('x'), producer.next('y')];
  log(JSON.stringify({ ...producer, log: 0, kept: 0, waiting: 0 }), Object.keys(plain), JSON.stringify(plain));
  log(structuredClone({ ...plain, next: 0 }));
  const other = { name: 'plain', next: producer.next, produced: 1 };
  deepStrictEqual(plain, other);
  log(await Promise.all(live));
  deepStrictEqual(plain, other);

  log('-- 2,000 calls in flight on one instance, completed in a scattered order');
  const gates = Array.from({ length: 2000 }, () => new Completer<number>());
  class Many {
    @asyncTrait async one(n: number): Promise<number> { return n * 2 + (await gates[n]!.future); }
  }
  const many = new Many();
  const all = gates.map((_, n) => many.one(n));
  for (let i = 0; i < gates.length; i++) {
    const n = (i * 7919) % gates.length;
    gates[n]!.resolve(n);
    if (i % 100 === 0) await undefined;
  }
  log((await Promise.all(all)).every((value, n) => value === n * 3));
}
