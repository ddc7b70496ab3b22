/** One compiled trait method of one evaluated class: how it is polled, resumed and called publicly, and its pools. */
import { door, awaitValue, LIMIT, pending, PUBLIC_DEPTH } from './door';
import { direct, type Frame, type Settles } from './frame';
import { PooledFuture } from './future';
import { MAX_IDLE, Pool } from './pool';
import { ABI, once } from './shared';
import { settleFrom } from './subscribe';

export type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** What emitted code says of a method. */
export interface MethodShape {
  /** The number of written parameters; the hidden argument of a poll stands behind them. */
  arity?: number;
  /** `length` of the public function, where it differs from `arity` (defaults, rest). */
  length?: number;
  /** The last parameter is a rest parameter: the hidden argument stands before what it collects. */
  rest?: boolean;
  /** The name of the member that resumes the method, where that is not the poll itself. */
  resume?: string;
  /** The method is a generator that yields where it waits. */
  coroutine?: boolean;
  /** The options of the method: each changes the Method when it is made, so that others pay nothing for it. */
  policies?: readonly Policy[];
  /** An `async *` method: a call gives a stream. */
  stream?: boolean;
  /** With `stream`: every await and every item takes its native tick, so the stream is never polled. */
  microtask?: boolean;
}

/** What an option of a trait method means at run time. Only the code of those that emitted code names is loaded. */
export type Policy = (method: Method) => void;

/** Marks a function object with its poll: for `super.m()`, functions and private methods, which no instance leads to. */
export const POLL: unique symbol = Symbol.for(`boxless.poll/${ABI}`) as never;

const pollSymbols = once('pollSymbols', () => new Map<PropertyKey, symbol>());

/**
 * The symbol under which a class keeps the poll of its method `name`. One per name and not one per method, so that a call
 * site can ask any object for it; kept once per realm, so that all copies of the runtime agree. Its description is the bare
 * name, because it stands in V8's message where the receiver is undefined.
 */
export function pollSymbol(name: PropertyKey): symbol {
  let symbol = pollSymbols.get(name);
  if (symbol === undefined) {
    symbol = typeof name === 'symbol' ? Symbol(name.description) : Symbol(name.toString());
    pollSymbols.set(name, symbol);
  }
  return symbol;
}

const publicSymbols = once('publicSymbols', () => new Map<PropertyKey, symbol>());

/** The symbol under which a class remembers its own public function: while `o[name]` is still that, polling is allowed. */
export function publicSymbol(name: PropertyKey): symbol {
  let symbol = publicSymbols.get(name);
  if (symbol === undefined) {
    symbol = typeof name === 'symbol' ? Symbol(name.description) : Symbol(name.toString());
    publicSymbols.set(name, symbol);
  }
  return symbol;
}

/** Every pool of an instance, of whatever method of a class. Kept beside the instance, so frozen and borrowed receivers have them too. */
export const poolsOf = once('pools', () => new WeakMap<object, Pool>());

export class Method {
  /** What callers poll. Policies may put a function of theirs around `body`. */
  poll: AnyFunction = undefined as unknown as AnyFunction;
  /** The compiled function: resumed without a detour. */
  private body: AnyFunction = undefined as unknown as AnyFunction;
  /** Set when it is made. */
  publicFunction: AnyFunction | undefined = undefined;
  resumer: AnyFunction | undefined = undefined;
  /** The prototype or class that holds the method: for its name in messages. */
  owner: object | undefined = undefined;
  /** Checked mode: puts a fresh frame in the place of one from `pool`. */
  replace: ((pool: Pool) => Frame) | undefined = undefined;
  /** Checked mode: errors say where the first use was. */
  get checked(): boolean {
    return this.replace !== undefined;
  }
  /**
   * The pools by receiver. A function is made as often as its text is evaluated: its pools are its own (a WeakMap from the
   * first suspension on), or its receivers would keep it, and what it has captured, alive.
   */
  pools: WeakMap<object, Pool> | undefined = poolsOf;

  constructor(
    readonly name: PropertyKey,
    readonly shape: MethodShape,
  ) {}

  /** Set once, when the functions exist: they mention their Method. */
  bind(body: AnyFunction, resumer: AnyFunction | undefined): void {
    this.body = this.poll = body;
    this.resumer = resumer;
  }

