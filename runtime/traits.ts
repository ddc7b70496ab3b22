/** What a compiled class calls once, when it is evaluated: puts public functions and polls where callers look for them. */
import { awaitValue } from './door';

import { Method, POLL, pollSymbol, publicSymbol, type AnyFunction, type MethodShape } from './method';
import { coroutinePoll, coroutineResume } from './coroutine';

export type Methods<Name extends string> = { readonly [K in Name]: Method };

type Member = Record<PropertyKey, AnyFunction>;

/** A function that cannot be constructed and has no `prototype`, as an async method. */
function publicFunction(method: Method, length: number): AnyFunction {
  const name = method.name;
  const made = {
    [name](this: unknown, ...args: unknown[]): unknown {
      return method.start(this, args);
    },
  }[name as string]!;
  Object.defineProperty(made, 'length', { value: length, configurable: true });
  Object.defineProperty(made, POLL, { value: method });
  return made;
}

function define(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: false });
}

function makeMethod(name: PropertyKey, shape: MethodShape, body: AnyFunction, resumer: AnyFunction | undefined): Method {
  if (!shape.coroutine) return new Method(name, shape, body, resumer);
  const method: Method = new Method(name, shape, coroutinePoll(name, body, () => method), coroutineResume);
  return method;
}

function brand(poll: AnyFunction): AnyFunction {
  // A wrapper around the poll (a Proxy whose `get` wraps functions) does not pass `poll.self === poll`.
  Object.defineProperty(poll, 'self', { value: poll });
  return poll;
}

/**
 * `static { $C = traits(this.prototype, { next: { arity: 0 } }) }`
 *
 * The class body holds each poll as a method of the public name, so that stack traces, `super` and private names are as
 * written. Here the polls move under their symbols and public functions take their places. All members from the first
 * trait method on are deleted and defined again in their order: own keys keep their order, and V8 goes on treating the
 * public functions as constants of the prototype (a method *replaced* in place costs 1 ns a poll, measured).
 */
export function traits<Name extends string>(target: object, shapes: Record<Name, MethodShape>): Methods<Name> {
  const methods: Record<string, Method> = {};
  const members = new Map<PropertyKey, PropertyDescriptor>();
  const resumers = new Set(Object.values<MethodShape>(shapes).map((shape) => shape.resume));
  let rebuilding = false;
  for (const key of Reflect.ownKeys(target)) {
    const descriptor = Object.getOwnPropertyDescriptor(target, key)!;
    rebuilding ||= typeof key === 'string' && Object.hasOwn(shapes, key);
    if (!rebuilding || !descriptor.configurable) continue;
    members.set(key, descriptor);
    delete (target as Member)[key];
  }
  for (const [key, descriptor] of members) {
    if (resumers.has(key as string)) continue;
    if (!(typeof key === 'string' && Object.hasOwn(shapes, key))) {
      Object.defineProperty(target, key, descriptor);
      continue;
    }
    const shape = shapes[key as Name];
    const resumer = shape.resume === undefined ? undefined : (members.get(shape.resume)!.value as AnyFunction);
    const method = makeMethod(key, shape, descriptor.value as AnyFunction, resumer);
    methods[key] = method;
    const made = publicFunction(method, shape.length ?? shape.arity ?? 0);
    define(target, key, made);
    define(target, pollSymbol(key), brand(method.poll));
    define(target, publicSymbol(key), made);
  }
  return methods as Methods<Name>;
}

/**
 * A trait method that no prototype leads to: a function, an arrow function, a method of an object literal, a private
 * method. Returns its public function; the poll is found through the function object.
 */
export function traitFunction(name: string, shape: MethodShape, body: AnyFunction, link?: (method: Method) => void): AnyFunction {
  const method = makeMethod(name, shape, body, undefined);
  link?.(method);
  return publicFunction(method, shape.length ?? shape.arity ?? 0);
}

/** Polls `fn` as `self.fn(...args)` if it is a trait method's public function, else calls it publicly. */
export function pollFunction(fn: unknown, self: unknown, args: unknown[], text: string): unknown {
  if (typeof fn !== 'function') throw new TypeError(`${text} is not a function`);
  const method = (fn as { [POLL]?: Method })[POLL];
  if (method instanceof Method) return method.pollDirect(self, args);
  return awaitValue(Reflect.apply(fn as AnyFunction, self, args));
}

