/**
 * What generated programs call: `_`. Compiled once for each mode in the same way as the programs, so that its leaves are
 * trait methods where theirs are. Everything it does is logged; how a leaf turns out is planned (run.ts).
 */
import { Run, type Plan, type Task } from './run';

class Thing {
  p: any = 1;
  q: any = 2;
  r: any = 'r';
  declare o: Thing | undefined;

  constructor(private readonly _: Env, nested: Thing | undefined) {
    Object.defineProperty(this, '_', { enumerable: false });
    Object.defineProperty(this, 'o', { value: nested, enumerable: false, writable: true, configurable: true });
  }

  get g(): unknown {
    this._.l(0, 'get');
    return this.p;
  }

  set g(value: unknown) {
    this._.l(0, 'set', value);
    this.p = value;
  }

  m(t: Task, ...values: unknown[]): unknown {
    this._.l(t, 'm', this._ instanceof Env, values);
    return values[0];
  }

  /** @asyncTrait */
  async am(t: Task, x: unknown): Promise<unknown> {
    return await this._.get(t, x);
  }

  tag(strings: TemplateStringsArray, ...values: unknown[]): unknown {
    return this._.tag(strings, ...values);
  }
}

export class Env extends Run {
  readonly C: new (t: Task, ...values: unknown[]) => object;
  readonly D: unknown;
  private objects = new Map<Task, Thing>();
  private arrays = new Map<Task, unknown[]>();
  private deferred: { t: Task; fn: () => unknown }[] = [];
  private templates = new Map<unknown, number>();

  constructor(show: (value: unknown) => string) {
    super(show);
    const env = this;
    this.C = class {
      z = 1;
      constructor(t: Task, ...values: unknown[]) {
        env.l(t, 'new', values);
      }
    };
    this.D = function (this: object, t: Task) {
      env.l(t, 'D', new.target !== undefined);
    };
  }

  override reset(plan: Plan): void {
    super.reset(plan);
    this.deferred = [];
    for (const map of [this.objects, this.arrays, this.templates]) map.clear();
  }

  /** What was put off until the program is over. */
  finish(): void {
    for (const { t, fn } of this.deferred) {
      try {
        this.l(t, 'deferred', fn());
      } catch (error) {
        this.l(t, 'deferred', error);
      }
    }
  }

  // Leaves.

  /** @asyncTrait */
  async get(t: Task, x: unknown): Promise<any> {
    const outcome = this.outcome(t, 'get');
    this.l(t, 'get', x);
    if (outcome === 'tick') await null;
    if (outcome === 'later') await this.turn();
    if (outcome === 'throw') throw new Error('thrown');
    if (outcome === 'reject') {
      await null;
      throw new Error('rejected');
    }
    return x;
  }

  async nat(t: Task, x: unknown): Promise<unknown> {
    this.l(t, 'nat', x);
    return await this.get(t, x);
  }

  val(t: Task, x: unknown): unknown {
    const outcome = this.outcome(t, 'val');
    this.l(t, 'val', x);
    if (outcome === 'throw') throw new Error('thrown');
    if (outcome === 'reject') return Promise.reject(new Error('rejected'));
    if (outcome === 'tick') return Promise.resolve(x);
    return outcome === 'later' ? this.turn().then(() => x) : x;
  }

  pro(t: Task, x: unknown): Promise<unknown> {
    return this.outcome(t, 'pro') === 'later' ? this.turn().then(() => x) : Promise.resolve(x);
  }

  /** A thenable of some kind. */
  thn(t: Task, x: unknown): any {
    const outcome = this.outcome(t, 'thn');
    const odd = this.planned(t, 'odd') % 8;
    const env = this;
    if (odd === 0 && typeof this.plan === 'number') return { get then(): never { throw new Error('getter'); } };
    return {
      then(resolve: (value: unknown) => void, reject: (error: unknown) => void): void {
        env.l(t, 'then', x);
        if (outcome === 'throw') throw new Error('thrown by then');
        if (outcome === 'reject') return reject(new Error('rejected by then'));
        if (outcome === 'tick') queueMicrotask(() => resolve(x));
        else if (outcome === 'later') void env.turn().then(() => resolve(x));
        else resolve(x);
        if (odd < 3) {
          resolve('ignored');
          reject(new Error('ignored'));
          if (odd === 1) throw new Error('ignored');
        }
      },
    };
  }

  // Values.

