/** One compiled trait method of one evaluated class: how it is polled, resumed and called publicly, and its pools. */
import { door, awaitValue, LIMIT, pending, PUBLIC_DEPTH } from './door';
import type { Frame, Settles } from './frame';
import { PooledFuture } from './future';
import { MAX_IDLE, Pool } from './pool';
import { agreed, callWith, isObject, once } from './shared';

export type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** What emitted code says of a method. */
export interface MethodShape {
  /** `length` of the public function. */
  length?: number;
  /** The name of the member that is the method's poll, where that is not the member of its own name. */
  poll?: string;
  /** The name of the member that is the method's entry. */
  entry?: string;
  /** The method is a generator that yields where it waits: makes its poll and its entry. */
  coroutine?: (method: Method, body: AnyFunction) => void;
  /** The options of the method: each changes the Method when it is made, so that others pay nothing for it. */
  policies?: readonly Policy[];
  /** An `async *` method, whose calls give streams: the class of its Method. */
  stream?: new (name: PropertyKey, shape: MethodShape) => StreamLike;
  /** With `stream`: every await and every item takes its native tick, so the stream is never polled. */
  microtask?: boolean;
}

/** The Method of an `async *` method. */
export interface StreamLike extends Method {
  /** Makes its public function look like an async generator function. */
  dress(fn: AnyFunction): void;
}

/** What an option of a trait method means at run time. Only the code of those that emitted code names is loaded. */
export type Policy = (method: Method) => void;

/** Marks a function object with its poll: for `super.m()`, functions and private methods, which no instance leads to. */
export const POLL: unique symbol = agreed('poll') as never;

/**
 * Symbols by the names of methods. One per name and not one per method, so that a call site can ask any object for it; kept
 * once per realm, so that all copies of the runtime agree. Its description is the bare name, because it stands in V8's message
 * where the receiver is undefined.
 */
function symbolsOf(kind: string): (name: PropertyKey) => symbol {
  const symbols = once(kind, () => new Map<PropertyKey, symbol>());
  return (name) => {
    let symbol = symbols.get(name);
    if (symbol === undefined) symbols.set(name, (symbol = Symbol(typeof name === 'symbol' ? name.description : String(name))));
    return symbol;
  };
}

/** The symbol under which a class keeps the poll of its method `name`. */
export const pollSymbol = symbolsOf('pollSymbols');

/** The symbol under which a class remembers its own public function: while `o[name]` is still that, polling is allowed. */
export const publicSymbol = symbolsOf('publicSymbols');

/** Every pool of an instance, of whatever method of a class. Kept beside the instance, so frozen and borrowed receivers have them too. */
export const poolsOf = once('pools', () => new WeakMap<object, Pool>());

/**
 * `fn.call(self, first, ...args)` without iterating an array, which a program may have changed. A loop, since with `unshift` a public call took
 * 207 ns in place of 149 ("calls by code that is not compiled" of `npm run bench`).
 */
export function callAfter(fn: AnyFunction, self: unknown, first: unknown, args: ArrayLike<unknown>): unknown {
  const list = [first];
  for (let i = 0; i < args.length; i++) list[i + 1] = args[i];
  return Reflect.apply(fn, self, list);
}

export class Method {
  /**
   * (depth, ...args): what compiled callers find under the name. Looks whether the object's public method is still the compiled
   * one. Policies may put a function of theirs around it.
   */
  poll: AnyFunction = undefined as unknown as AnyFunction;
  /** (depth, ...args): begins a call of this very method, whatever the object's public method is. The same for policies. */
  direct: AnyFunction = undefined as unknown as AnyFunction;
  /** (frame): resumes the activation in the frame, without a detour. Most of the time the same function as `direct`. */
  entry: AnyFunction | undefined = undefined;
  /** Set when it is made. */
  publicFunction: AnyFunction | undefined = undefined;
  /** The prototype or class that holds the method: for its name in messages. */
  owner: object | undefined = undefined;
  /** Checked mode, in which errors say where the first use was: puts a fresh frame in the place of one from `pool`. */
  replace: ((pool: Pool) => Frame) | undefined = undefined;
  /** Limits: gives up a call that has not begun, since it waits for its turn. False if it has: then it goes on. */
  abandon: ((frame: Frame) => boolean) | undefined = undefined;
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
  bind(poll: AnyFunction, entry: AnyFunction | undefined): void {
    this.poll = poll;
    this.entry = entry;
    this.direct = entry ?? poll;
  }

  /** `Reader.next` */
  get label(): string {
    const { owner, name } = this;
    const named = (typeof owner === 'function' ? owner : owner?.constructor)?.name;
    return (typeof named === 'string' && named ? `${named}.` : '') + String(name);
  }

  /** The pool of this method on `self`, made when a call first suspends. Calls without a receiver share one. */
  poolOf(self: unknown): Pool {
    const key = isObject(self) ? self : this;
    for (let pool = this.pools?.get(key); pool !== undefined; pool = pool.sibling) if (pool.method === this) return pool;
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
    return callWith(this.entry!, frame.self, frame);
  }

  /** A public call. Costs one PooledFuture; the frame goes back to the pool when the call ends, since the caller never holds it. */
  start(self: unknown, args: ArrayLike<unknown>): object {
    return this.begin(self, args, PooledFuture.open(this, self));
  }

  /** Runs to the first await and always yields there, as a native async method does (DESIGN section 4). Tells `handle` the end. */
  begin<H extends Settles>(self: unknown, args: ArrayLike<unknown>, handle: H): H {
    const { depth } = door;
    door.depth = PUBLIC_DEPTH;
    try {
      const result = callAfter(this.direct, self, PUBLIC_DEPTH, args);
      const { awaited, frame } = door;
      if (result !== pending) handle.settle(result, false);
      else if (frame === undefined || awaited !== frame) handle.settle(awaited, false);
      else {
        frame.handle = handle;
        handle.follow?.(frame);
      }
    } catch (error) {
      handle.settle(error, true);
    } finally {
      door.depth = depth;
    }
    return handle;
  }

  /** A poll of `super.m(...)` or of a function: the very function, whatever the receiver's public method is. */
  pollDirect(self: unknown, args: unknown[], depth: number): unknown {
    if (depth >= LIMIT) return awaitValue(this.start(self, args), self, this.publicFunction);
    return callAfter(this.direct, self, depth, args);
  }
}

/** Does a call of `method`'s name on `self` reach `method`? Asked without running a getter. */
export function isOwn(method: Method, self: unknown): boolean {
  const { name } = method;
  if (!isObject(self) || (self as Record<PropertyKey, unknown>)[publicSymbol(name)] === undefined) return true;
  for (let owner: object | null = self; owner !== null; owner = Object.getPrototypeOf(owner) as object | null) {
    const found = Object.getOwnPropertyDescriptor(owner, name);
    if (found !== undefined) return (found.value as { [POLL]?: unknown } | undefined)?.[POLL] === method;
  }
  return false;
}

/** Does something else stand where callers look for the method called `name`: an override, a mock, another decorator? */
export function isOverridden(self: unknown, name: PropertyKey, symbol = publicSymbol(name)): boolean {
  if (self === undefined || self === null) return false;
  const own = (self as Record<PropertyKey, unknown>)[symbol];
  return own !== undefined && (self as Record<PropertyKey, unknown>)[name] !== own;
}
