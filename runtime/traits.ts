/** What a compiled class calls once, when it is evaluated: puts public functions and polls where callers look for them. */
import { awaitValue } from './door';

import { Method, POLL, pollSymbol, publicSymbol, type AnyFunction, type MethodShape } from './method';
import { ABI } from './shared';
import { coroutinePoll, coroutineResume } from './coroutine';

export type Methods<Name extends string> = { readonly [K in Name]: Method };

type Member = Record<PropertyKey, AnyFunction>;

/** What libraries look at to tell an async function: `f.constructor.name === 'AsyncFunction'`. */
const asyncFunctionPrototype = Object.getPrototypeOf(async () => undefined) as object;

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
  Object.setPrototypeOf(made, asyncFunctionPrototype);
  method.publicFunction = made;
  return made;
}

function define(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: false });
}

function makeMethod(name: PropertyKey, shape: MethodShape, body: AnyFunction, resumer: AnyFunction | undefined): Method {
  const method = new Method(name, shape);
  bind(method, body, resumer);
  return method;
}

function bind(method: Method, body: AnyFunction, resumer: AnyFunction | undefined): void {
  if (method.shape.coroutine) method.bind(coroutinePoll(method, body), coroutineResume);
  else method.bind(body, resumer);
  for (const policy of method.shape.policies ?? []) policy(method);
  brand(method.poll);
}

function brand(poll: AnyFunction): void {
  // A wrapper around the poll (a Proxy whose `get` wraps functions) does not pass `poll.self === poll`.
  Object.defineProperty(poll, 'self', { value: poll });
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
    method.owner = target;
    methods[key] = method;
    const made = publicFunction(method, shape.length ?? shape.arity ?? 0);
    define(target, key, made);
    define(target, pollSymbol(key), method.poll);
    define(target, publicSymbol(key), made);
  }
  return methods as Methods<Name>;
}

/** How a function that no prototype leads to is polled: by this key on its public function. */
export const functionPoll: unique symbol = Symbol.for(`boxless.functionPoll/${ABI}`) as never;

/**
 * A trait method that no prototype leads to: a function, an arrow function, a method of an object literal. `make` gets the
 * Method its frames belong to and gives the poll, or the poll and what resumes it. Returns the public function.
 */
export function traitFunction(name: string, shape: MethodShape, make: (method: Method) => AnyFunction | [AnyFunction, AnyFunction]): AnyFunction {
  const method = new Method(name, shape);
  const made = make(method);
  const [body, resumer] = Array.isArray(made) ? made : [made, undefined];
  bind(method, body, resumer);
  const fn = publicFunction(method, shape.length ?? shape.arity ?? 0);
  Object.defineProperty(fn, functionPoll, { value: method.poll });
  return fn;
}

/** A `#private` method: its poll and what resumes it are members of their own, so there is nothing to look up. */
export function privateMethod(name: string, shape: MethodShape, body: AnyFunction, resumer?: AnyFunction): Method {
  return makeMethod(name, shape, body, resumer);
}

/** `fn.call(self, ...args)` with the error of `text(...)` if `fn` is no function, and whatever `fn.call` may be. */
export function call(fn: unknown, self: unknown, args: unknown[], text: string): unknown {
  if (typeof fn !== 'function') throw new TypeError(`${text} is not a function`);
  return Reflect.apply(fn as AnyFunction, self, args);
}

/** Polls `super.m(...)` and calls of computed members, if `fn` is a trait method's public function; else calls it publicly. */
export function pollFunction(fn: unknown, self: unknown, args: unknown[], text: string): unknown {
  if (typeof fn !== 'function') throw new TypeError(`${text} is not a function`);
  const method = (fn as { [POLL]?: Method })[POLL];
  if (method instanceof Method) return method.pollDirect(self, args);
  return awaitValue(Reflect.apply(fn as AnyFunction, self, args));
}

/** The same where nothing is polled, since every await keeps its native tick. */
export function startFunction(fn: unknown, self: unknown, args: unknown[], text: string): unknown {
  if (typeof fn !== 'function') throw new TypeError(`${text} is not a function`);
  return awaitValue(Reflect.apply(fn as AnyFunction, self, args), self, fn);
}
