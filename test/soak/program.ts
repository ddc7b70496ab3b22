/**
 * The soak: random programs of calls that overlap, wait, throw and are cancelled, while a driver completes what they wait for
 * in random order. What each call must come to is known from its tree; so is how often each `finally` runs.
 */
import { asyncTrait, Completer, join, poolOf, PooledFuture, race } from 'boxless';

/** What a call does. Leaves have a number of their own, so that two results cannot be taken for each other. */
export type Tree =
  | { readonly kind: 'ready' | 'tick' | 'gate' | 'promise' | 'throws' | 'rejects'; readonly id: number }
  | { readonly kind: 'all' | 'join' | 'finally' | 'catch' | 'forOf' | 'kept' | 'coroutine'; readonly children: readonly Tree[] }
  | { readonly kind: 'race'; readonly children: readonly [Tree, Tree] };

class Failure extends Error {
  constructor(readonly id: number) {
    super(`leaf ${id}`);
  }
}

/** Deterministic random numbers (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Waiting {
  readonly id: number;
  readonly complete: () => void;
}

/** A completer that is used again and again. */
interface Gate {
  readonly completer: Completer<number>;
  waiting: Waiting | undefined;
}

/** What waits, and what has been completed in which order. */
class World {
  readonly waiting: Waiting[] = [];
  readonly completed = new Map<number, number>();
  /** Leaves that race, each to the other. */
  readonly rivals = new Map<number, number>();
  private readonly idle: Gate[] = [];
  entered = 0;
  left = 0;
  opened = 0;
  closed = 0;

  /** `reuses`: compiled code waits for a completer at once; native code takes a tick to do so, in which it must not be reset. */
  constructor(private readonly reuses: boolean) {}

  gate(id: number, fails: boolean): Completer<number> {
    const gate = this.idle.pop() ?? this.makeGate();
    const waiting: Waiting = {
      id,
      complete: () => {
        if (fails) gate.completer.reject(new Failure(id));
        else gate.completer.resolve(id);
        if (!this.reuses) return;
        gate.completer.reset();
        this.idle.push(gate);
      },
    };
    gate.waiting = waiting;
    this.waiting.push(waiting);
    return gate.completer;
  }

  private makeGate(): Gate {
    const gate: Gate = {
      waiting: undefined,
      completer: new Completer<number>({
        onCancel: () => {
          this.waiting.splice(this.waiting.indexOf(gate.waiting!), 1);
          this.idle.push(gate);
        },
      }),
    };
    return gate;
  }

  promise(id: number): Promise<number> {
    return new Promise((resolve) => this.waiting.push({ id, complete: () => resolve(id) }));
  }

  /** Completes some of what waits. Of two that race, one: which of two is first that come together depends on the ticks they take. */
  completeSome(random: () => number): void {
    const count = Math.ceil(random() * this.waiting.length);
    const now = new Set<number>();
    for (let i = 0; i < count; i++) {
      const at = Math.floor(random() * this.waiting.length);
      const { id, complete } = this.waiting[at]!;
      if (now.has(this.rivals.get(id) ?? 0)) continue;
      now.add(id);
      this.waiting.splice(at, 1);
      this.completed.set(id, this.completed.size);
      complete();
    }
  }
}

export class Worker {
  constructor(readonly world: World) {}

  @asyncTrait
  async leaf(tree: Tree & { id: number }): Promise<number> {
    const { kind, id } = tree;
    if (kind === 'tick') await undefined;
    if (kind === 'gate') return await this.world.gate(id, false).future;
    if (kind === 'rejects') return await this.world.gate(id, true).future;
    if (kind === 'promise') return await this.world.promise(id);
    if (kind === 'throws') throw new Failure(id);
    return id;
  }

  @asyncTrait
  async run(tree: Tree): Promise<number> {
    switch (tree.kind) {
      case 'all': return await this.all(tree.children);
      case 'join': return (await join(this.run(tree.children[0]!), this.all(tree.children.slice(1)))).reduce((a, b) => a + b, 0);
      case 'race': {
        const [a, b] = tree.children as unknown as { id: number }[];
        this.world.rivals.set(a!.id, b!.id).set(b!.id, a!.id);
        return await race(this.run(tree.children[0]), this.run(tree.children[1]));
      }
      case 'finally': return await this.finally(tree.children);
      case 'catch': return await this.catch(tree.children);
      case 'forOf': return await this.forOf(tree.children);
      case 'kept': return await this.kept(tree.children);
      case 'coroutine': return await this.coroutine(tree.children);
      default: return await this.leaf(tree);
    }
  }

