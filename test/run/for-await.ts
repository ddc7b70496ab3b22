// frame: 11
import { Readable } from 'node:stream';
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

interface Manners {
  nextThrows?: number;
  nextRejects?: number;
  result?: unknown;
  returnThrows?: boolean;
  returnRejects?: boolean;
  returnGives?: unknown;
  noReturn?: boolean;
  length?: number;
}

/** `for await` over everything there is. */
class Loops extends Case {
  _watched({ nextThrows, nextRejects, result, returnThrows, returnRejects, returnGives = {}, noReturn, length = 3 }: Manners = {}): AsyncIterable<number> {
    const { log } = this;
    return {
      [Symbol.asyncIterator](): AsyncIterator<number> {
        log('open');
        let i = 0;
        return {
          get next() {
            log('read next');
            return (...args: unknown[]) => {
              log('next', i, args.length);
              if (i === nextThrows) throw new Error('next');
              if (i === nextRejects) return Promise.reject(new Error('next rejects'));
              if (result !== undefined) return result as never;
              const step = i < length ? { done: false, value: i++ } : { done: true, value: 'ignored' };
              return (i % 2 ? step : Promise.resolve(step)) as never;
            };
          },
          get return() {
            log('read return');
            if (noReturn) return undefined;
            return (...args: unknown[]) => {
              log('return', args.length);
              if (returnThrows) throw new Error('return');
              if (returnRejects) return Promise.reject(new Error('return rejects'));
              return returnGives as never;
            };
          },
        };
      },
    };
  }

  @asyncTrait
  async natively() {
    const out: unknown[] = [];
    for await (const x of this._watched()) out.push(x, await this.leaf.get(x));
    for await (const x of this._watched()) {
      if (x === 1) break;
      out.push(await this.leaf.get('b'));
    }
    for await (const x of this._watched({ noReturn: true })) if (x === 1) break;
    return out;
  }

  @asyncTrait
  async returns() {
    for await (const x of this._watched()) {
      try {
        if (x === 1) return await this.leaf.get('returned');
      } finally {
        this.log('finally', x);
      }
    }
    return 'never';
  }

  @asyncTrait
  async jumps() {
    const out: string[] = [];
    outer: for (const a of ['a', 'b', 'c']) {
      for await (const x of this._watched()) {
        inner: for await (const y of this._watched({ length: 2 })) {
          out.push(`${a}${x}${y}`);
          if (a === 'a') continue outer;
          if (x === 0) continue inner;
          if (x === 1) break inner;
          if (a === 'c') break outer;
          await this.leaf.get(y);
        }
      }
    }
    return out;
  }

  @asyncTrait
  async errors() {
    const ways: Manners[] = [
      { nextThrows: 1 }, { nextRejects: 1 }, { result: 1 }, { result: Promise.resolve(null) }, { returnThrows: true }, { returnRejects: true }, { returnGives: 1 },
      { returnGives: Promise.resolve(undefined) }, { noReturn: true },
    ];
    for (const manners of ways) {
      for (const how of ['break', 'throw', 'end']) {
        try {
          for await (const x of this._watched(manners)) {
            if (how === 'break') break;
            if (how === 'throw') throw new Error(`body ${x}`);
          }
          this.log(how, 'over');
        } catch (error) {
          this.log(how, error);
        }
      }
    }
    for (const source of [undefined, null, 1, {}, { [Symbol.asyncIterator]: 1 }, { [Symbol.asyncIterator]: () => 1 }, { [Symbol.iterator]: () => 1 }]) {
      try {
        for await (const x of source as unknown as AsyncIterable<unknown>) this.log(x);
      } catch (error) {
        this.log((error as Error).name);
      }
    }
    return await this.leaf.get('survived');
  }

