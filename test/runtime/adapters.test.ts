/** Trait iterators as streams of the platforms, and back: items, ends, errors, back-pressure, closing. */
import { Readable } from 'node:stream';
import { cursorOf, iterate, poolOf, toNodeStream, toWebStream, type Cursor } from 'boxless';
import { program, turn } from '../harness/program';

/** Ready, or waiting each time; tells what happens to it. */
const { Rows, sum, first, broken } = program(`
import { iterate, type Cursor } from 'boxless';
export class Rows {
  readonly seen: string[] = [];
  private row = 0;
  constructor(private readonly to: number, private readonly waits = false, private readonly fails = false) {}
  @asyncTrait
  async next(): Promise<number | null> {
    this.seen.push('next');
    if (this.waits) await new Promise(setImmediate);
    if (this.fails && this.row === 1) throw new Error('next');
    return this.row < this.to ? this.row++ : null;
  }
  async close(): Promise<void> {
    this.seen.push('close');
  }
}
class Reader {
  @asyncTrait
  async sum(rows: Cursor<number>): Promise<number> {
    let sum = 0;
    for await (const x of iterate(rows)) sum += x;
    return sum;
  }
  @asyncTrait
  async first(rows: Cursor<number>): Promise<number> {
    for await (const x of iterate(rows)) return x;
    return -1;
  }
  @asyncTrait
  async broken(rows: Cursor<number>): Promise<number> {
    for await (const x of iterate(rows)) throw new Error('body');
    return -1;
  }
}
export const sum = (rows: any) => new Reader().sum(rows);
export const first = (rows: any) => new Reader().first(rows);
export const broken = (rows: any) => new Reader().broken(rows);
`);

type TestRows = Cursor<number> & { seen: string[] };
const rows = (...args: unknown[]): TestRows => new Rows(...args);
const collect = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of source) all.push(item);
  return all;
};

describe.each([['ready', false], ['waiting', true]])('iterate, %s', (_, waits) => {
  test('gives every item to compiled loops and to others', async () => {
    expect(await sum(rows(5, waits))).toBe(10);
    expect(await collect(iterate(rows(3, waits)))).toEqual([0, 1, 2]);
  });

  test('closes the source where a loop is left early, and only there', async () => {
    const left = rows(3, waits);
    expect(await first(left)).toBe(0);
    expect(left.seen).toEqual(['next', 'close']);
    const thrown = rows(3, waits);
    await expect(broken(thrown)).rejects.toThrow('body');
    expect(thrown.seen).toEqual(['next', 'close']);
    const whole = rows(2, waits);
    await sum(whole);
    expect(whole.seen).toEqual(['next', 'next', 'next']);
  });

  test('an error of next() reaches the loop', async () => {
    await expect(sum(rows(3, waits, true))).rejects.toThrow('next');
  });

  test('is an async generator to its holder', async () => {
    const source = rows(9, waits);
    const stream = iterate(source);
    expect(Object.prototype.toString.call(stream)).toBe('[object AsyncGenerator]');
    expect(await stream.next()).toEqual({ value: 0, done: false });
    await expect(stream.throw(new Error('sent in'))).rejects.toThrow('sent in');
    expect(await stream.next()).toEqual({ value: undefined, done: true });
    expect(source.seen).toEqual(['next', 'close']);
  });
});

test('iterate takes any object with next(), and one without close()', async () => {
  let n = 0;
  const plain = { next: async () => (n < 3 ? n++ : null) };
  expect(await collect(iterate<number>(plain))).toEqual([0, 1, 2]);
  n = 0;
  expect(await first(plain)).toBe(0);
  expect(poolOf({}).live).toBe(0);
});

describe('toWebStream', () => {
  test('gives the items and closes', async () => {
    expect(await collect(toWebStream(rows(3)) as AsyncIterable<number>)).toEqual([0, 1, 2]);
    expect(await collect(toWebStream(iterate(rows(2))) as AsyncIterable<number>)).toEqual([0, 1]);
  });

  test('asks for nothing before a reader does, and then for one item at a time', async () => {
    const source = rows(9);
    const reader = toWebStream(source).getReader();
    await turn();
    expect(source.seen).toEqual([]);
    expect((await reader.read()).value).toBe(0);
    await turn();
    expect(source.seen).toEqual(['next']);
    await reader.cancel();
    expect(source.seen).toEqual(['next', 'close']);
  });

  test('an error of the source is one of the stream', async () => {
    const reader = toWebStream(rows(3, false, true)).getReader();
    await reader.read();
    await expect(reader.read()).rejects.toThrow('next');
  });
});

describe('toNodeStream', () => {
  test('gives the items and ends', async () => {
    expect(await collect(toNodeStream(rows(3), Readable))).toEqual([0, 1, 2]);
  });

  test('holds back: a stream nobody reads on asks for no more than it may hold', async () => {
    const source = rows(1000);
    const stream = toNodeStream(source, Readable);
    await turn();
    expect(source.seen).toEqual([]);
    for await (const item of stream) {
      expect(item).toBe(0);
      await turn();
      break;
    }
    await turn();
    expect(source.seen.filter((what) => what === 'next').length).toBeLessThan(5);
    expect(source.seen.at(-1)).toBe('close');
  });

  test('an error of the source is one of the stream', async () => {
    await expect(collect(toNodeStream(rows(3, true, true), Readable))).rejects.toThrow('next');
  });
});

describe('cursorOf', () => {
  test.each([
    ['a generator', () => iterate(rows(3))],
    ['a Node stream', () => Readable.from([0, 1, 2])],
    ['a Web stream', () => toWebStream(rows(3))],
    ['a Web stream that cannot be iterated', () => ({ getReader: () => toWebStream(rows(3)).getReader() }) as unknown as ReadableStream<number>],
  ])('of %s gives its items, then null', async (_, source) => {
    const cursor = cursorOf(source() as AsyncIterable<number>);
    expect([await cursor.next(), await cursor.next(), await cursor.next(), await cursor.next()]).toEqual([0, 1, 2, null]);
  });

  test('asks for one item at a time, and closes its source', async () => {
    const source = rows(9);
    const cursor = cursorOf(iterate(source));
    expect(source.seen).toEqual([]);
    await cursor.next();
    expect(source.seen).toEqual(['next']);
    await cursor.close();
    expect(source.seen).toEqual(['next', 'close']);
    expect(await cursor.next()).toBeNull();
  });

  test('and back again: a compiled loop over a cursor over a Node stream destroys it when it is left', async () => {
    const stream = Readable.from([7, 8, 9]);
    expect(await first(cursorOf(stream))).toBe(7);
    await turn();
    expect(stream.destroyed).toBe(true);
  });
});