  /** `Reader.next` */
  get label(): string {
    const { owner, name } = this;
    const named = (typeof owner === 'function' ? owner : owner?.constructor)?.name;
    return typeof named === 'string' && named !== '' ? `${named}.${String(name)}` : String(name);
  }

  /** The pool of this method on `self`, made when a call first suspends. Calls without a receiver share one. */
  poolOf(self: unknown): Pool {
    const key = (typeof self === 'object' || typeof self === 'function') && self !== null ? self : this;
    const pools = (this.pools ??= new WeakMap());
    for (let pool = pools.get(key); pool !== undefined; pool = pool.sibling) if (pool.method === this) return pool;
    // What sloppy functions without a receiver see as `this` is no receiver.
    return key === globalThis ? this.poolOf(undefined) : this.addPool(key);
  }

  /** Makes a pool, to be found by `key`. */
  addPool(key: object): Pool {
    const pools = (this.pools ??= new WeakMap());
    const pool = this.makePool();
    pool.sibling = pools.get(key);
    pools.set(key, pool);
    return pool;
  }

  makePool(): Pool {
    return new Pool(MAX_IDLE, this);
  }

  /** Goes on with the activation whose locals are in `frame`. */
  resume(frame: Frame): unknown {
    const { resumer } = this;
    if (resumer !== undefined) return resumer.call(frame.self, frame);
    switch (this.shape.arity) {
      case 0: return this.body.call(frame.self, frame);
      case 1: return this.body.call(frame.self, undefined, frame);
      case 2: return this.body.call(frame.self, undefined, undefined, frame);
      case 3: return this.body.call(frame.self, undefined, undefined, undefined, frame);
      default: return Reflect.apply(this.body, frame.self, this.withHidden([], frame));
    }
  }

  /** `args` with the hidden argument at its place behind the written parameters. */
  withHidden(args: unknown[], hidden: Frame): unknown[] {
    const { arity, rest, coroutine } = this.shape;
    if (coroutine) args.push(hidden);
    else if (rest) {
      const written = args.slice(0, arity);
      written.length = arity!;
      return written.concat([hidden], args.slice(arity));
    } else {
      args.length = arity!;
      args.push(hidden);
    }
    return args;
  }

  /** A public call. Costs one PooledFuture; the frame goes back to the pool when the call ends, since the caller never holds it. */
  start(self: unknown, args: unknown[]): object {
    return this.begin(self, args, PooledFuture.open(this, self));
  }

  /** Runs to the first await and always yields there, as a native async method does (DESIGN section 4). Tells `handle` the end. */
  begin<H extends Settles>(self: unknown, args: unknown[], handle: H): H {
    const { depth } = door;
    door.depth = PUBLIC_DEPTH;
    try {
      const result = Reflect.apply(this.poll, self, this.withHidden(args, direct));
      if (result === pending) settleFrom(door.awaited, handle);
      else handle.settle(result, false);
    } catch (error) {
      handle.settle(error, true);
    } finally {
      door.depth = depth;
    }
    return handle;
  }

  /** Gives up a call that has not begun, since it waits for its turn. False if it has: then it goes on. */
  abandon(_frame: Frame): boolean {
    return false;
  }

  /** A poll of `super.m(...)` or of a function: the very function, whatever the receiver's public method is. */
  pollDirect(self: unknown, args: unknown[]): unknown {
    if (door.depth >= LIMIT) return awaitValue(this.start(self, args), self, this.publicFunction);
    return Reflect.apply(this.poll, self, this.withHidden(args, direct));
  }
}

/** Does a call of `method`'s name on `self` reach `method`? Asked without running a getter. */
export function isOwn(method: Method, self: unknown): boolean {
  const { name } = method;
  if ((typeof self !== 'object' && typeof self !== 'function') || self === null || (self as Record<PropertyKey, unknown>)[publicSymbol(name)] === undefined) return true;
  for (let owner: object | null = self; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (found !== undefined) return (found.value as { [POLL]?: unknown } | undefined)?.[POLL] === method;
  }
  return false;
}

/** Does something else stand where callers look for the method called `name`: an override, a mock, another decorator? */
export function isOverridden(self: unknown, name: PropertyKey): boolean {
  if (self === undefined || self === null) return false;
  const own = (self as Record<PropertyKey, unknown>)[publicSymbol(name)];
  return own !== undefined && (self as Record<PropertyKey, unknown>)[name] !== own;
}
