// frame: 26
// coroutine: Driven._captured
import { asyncTrait } from 'boxless';
import { Case, matrix, turn, type Log } from './support/leaf';

/** Generators, driven by loops and by hand. Helpers begin with an underscore; those that are marked are compiled too. */
class Driven extends Case {
  @asyncTrait
  async *_count(to: number, from = 0): AsyncGenerator<any, string, any> {
    for (let i = from; i < to; i++) {
      const sent: unknown = yield await this.leaf.get(i);
      if (sent !== undefined) this.log('sent', sent);
    }
    return 'end';
  }

  @asyncTrait
  async counts() {
    let sum = 0;
    for await (const x of this._count(3)) sum += x;
    for await (const x of this._count(9, 2)) {
      if (x === 3) continue;
      if (x === 5) break;
      sum += x + (await this.leaf.get(x));
    }
    return sum;
  }

  @asyncTrait
  async *_guarded(word: string): AsyncGenerator<any, any, any> {
    try {
      this.log('in', word);
      yield await this.leaf.get(word);
      yield word + 2;
    } catch (error) {
      this.log('caught', error);
      yield 'after the error';
    } finally {
      this.log('finally', await this.leaf.get('closing'));
    }
    return 'over';
  }

  @asyncTrait
  async leaves() {
    for await (const x of this._guarded('break')) {
      this.log(x);
      break;
    }
    outer: for (const word of ['a', 'b']) {
      for await (const x of this._guarded(word)) {
        this.log(x);
        if (word === 'a') continue outer;
        break outer;
      }
    }
    try {
      for await (const x of this._guarded('throw')) throw new Error(`body ${x}`);
    } catch (error) {
      this.log('thrown', error);
    }
    for await (const x of this._guarded('return')) return x;
  }

  @asyncTrait
  async byHand() {
    const stream = this._count(2);
    this.log(await stream.next('ignored'));
    this.log(await stream.next('first'));
    this.log(await stream.next('second'));
    this.log(await stream.next());
    const guarded = this._guarded('x');
    this.log(await guarded.next());
    this.log(await guarded.throw(new Error('sent in')));
    this.log(await guarded.next());
    const left = this._guarded('y');
    this.log(await left.next());
    this.log(await left.return(Promise.resolve('away')));
    this.log(await left.next());
    const early = this._guarded('z');
    this.log(await early.return('unstarted'));
    const thrown = this._guarded('z');
    try {
      await thrown.throw(new Error('unstarted'));
    } catch (error) {
      this.log(error);
    }
    this.log(await thrown.next(), await thrown.return(1));
  }

  @asyncTrait
  async *_delegates(): AsyncGenerator<any, any, any> {
    const end = yield* this._count(2);
    this.log('delegated', end);
    yield* [Promise.resolve('p'), 'q'];
    yield* (async function* () {
      yield 'native';
    })();
    try {
      yield* this._guarded('inner');
    } finally {
      this.log('outer finally');
    }
    return 'all';
  }

  @asyncTrait
  async delegation() {
    for await (const x of this._delegates()) this.log(x);
    const stream = this._delegates();
    for (let step = await stream.next(); !step.done; step = await stream.next(`sent ${String(step.value)}`)) this.log(step.value);
    for await (const x of this._delegates()) if (x === 'inner') break;
    const thrown = this._delegates();
    for (let step = await thrown.next(); !step.done; step = await thrown.next()) {
      this.log(step.value);
      if (step.value === 'inner') this.log(await thrown.throw(new Error('into')));
    }
    const returned = this._delegates();
    for (let step = await returned.next(); !step.done; step = await returned.next()) {
      if (step.value === 'inner') {
        this.log(await returned.return('early'));
        break;
      }
    }
  }

