/** Within one turn of the trampoline a frame stays with its receiver: what a call that suspends again at once finds, and what nobody may see of that. */
import { Completer, poolOf } from 'boxless';
import { program, turn } from '../harness/program';

const { Chain, Loop } = program(`
  export class Chain {
    constructor(readonly inner: any) {}
    @asyncTrait async get(x: any) { const own = { x }; const below = await this.inner.get(x); return [own.x, ...below]; }
  }
  export class Loop {
    log: any[] = [];
    constructor(readonly look: (round: number) => unknown) {}
    @asyncTrait async alternate(sources: any[], rounds: number) {
      for (let round = 0; round < rounds; round++) {
        this.log.push(await sources[round % sources.length].get(round));
        this.log.push(this.look(round));
      }
      return this.log;
    }
  }
`);

const { Leaf } = program(`
  export class Leaf {
    constructor(readonly completer: any) {}
    @asyncTrait async get(x: any) { const value = await this.completer.future; this.completer.reset(); return [value, x]; }
  }
`);

const chain = (levels: number, completer: Completer<unknown>): any => {
  let source = new Leaf(completer);
  const all = [source];
  for (let level = 0; level < levels; level++) all.push((source = new Chain(source)));
  return { top: source, all };
};

async function drive(call: Promise<unknown>, completers: Completer<unknown>[], rounds: number): Promise<unknown> {
  for (let round = 0; round < rounds; round++) {
    await turn();
    completers[round % completers.length]!.resolve(round);
  }
  return call;
}

const ROUNDS = 50;
const expected = (round: number, levels: number): unknown[] => [...Array(levels).fill(round), round, round];

test('the same chain over and over: one frame a level, each call with its own locals', async () => {
  const completer = new Completer<unknown>();
  const { top, all } = chain(3, completer);
  const loop = new Loop(() => all.map((source: object) => poolOf(source)));
  const log = (await drive(loop.alternate([top], ROUNDS), [completer], ROUNDS)) as unknown[];
  for (let round = 0; round < ROUNDS; round++) {
    expect(log[2 * round]).toEqual(expected(round, 3));
    // In the middle of the turn: the calls below have ended, and the counts say so.
    expect(log[2 * round + 1]).toEqual(Array(4).fill({ live: 0, idle: 1, created: 1, reused: expect.any(Number), exhausted: 0 }));
  }
  expect(poolOf(top)).toMatchObject({ live: 0, idle: 1, created: 1 });
});

test('nobody looks in between: reused, and counted as that', async () => {
  const completer = new Completer<unknown>();
  const { top, all } = chain(3, completer);
  await drive(new Loop(() => undefined).alternate([top], ROUNDS), [completer], ROUNDS);
  for (const source of all) {
    const { reused, ...counts } = poolOf(source);
    expect(counts).toEqual({ live: 0, idle: 1, created: 1, exhausted: 0 });
    // The first round is a public one from end to end.
    expect(reused).toBeGreaterThanOrEqual(ROUNDS - 2);
  }
});

test('two chains in turns: what is warm belongs to the other one, and goes to its pool first', async () => {
  const completers = [new Completer<unknown>(), new Completer<unknown>()];
  const chains = completers.map((completer, index) => chain(2 + index, completer));
  const log = (await drive(new Loop(() => undefined).alternate(chains.map(({ top }) => top), ROUNDS), completers, ROUNDS)) as unknown[];
  for (let round = 0; round < ROUNDS; round++) expect(log[2 * round]).toEqual(expected(round, 2 + (round % 2)));
  for (const { all } of chains) for (const source of all) expect(poolOf(source)).toMatchObject({ live: 0, idle: 1, created: 1 });
});

test('one receiver at two levels: as many frames as calls in flight, however the turns go', async () => {
  const completer = new Completer<unknown>();
  const leaf = new Leaf(completer);
  const shared = new Chain(leaf);
  // shared.get() below shared.get(): the inner call finds a frame of its own receiver, the outer one the next.
  let depth = 0;
  shared.inner = { get: (x: unknown) => (depth++ % 2 === 0 ? shared.get(x) : leaf.get(x)) };
  const log = (await drive(new Loop(() => undefined).alternate([shared], ROUNDS), [completer], ROUNDS)) as unknown[];
  for (let round = 0; round < ROUNDS; round++) expect(log[2 * round]).toEqual([round, round, round, round]);
  expect(poolOf(shared)).toMatchObject({ live: 0, created: 2, idle: 2 });
});