  @asyncTrait
  async all(children: readonly Tree[]): Promise<number> {
    let sum = 0;
    for (let i = 0; i < children.length; i++) sum += await this.run(children[i]!);
    return sum;
  }

  @asyncTrait
  async finally(children: readonly Tree[]): Promise<number> {
    this.world.entered++;
    try {
      const before = await this.run(children[0]!);
      return before + (await this.all(children.slice(1)));
    } finally {
      await this.cleanUp();
      this.world.left++;
    }
  }

  @asyncTrait
  async cleanUp(): Promise<void> {
    if (this.world.entered % 3 === 0) await undefined;
    if (this.world.entered % 5 === 0) await Promise.resolve();
  }

  @asyncTrait
  async catch(children: readonly Tree[]): Promise<number> {
    try {
      return await this.all(children);
    } catch (error) {
      if (!(error instanceof Failure)) throw new Error('a catch block saw what it must not see', { cause: error });
      return (await this.leaf({ kind: error.id % 2 === 0 ? 'ready' : 'tick', id: error.id })) * 2;
    }
  }

  @asyncTrait
  async forOf(children: readonly Tree[]): Promise<number> {
    let sum = 0;
    for (const child of this.iterate(children)) sum += await this.run(child);
    return sum;
  }

  private *iterate(children: readonly Tree[]): Generator<Tree> {
    this.world.opened++;
    try {
      yield* children;
    } finally {
      this.world.closed++;
    }
  }

  /** A call that is kept, and not awaited on the spot: nobody cancels it. */
  @asyncTrait
  async kept(children: readonly Tree[]): Promise<number> {
    const first = this.all(children);
    first.catch(() => {});
    await this.cleanUp();
    return (await first) + (await first) - (await first);
  }

  @asyncTrait
  async coroutine(children: readonly Tree[]): Promise<number> {
    this.world.entered += arguments.length;
    let sum = 0;
    const add = (value: number): number => (sum += value);
    try {
      for (const child of children) add(await this.run(child));
      return sum;
    } finally {
      await undefined;
      this.world.left++;
    }
  }
}

type Outcome = { readonly value: number } | { readonly error: unknown };

/** What a tree must come to: its value, or the ids of the failures that may be the one. */
type Expected = { readonly value: number } | { readonly failures: readonly number[] };

function expected(tree: Tree, completed: ReadonlyMap<number, number>): Expected {
  const of = (child: Tree): Expected => expected(child, completed);
  const inTurn = (children: readonly Tree[]): Expected => {
    let value = 0;
    for (const child of children) {
      const came = of(child);
      if ('failures' in came) return came;
      value += came.value;
    }
    return { value };
  };
  switch (tree.kind) {
    case 'throws':
    case 'rejects': return { failures: [tree.id] };
    case 'catch': {
      const came = inTurn(tree.children);
      return 'failures' in came ? { value: came.failures[0]! * 2 } : came;
    }
    case 'join': {
      const [first, rest] = [of(tree.children[0]!), inTurn(tree.children.slice(1))];
      if ('value' in first && 'value' in rest) return { value: first.value + rest.value };
      return { failures: [first, rest].flatMap((came) => ('failures' in came ? came.failures : [])) };
    }
    case 'race': {
      const [a, b] = tree.children as unknown as { id: number }[];
      const [atA, atB] = [completed.get(a!.id) ?? Infinity, completed.get(b!.id) ?? Infinity];
      return of(tree.children[atA < atB ? 0 : 1]);
    }
    case 'all':
    case 'finally':
    case 'forOf':
    case 'kept':
    case 'coroutine': return inTurn(tree.children);
    default: return { value: tree.id };
  }
}

class Maker {
  ids = 0;
  constructor(private readonly random: () => number) {}

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)]!;
  }

  leaf(kinds: readonly ('ready' | 'tick' | 'gate' | 'promise' | 'throws' | 'rejects')[] = ['ready', 'ready', 'tick', 'gate', 'gate', 'gate', 'promise', 'promise']): Tree {
    return { kind: this.pick(kinds), id: ++this.ids };
  }

  tree(depth: number): Tree {
    if (depth === 0 || this.random() < 0.2) return this.random() < 0.08 ? this.leaf(['throws', 'rejects']) : this.leaf();
    const kind = this.pick(['all', 'all', 'join', 'finally', 'finally', 'catch', 'forOf', 'kept', 'coroutine', 'race'] as const);
    if (kind === 'race') return { kind, children: [this.leaf(['gate', 'promise']), this.leaf(['gate', 'promise'])] };
    const children = Array.from({ length: 1 + Math.floor(this.random() * 3) }, () => this.tree(depth - 1));
    // Of several failures in a catch it would depend on the order which one is caught.
    return kind === 'catch' && this.joins(children) ? { kind: 'all', children } : { kind, children };
  }

  private joins(children: readonly Tree[]): boolean {
    return children.some((child) => child.kind === 'join' || ('children' in child && this.joins(child.children)));
  }
}

