// frame: 9
/** The order of events between calls. What is awaited here really waits, or is not awaited on the spot: native order holds. */
import { asyncTrait } from 'boxless';
import { turn, type Log } from './support/leaf';

class Order {
  promise: Promise<unknown> | undefined;
  state = 'idle';

  constructor(readonly log: Log) {}

  @asyncTrait
  async ready(name: string) {
    this.log(name, 'runs');
    return name;
  }

  @asyncTrait
  async callsReady(name: string) {
    this.log(name, 'before');
    const value = await this.ready(`${name}-inner`);
    this.log(name, 'after', value);
    return value;
  }

  @asyncTrait
  async refill() {
    this.state = 'filling';
    await this.ready('leaf');
    this.log('refill goes on', this.promise !== undefined, this.state);
    this.state = 'full';
  }

  @asyncTrait
  async start() {
    this.promise = this.refill();
    this.log('after the call', this.state);
    await this.promise;
    this.log('filled', this.state);
  }

  @asyncTrait
  async throwsAtOnce(): Promise<void> {
    throw new Error('at once');
  }

  @asyncTrait
  async tick(name: string, ticks: number) {
    for (let i = 0; i < ticks; i++) {
      await undefined;
      this.log(name, i);
    }
    return name;
  }

  @asyncTrait
  async waits(name: string, promise: Promise<unknown>) {
    this.log(name, 'waits');
    const value = await promise;
    this.log(name, 'has', value);
    return name;
  }

  @asyncTrait
  async recursive(depth: number): Promise<number> {
    this.log('down', depth);
    if (depth === 0) {
      await turn();
      return 0;
    }
    const below = await this.recursive(depth - 1);
    this.log('up', depth);
    return below + 1;
  }

  @asyncTrait
  async parallel(depth: number): Promise<number> {
    if (depth === 0) return 1;
    await turn();
    const parts = await Promise.all([this.parallel(depth - 1), this.parallel(depth - 1)]);
    return parts[0]! + parts[1]!;
  }
}

export async function main(log: Log) {
  const o = new Order(log);
  log('-- a public call runs to its first await and yields there');
  const call = o.callsReady('call');
  log('the caller goes on');
  log('result', await call);

  log('-- a call that is not awaited on the spot');
  await o.start();

  log('-- a throw before the first await rejects');
  const failing = o.throwsAtOnce();
  log('not thrown');
  await failing.catch((error) => log('caught', error));

  log('-- ticks of plain values interleave');
  const ticks = [o.tick('a', 3), o.tick('b', 2), o.tick('c', 4)];
  Promise.resolve().then(() => log('then 1')).then(() => log('then 2')).then(() => log('then 3'));
  log(await Promise.all(ticks));

  log('-- callbacks of then run asynchronously, in the order they were added');
  let resolve!: (x: unknown) => void;
  const gate = new Promise((r) => (resolve = r));
  const first = o.waits('first', gate), second = o.waits('second', gate);
  const done = first.then(() => log('then of first'));
  second.then(() => log('then of second'));
  log('resolving');
  resolve('value');
  log('resolved');
  await done;
  await second;

  log('-- many calls on one instance, finishing in another order');
  const resolvers: ((x: unknown) => void)[] = [];
  const calls = [0, 1, 2, 3].map((n) => o.waits(`n${n}`, new Promise((r) => (resolvers[n] = r))));
  for (const n of [2, 0, 3, 1]) {
    resolvers[n]!(n * 10);
    await calls[n];
  }
  log(await Promise.all(calls));

  log('-- recursion and parallel recursion on one instance');
  log(await o.recursive(5));
  log(await o.parallel(5));

  log('-- one rejected among many');
  const settled = await Promise.allSettled([o.ready('x'), o.throwsAtOnce(), o.waits('y', Promise.reject(new Error('y')))]);
  log(settled.map(({ status }) => status));
}
