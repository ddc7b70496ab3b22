/**
 * One runtime per realm and ABI version, however many copies of the package are installed.
 *
 * Two copies of the runtime would each have their own `pending` sentinel and would take each other's frames for plain
 * values. So everything that compiled code of two packages must agree on is made once and kept on `globalThis` under a
 * registered symbol that carries the ABI version. A copy with another version finds nothing there, and its classes'
 * poll entries stand under other symbols: to us its methods are ordinary methods that return promises.
 */
const ABI = 1;

/** A symbol on which all copies of the runtime of this ABI version agree. */
export function agreed(name: string): symbol {
  return Symbol.for(`boxless.${name}/${ABI}`);
}

const registryKey = agreed('runtime');

type Registry = Record<string, unknown>;

/** Returns what an earlier copy of the runtime made under `name`, or makes it. */
export function once<T extends object | symbol>(name: string, make: () => T): T {
  const realm = globalThis as unknown as Record<symbol, Registry | undefined>;
  let registry = realm[registryKey];
  if (registry === undefined) {
    registry = Object.create(null) as Registry;
    Object.defineProperty(realm, registryKey, { value: registry });
  }
  return (registry[name] ??= make()) as T;
}

/**
 * `callWith(fn, self, ...args)` is `fn.call(self, ...args)` without reading `call` from `fn`: where one place calls functions of several
 * hidden classes, V8 looks that property up each time (9 ns of an item of a stream). No array of arguments either, as
 * `Reflect.apply` makes until it is optimised.
 */
export const callWith = Function.prototype.call.bind(Function.prototype.call) as <R>(fn: (this: never, ...args: never[]) => R, self: unknown, ...args: unknown[]) => R;

/** `promise.then(onValue, onError)` by the engine's own `then`, whatever a program makes of that. */
export const nativeThen = Function.prototype.call.bind(Promise.prototype.then) as (promise: Promise<unknown>, onValue: (value: unknown) => void, onError?: (error: unknown) => void) => Promise<unknown>;

/** What to call `then` of, for a tick. */
export const settled = Promise.resolve();

export const ignore = (): void => {};

/** What can have members of its own, and be a key of a WeakMap. */
export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** A member as a class' own methods are: a new one is not enumerable, and one that is there stays as it is. */
export function define(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, configurable: true });
}

/** `fn.call(self, ...args)` with the error of `text(...)` if `fn` is no function, and whatever `fn.call` may be. */
export function call(fn: unknown, self: unknown, args: unknown[], text: string): unknown {
  if (typeof fn !== 'function') throw new TypeError(`${text} is not a function`);
  return Reflect.apply(fn as (...given: unknown[]) => unknown, self, args);
}

/** What `make` makes, once per key. */
export function perObject<T>(make: () => T): (key: object) => T {
  const made = new WeakMap<object, T>();
  return (key) => {
    let one = made.get(key);
    if (one === undefined) made.set(key, (one = make()));
    return one;
  };
}