export interface SoakOptions {
  readonly seed: number;
  readonly seconds: number;
  /** False where `cancel` does not exist: without the transformer. */
  readonly cancels: boolean;
  /** Bytes in use after a collection; asked for after each round. */
  readonly heap?: () => number;
}

export interface SoakResult {
  readonly rounds: number;
  readonly calls: number;
  readonly cancelled: number;
  readonly failed: number;
  readonly heaps: readonly number[];
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** @throws at the first result that is not what it must be */
export async function soak({ seed, seconds, cancels, heap }: SoakOptions): Promise<SoakResult> {
  const end = Date.now() + seconds * 1000;
  const heaps: number[] = [];
  let rounds = 0, calls = 0, cancelled = 0, failed = 0, measured = Date.now();
  const random = randomOf(seed);
  let world = new World(cancels);
  let worker = new Worker(world);
  while (Date.now() < end || rounds < 5) {
    const maker = new Maker(random);
    const fail = (what: string, tree?: Tree): never => {
      throw new Error(`seed ${seed}, round ${rounds}: ${what}${tree === undefined ? '' : `\n${JSON.stringify(tree)}`}`);
    };
    world.completed.clear();
    world.rivals.clear();
    const running = Array.from({ length: 1 + Math.floor(random() * 30) }, (_, n) => {
      const tree = maker.tree(1 + Math.floor(random() * 5));
      const future = worker.run(tree);
      const call = { tree, future, reason: undefined as object | undefined, outcome: undefined as Outcome | undefined, cancelAt: cancels && random() < 0.3 ? Math.floor(random() * 6) : -1, n };
      future.then((value) => (call.outcome = { value }), (error: unknown) => (call.outcome = { error }));
      return call;
    });
    for (let step = 0; running.some(({ outcome }) => outcome === undefined); step++) {
      if (step > 10_000) fail('calls that never end', running.find(({ outcome }) => outcome === undefined)!.tree);
      for (const call of running) {
        if (call.cancelAt !== step || call.outcome !== undefined) continue;
        call.reason = { call: call.n };
        (call.future as PooledFuture<number>).cancel(call.reason);
      }
      world.completeSome(random);
      if (random() < 0.5 || world.rivals.size > 0) await turn();
      else await undefined;
    }
    // What goes on for nobody: losers of races, calls that were kept by cancelled ones.
    for (let quiet = 0; quiet < 5 || world.waiting.length > 0; quiet++) {
      world.completeSome(random);
      await turn();
    }
    for (const { tree, outcome, reason } of running) {
      calls++;
      if ('error' in outcome! && reason !== undefined && (outcome.error as Error).name === 'AbortError') {
        cancelled++;
        if ((outcome.error as Error).cause !== reason) fail('the reason of another cancellation', tree);
        continue;
      }
      const must = expected(tree, world.completed);
      if ('value' in outcome!) {
        if (!('value' in must) || must.value !== outcome.value) fail(`${outcome.value} in place of ${JSON.stringify(must)}`, tree);
      } else {
        failed++;
        const { error } = outcome!;
        if (!(error instanceof Failure)) throw error;
        if (!('failures' in must) || !must.failures.includes(error.id)) fail(`failure ${error.id} in place of ${JSON.stringify(must)}`, tree);
      }
    }
    if (world.entered !== world.left) fail(`${world.entered} try blocks entered, ${world.left} left`);
    if (world.opened !== world.closed) fail(`${world.opened} iterators opened, ${world.closed} closed`);
    if (poolOf(worker).live !== 0) fail(`${poolOf(worker).live} frames of calls that have ended`);
    rounds++;
    if (random() < 0.1) worker = new Worker((world = new World(cancels)));
    if (heap !== undefined && Date.now() - measured > 1000) {
      heaps.push(heap());
      measured = Date.now();
    }
  }
  return { rounds, calls, cancelled, failed, heaps };
}