  @asyncTrait
  async *_operands(): AsyncGenerator<any, any, any> {
    yield Promise.resolve('promise');
    yield { then: (resolve: (v: unknown) => void) => resolve('thenable') } as unknown;
    try {
      yield Promise.reject(new Error('rejected'));
    } catch (error) {
      yield error;
    }
    try {
      yield {
        get then() {
          throw new Error('getter');
        },
      } as unknown;
    } catch (error) {
      yield error;
    }
    try {
      return Promise.reject(new Error('returned'));
    } catch (error) {
      yield error;
    } finally {
      yield 'finally';
    }
    return await this.leaf.get(Promise.resolve('last'));
  }

  @asyncTrait
  async operands() {
    for await (const x of this._operands()) this.log(x, await this.leaf.get('item'));
    const stream = this._operands();
    for (let i = 0; i < 8; i++) this.log(await stream.next());
  }

  @asyncTrait
  async *_expressions(a: any, { b = 2, ...c }: any = {}, ...rest: any[]): AsyncGenerator<any, any, any> {
    const list = [yield a, yield b, (yield c) ?? (yield rest)];
    const o = { x: yield 1, ['y']: yield* this._count(1) };
    this.log(list, o, `${yield 't'} ${yield}`);
    label: for (;;) {
      switch (yield 'switch') {
        case 1:
          yield 'one';
          continue label;
        default:
          break label;
      }
    }
    const inner = () => a;
    yield inner();
    if (yield 'if') return yield 'last';
  }

  @asyncTrait
  async expressions() {
    const stream = this._expressions('a', { c: 3 }, 4, 5);
    let sent: unknown = undefined;
    for (let i = 0; i < 20; i++) {
      const step: IteratorResult<any> = await stream.next(sent);
      this.log(step);
      if (step.done) break;
      sent = step.value === 'switch' ? i % 2 : step.value === 'if' ? true : i === 3 ? undefined : `s${i}`;
    }
    for await (const x of this._expressions(1)) this.log(x);
  }

  @asyncTrait
  async *_walk(depth: number): AsyncGenerator<number> {
    if (depth === 0) return;
    yield* this._walk(depth - 1);
    yield depth;
    for await (const x of this._walk(depth - 2 < 0 ? 0 : depth - 2)) yield x * 10 + (await this.leaf.get(0));
  }

  @asyncTrait
  async recursion() {
    const out: number[] = [];
    for await (const x of this._walk(4)) out.push(x);
    return out;
  }

  /** What a generator keeps. */
  @asyncTrait
  async *_captured(): AsyncGenerator<() => number> {
    let n = 0;
    for (let i = 0; i < 3; i++) {
      yield () => n++ + i * 10;
      n += await this.leaf.get(1);
    }
    yield* [() => n];
    try {
      yield () => arguments.length;
    } finally {
      this.log('captured closes');
    }
  }

  @asyncTrait
  async captured() {
    const all: (() => number)[] = [];
    for await (const f of this._captured()) {
      all.push(f);
      this.log(f(), f());
      if (all.length === 5) break;
    }
    return all.map((f) => f());
  }

  @asyncTrait
  async parameters() {
    const log = this.log;
    class Throws {
      @asyncTrait
      async *items(a = Throws.fail(), b = a): AsyncGenerator<unknown> {
        yield b;
      }
      static fail(): unknown {
        log('default');
        throw new Error('default');
      }
    }
    try {
      new Throws().items();
      log('not reached');
    } catch (error) {
      log('at once', error);
    }
    for await (const x of new Throws().items(1)) log(x);
    return [new Throws().items.length, new Throws().items.name, this._expressions.length];
  }

  @asyncTrait
  async concurrent() {
    const stream = this._guarded('queue');
    const results = await Promise.allSettled([stream.next(), stream.next(), stream.throw(new Error('third')), stream.next(), stream.return('r'), stream.next()]);
    this.log(results.map((result) => (result.status === 'fulfilled' ? result.value : result.reason)));
    const other = this._count(6);
    for await (const x of other) {
      this.log(x, await Promise.all([other.next(), other.next('b')]));
    }
  }