  v(t: Task, key: unknown, x: unknown): unknown {
    this.l(t, 'v', key, x);
    return x;
  }

  k(t: Task, key: string | number): string | number {
    this.l(t, 'k', key);
    return key;
  }

  id(x: unknown): unknown {
    return x;
  }

  fn(t: Task, ...values: unknown[]): unknown {
    this.l(t, 'fn', values);
    return values[0];
  }

  e(key: number): Error {
    return new Error(`e${key}`);
  }

  o(t: Task): Thing {
    let thing = this.objects.get(t);
    if (thing === undefined) this.objects.set(t, (thing = new Thing(this, new Thing(this, undefined))));
    return thing;
  }

  a(t: Task): unknown[] {
    let array = this.arrays.get(t);
    if (array === undefined) this.arrays.set(t, (array = [1, 2, 3]));
    return array;
  }

  /** `value`, or nothing. */
  or<T>(t: Task, value: T): T | null | undefined {
    return [value, value, undefined, value, null][this.n(t, 5)];
  }

  maybe(t: Task): any {
    return [this.o(t), undefined, this.o(t), null][this.n(t, 4)];
  }

  d(t: Task, fn: () => unknown): number {
    this.deferred.push({ t, fn });
    return 1;
  }

  /** Says of a class what can be seen of it. */
  cls(t: Task, made: any): number {
    const shown = (of: object): string => Object.getOwnPropertyNames(of).filter((name) => name !== 'length' && name !== 'prototype').join();
    this.l(t, 'class', made.name, shown(made), shown(made.prototype), made.x);
    this.l(t, 'instance', new made(t));
    return 1;
  }

  tag(strings: TemplateStringsArray, ...values: unknown[]): unknown {
    const known = this.templates.get(strings) ?? this.templates.size;
    this.templates.set(strings, known);
    this.l(0, 'tag', known, strings.raw.join('_'), values);
    return values[0];
  }

  hold(x: unknown): unknown {
    Promise.resolve(x).catch(() => {});
    return x;
  }

  isPromise(x: unknown): boolean {
    return x instanceof Promise;
  }

  // What has to be closed.

  it(t: Task, length: number): Iterable<unknown> {
    const env = this;
    let at = 0;
    const odd = typeof this.plan === 'number' ? this.planned(t, 'iterator') % 12 : 99;
    return {
      [Symbol.iterator]() {
        env.l(t, 'iterator');
        return {
          next() {
            env.l(t, 'next', at);
            if (odd === 0 && at === 1) throw new Error('next');
            return at++ < length ? { value: at, done: false } : { value: undefined, done: true };
          },
          return(): any {
            env.l(t, 'return');
            if (odd === 1) throw new Error('return');
            return odd === 2 ? 1 : {};
          },
        };
      },
    };
  }

  ai(t: Task, length: number): AsyncIterable<unknown> {
    const env = this;
    let at = 0;
    const odd = typeof this.plan === 'number' ? this.planned(t, 'async iterator') % 12 : 99;
    return {
      [Symbol.asyncIterator]() {
        env.l(t, 'async iterator');
        return {
          next(): any {
            env.l(t, 'async next', at);
            const result = at++ < length ? { value: at, done: false } : { value: undefined, done: true };
            return odd === 0 ? result : env.get(t, result);
          },
          return(): any {
            env.l(t, 'async return');
            return odd === 2 ? 1 : env.get(t, {});
          },
        };
      },
    };
  }

  rs(t: Task, key: number): object {
    this.l(t, 'open', key);
    return { [Symbol.dispose]: () => {
      this.l(t, 'dispose', key);
      if (typeof this.plan === 'number' && this.planned(t, 'resource') % 6 === 0) throw new Error(`dispose ${key}`);
    } };
  }

  ra(t: Task, key: number): object {
    this.l(t, 'open', key);
    return { [Symbol.asyncDispose]: () => {
      this.l(t, 'dispose', key);
      return this.get(t, key);
    } };
  }

  proxy(t: Task): object {
    const env = this;
    return new Proxy({ p: 1, q: 2, s: 3 } as Record<string, number>, {
      ownKeys(of) {
        env.l(t, 'own keys');
        return Reflect.ownKeys(of);
      },
      getOwnPropertyDescriptor(of, key) {
        env.l(t, 'descriptor', String(key));
        return Reflect.getOwnPropertyDescriptor(of, key);
      },
    });
  }
}
