/** What a compiled class calls once, when it is evaluated: puts public functions and polls where callers look for them. */
import { awaitValue } from './door';

import { Method, POLL, pollSymbol, publicSymbol, type AnyFunction, type MethodShape } from './method';
import { ABI } from './shared';
import { coroutinePoll, coroutineResume } from './coroutine';
import { streamFunction, StreamMethod } from './stream-method';

type Member = Record<PropertyKey, AnyFunction>;

/** What libraries look at to tell an async function: `f.constructor.name === 'AsyncFunction'`. */
const asyncFunctionPrototype = Object.getPrototypeOf(async () => undefined) as object;

/** A function that cannot be constructed and has no `prototype`, as an async method. */
export function publicFunction(method: Method): AnyFunction {
  const { name, shape } = method;
  const made = {
    [name](this: unknown, ...args: unknown[]): unknown {
      return method.start(this, args);
    },
  }[name as string]!;
  Object.defineProperty(made, 'length', { value: shape.length ?? shape.arity ?? 0, configurable: true });
  Object.defineProperty(made, POLL, { value: method });
  method.publicFunction = made;
  if (method instanceof StreamMethod) return streamFunction(made, method);
  Object.setPrototypeOf(made, asyncFunctionPrototype);
  return made;
}

function define(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable: false });
}

export function makeMethod(name: PropertyKey, shape: MethodShape, body: AnyFunction, resumer: AnyFunction | undefined): Method {
  const method = newMethod(name, shape);
  bind(method, body, resumer);
  return method;
}

function newMethod(name: PropertyKey, shape: MethodShape): Method {
  return shape.stream ? new StreamMethod(name, shape) : new Method(name, shape);
}

/** The Method of a function, with pools of its own. */
export function functionMethod(name: PropertyKey, shape: MethodShape): Method {
  const method = newMethod(name, shape);
  method.pools = undefined;
  return method;
}

export function bind(method: Method, body: AnyFunction, resumer: AnyFunction | undefined): void {
  if (method instanceof StreamMethod) return method.bind(body, resumer);
  if (method.shape.coroutine) method.bind(coroutinePoll(method, body), coroutineResume);
  else method.bind(body, resumer);
  method.shape.policies?.forEach((policy) => policy(method));
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
 *
 * @param shapes a Method where a decorator has made it already (see `decorated`); undefined for a member that is not ours
 * and may have replaced one that is
 */
export function traits(target: object, shapes: Record<PropertyKey, MethodShape | Method | undefined>): Record<PropertyKey, Method> {
  const methods: Record<PropertyKey, Method> = {};
  const members = new Map<PropertyKey, PropertyDescriptor>();
  const resumers = new Set<PropertyKey | undefined>();
  // No array is iterated here: a program may have replaced how that is done.
  Reflect.ownKeys(shapes).forEach((key) => resumers.add(shapeOf(shapes[key])?.resume));
  const isOurs = (key: PropertyKey): boolean => Object.hasOwn(shapes, key) && shapes[key] !== undefined;
  let rebuilding = false;
  Reflect.ownKeys(target).forEach((key) => {
    const descriptor = Object.getOwnPropertyDescriptor(target, key)!;
    rebuilding ||= isOurs(key);
    if (!rebuilding || !descriptor.configurable) return;
    members.set(key, descriptor);
    delete (target as Member)[key];
  });
  members.forEach((descriptor, key) => {
    if (resumers.has(key)) return;
    if (!isOurs(key)) {
      Object.defineProperty(target, key, descriptor);
      return;
    }
    const given = shapes[key]!;
    const { resume } = shapeOf(given)!;
    const resumer = resume === undefined ? undefined : (members.get(resume)!.value as AnyFunction);
    const isMade = given instanceof Method;
    const method = isMade ? given : makeMethod(key, given, descriptor.value as AnyFunction, resumer);
    method.owner = target;
    methods[key] = method;
    if (isMade) method.resumer ??= resumer;
    const made = isMade ? method.publicFunction! : publicFunction(method);
    if (isMade) Object.defineProperty(target, key, descriptor);
    else define(target, key, made);
    // A stream is polled for its items; the call that makes it is an ordinary one.
    if (method.shape.stream) return;
    define(target, pollSymbol(key), method.poll);
    define(target, publicSymbol(key), made);
  });
  return methods;
}

function shapeOf(given: MethodShape | Method | undefined): MethodShape | undefined {
  return given instanceof Method ? given.shape : given;
}

/** How a function that no prototype leads to is polled: by this key on its public function. */
export const functionPoll: unique symbol = Symbol.for(`boxless.functionPoll/${ABI}`) as never;

/**
 * A trait method that no prototype leads to: a function, an arrow function, a method of an object literal. `make` gets the
 * Method its frames belong to and gives the poll, or the poll and what resumes it. Returns the public function.
 */
export function traitFunction(name: PropertyKey, shape: MethodShape, make: (method: Method) => AnyFunction | [AnyFunction, AnyFunction]): AnyFunction {
  const method = functionMethod(name, shape);
  const made = make(method);
  if (Array.isArray(made)) bind(method, made[0], made[1]);
  else bind(method, made, undefined);
  const fn = publicFunction(method);
  if (!shape.stream) Object.defineProperty(fn, functionPoll, { value: method.poll });
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