  @asyncTrait
  async looks() {
    const stream: any = this._count(1);
    const { _count } = this as any;
    const proto = Object.getPrototypeOf(new Function('return async function* () {}')()).prototype;
    this.log(Object.prototype.toString.call(stream), stream[Symbol.asyncIterator]() === stream, Reflect.ownKeys(stream), stream instanceof _count);
    this.log(proto.isPrototypeOf(stream), Object.getPrototypeOf(stream) === _count.prototype, _count.constructor.name, Object.keys(_count.prototype), Object.getPrototypeOf(_count.prototype) === proto);
    this.log(stream.next.name, stream.next.length, stream.return.length, typeof stream.then);
    try {
      new _count();
    } catch {
      this.log('no constructor');
    }
    try {
      await stream.next.call({});
    } catch (error) {
      this.log((error as Error).name);
    }
    return 'done';
  }
}

/** Functions, object literals, static and private methods. */
/** @asyncTrait */
async function* letters(log: Log, ...more: string[]): AsyncGenerator<string> {
  try {
    yield* ['a', 'b'];
    yield* more;
  } finally {
    log('letters closed');
  }
}

@asyncTrait
class Kinds {
  static async *numbers(this: unknown, to = 2): AsyncGenerator<number> {
    for (let i = 0; i < to; i++) yield i;
  }
  async *#secret(word: string): AsyncGenerator<string> {
    yield word;
    yield word + (await this.twice(1));
  }
  async twice(n: number): Promise<number> {
    return n * 2;
  }
  async *[Symbol.asyncIterator](): AsyncGenerator<number> {
    yield 1;
    yield 2;
  }
  secret(): AsyncGenerator<string> {
    return this.#secret('s');
  }
  async all(log: Log): Promise<void> {
    for await (const x of letters(log, 'c')) log(x);
    for await (const x of letters(log)) {
      log(x);
      break;
    }
    for await (const x of Kinds.numbers()) log(x);
    for await (const x of this.#secret('p')) log(x);
    for await (const x of this.secret()) log(x);
    for await (const x of this) log(x);
    const literal = {
      /** @asyncTrait */
      async *items(n: number): AsyncGenerator<number> {
        yield n;
        yield* this.items2(n);
      },
      async *items2(n: number): AsyncGenerator<number> {
        yield n + 1;
      },
    };
    for await (const x of literal.items(5)) log(x);
  }
}

/** The order in public use: as native generators, tick by tick. */
async function ticks(log: Log): Promise<void> {
  let now = 0;
  let stop = false;
  void (async () => {
    while (!stop) {
      await null;
      now++;
    }
  })();
  class Ticking {
    @asyncTrait
    async *items(): AsyncGenerator<unknown> {
      log('starts', now);
      yield 1;
      log('after 1', now);
      yield Promise.resolve(2);
      log('after 2', now);
      try {
        yield* [3, 4];
      } finally {
        log('closing', now);
      }
    }
  }
  const stream = new Ticking().items();
  const first = stream.next();
  log('asked', now);
  void first.then(() => log('first', now));
  void stream.next().then(() => log('second', now));
  await turnOf(20);
  const third = stream.next();
  void third.then(() => log('third', now));
  void stream.return(Promise.resolve('r')).then((result) => log('returned', result, now));
  void stream.return(Promise.resolve('late')).then((result) => log('late', result, now));
  void stream.next().then((result) => log('at last', result, now));
  await turnOf(40);
  stop = true;
}

/** Many ticks; not an async function, whose call on the spot would save one of its own. */
function turnOf(n: number): Promise<void> {
  return n === 0 ? Promise.resolve() : Promise.resolve().then(() => turnOf(n - 1));
}

export const main = async (log: Log): Promise<void> => {
  await matrix(log, Driven);
  await new Kinds().all(log);
  await ticks(log);
  await turn();
};