  @asyncTrait
  async sync() {
    const { log } = this;
    const out: unknown[] = [];
    for await (const x of [1, Promise.resolve(2), await this.leaf.get(3)]) out.push(x);
    for await (const [k, v = 'none'] of new Map<string, unknown>([['a', 1], ['b', undefined]])) out.push(k, v);
    function* values(): Generator<unknown> {
      try {
        yield 1;
        yield Promise.resolve(2);
        yield { then: (resolve: (v: string) => void) => resolve('thenable') };
        yield 4;
      } finally {
        log('sync closed');
      }
    }
    for await (const x of values()) {
      out.push(x);
      if (x === 'thenable') break;
    }
    const bad: Iterable<unknown> = {
      [Symbol.iterator]: () => ({
        next: () => ({ done: false, value: Promise.reject(new Error('value')) }),
        return: () => ({}),
      }) as never,
    };
    try {
      for await (const x of bad) out.push(x);
    } catch (error) {
      out.push((error as Error).message);
    }
    let x: unknown;
    const o: { p?: unknown } = {};
    for await (x of ['assigned']);
    for await (o.p of ['member']);
    for await ([x] of [['pattern']]) out.push(x, o.p);
    return out;
  }

  @asyncTrait
  async streams() {
    const out: unknown[] = [];
    const node = Readable.from(['n1', 'n2', 'n3']);
    for await (const x of node) {
      out.push(x);
      if (x === 'n2') break;
    }
    out.push(node.destroyed);
    let cancelled: unknown;
    const web = new ReadableStream({
      pull: (controller) => controller.enqueue('w'),
      cancel: (reason) => void (cancelled = ['cancelled', reason]),
    }, { highWaterMark: 0 });
    for await (const x of web as unknown as AsyncIterable<string>) {
      out.push(x, await this.leaf.get('between'));
      if (out.length > 8) break;
    }
    out.push(cancelled, web.locked);
    return out;
  }

  @asyncTrait
  async captured() {
    const all: (() => unknown)[] = [];
    for await (const x of this._watched()) {
      const got = await this.leaf.get(x);
      all.push(() => [x, got]);
    }
    return all.map((f) => f());
  }

  /** Trait iterators: `next` and `return` are polled. */
  @asyncTrait
  async traits() {
    const out: unknown[] = [];
    for await (const x of new Rows(this.leaf, 3)) out.push(x);
    for await (const x of new Rows(this.leaf, 3)) {
      out.push(x);
      break;
    }
    const mocked = new Rows(this.leaf, 3);
    mocked.next = async () => ({ done: true, value: undefined });
    for await (const x of mocked) out.push('not reached', x);
    return out;
  }
}

class Rows implements AsyncIterableIterator<number> {
  private row = 0;
  constructor(private readonly leaf: Case['leaf'], private readonly to: number) {}
  @asyncTrait
  async next(): Promise<IteratorResult<number>> {
    return this.row < this.to ? { done: false, value: (await this.leaf.get(this.row++)) as number } : { done: true, value: undefined };
  }
  @asyncTrait
  async return(): Promise<IteratorResult<number>> {
    await this.leaf.get('closing');
    return { done: true, value: undefined };
  }
  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Ticks of a loop over what is not compiled: as natively. */
async function ticks(log: Log): Promise<void> {
  let now = 0;
  let stop = false;
  void (async () => {
    while (!stop) {
      await null;
      now++;
    }
  })();
  class Reader {
    @asyncTrait
    async read(source: Iterable<unknown> | AsyncIterable<unknown>, leave: boolean): Promise<void> {
      for await (const x of source) {
        log(x, now);
        if (leave) break;
      }
      log('over', now);
    }
  }
  const native = new Function('return (async function* () { yield 1; yield 2; })()') as () => AsyncIterable<unknown>;
  for (const leave of [false, true]) {
    for (const source of [() => [1, 2], () => [Promise.resolve(1), 2], native]) {
      now = 0;
      await new Reader().read(source(), leave);
    }
  }
  stop = true;
}

export const main = async (log: Log): Promise<void> => {
  await matrix(log, Loops);
  await ticks(log);
};
