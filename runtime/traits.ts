/** What a compiled class calls once, when it is evaluated: puts public functions and polls where callers look for them. */
import { awaitValue } from './door';
import { Method, POLL, pollSymbol, publicSymbol, type AnyFunction, type MethodShape, type StreamLike } from './method';
import { agreed, call, callWith, define, once } from './shared';

type Member = Record<PropertyKey, AnyFunction>;

const { slice } = Array.prototype;

/** What libraries look at to tell an async function: `f.constructor.name === 'AsyncFunction'`. */
const asyncFunctionPrototype = Object.getPrototypeOf(async () => undefined) as object;

/**
 * The `name` or `length` of a function. Only defined where it is not so already: to define one turns the function into a dictionary for V8,
 * and its poll is looked up in that by every call (`f(...)`: 17 in place of 5 ns).
 */
function keep(fn: AnyFunction, key: 'name' | 'length', value: unknown): void {
  if (fn[key] !== value) Object.defineProperty(fn, key, { value, configurable: true });
}

/** A function that cannot be constructed and has no `prototype`, as an async method. */
function publicFunction(method: Method): AnyFunction {
  const name = method.name as string;
  return { [name](...args: unknown[]) { return method.start(this, args); } }[name]!;
}

/** A Method with its public function. */
function newMethod(name: PropertyKey, shape: MethodShape, make = publicFunction): Method {
  const { length = 0, stream = Method } = shape;
  const method = new stream(name, shape);
  const made = (method.publicFunction = make(method));
  keep(made, 'length', length);
  Object.defineProperty(made, POLL, { value: method });
  if (stream === Method) Object.setPrototypeOf(made, asyncFunctionPrototype);
  else (method as StreamLike).dress(made);
  return method;
}

/** A method with its body. Emitted code makes those that are `#private` so: their polls and entries are members, so there is nothing to look up. */
export function makeMethod(name: PropertyKey, shape: MethodShape, body: AnyFunction, entry?: AnyFunction): Method {
  return bind(newMethod(name, shape), body, entry);
}

/** A public function with up to three parameters written, for its `length`: see `keep`. */
function withParameters(method: Method): AnyFunction {
  const name = method.name as string;
  const functions: Record<string, AnyFunction>[] = [
    { [name](_a) { return method.start(this, arguments); } },
    { [name](_a, _b) { return method.start(this, arguments); } },
    { [name](_a, _b, _c) { return method.start(this, arguments); } },
  ];
  return functions[method.shape.length! - 1]?.[name] ?? publicFunction(method);
}

/** The Method of a function, with pools of its own. */
export function functionMethod(name: PropertyKey, shape: MethodShape, declared?: AnyFunction): Method {
  const method = newMethod(name, shape, declared ? () => declared : withParameters);
  method.pools = undefined;
  return method;
}

export function bind(method: Method, body: AnyFunction, entry: AnyFunction | undefined): Method {
  const { coroutine, policies, poll, stream } = method.shape;
  if (poll !== undefined) nameHelper(method, body);
  nameHelper(method, entry);
  if (coroutine !== undefined) coroutine(method, body);
  else method.bind(body, entry);
  policies?.forEach((policy) => policy(method));
  if (stream === undefined) brand(method.poll);
  return method;
}

/** In stack traces the helpers are the method, too. */
export function nameHelper({ publicFunction }: Method, helper: AnyFunction | undefined): void {
  if (helper !== undefined) keep(helper, 'name', publicFunction!.name);
}

/**
 * Marks polls. A wrapper around a poll (a Proxy whose `get` wraps functions, a Proxy of the poll itself) has no private
 * field, so callers see that it is none. What is extended gives back what it is given: so the field is put on that. Costs one comparison
 * of a hidden class, which `poll.call` needs anyway: four classes at a call site take 5.1 ns, with `poll.self === poll` 5.6 (measured as
 * `npm run bench` does).
 *
 * `is` is never asked of what is no poll yet: V8 remembers the hidden classes that it was asked of, and a call of a function in an ES module, which
 * is no constant for it, takes 6.8 in place of 2.9 ns where those of bare functions are among them.
 */
class Poll extends (function (given: object) { return given; } as unknown as new (given: object) => object) {
  #isPoll = true;

  static mark(poll: AnyFunction): void {
    if (!(#isPoll in poll)) new Poll(poll);
  }

  static is(value: unknown): boolean {
    return typeof value === 'function' && #isPoll in value;
  }

  static isShallow(value: unknown, depth: number): boolean {
    return typeof value === 'function' && #isPoll in value && depth < 200;
  }
}

const brand: (poll: AnyFunction) => void = once('brand', () => Poll.mark);

/** Is it the poll of a compiled method, and nothing around one? Asked at every call on the spot; V8 inlines it. */
export const isPoll: (value: unknown) => boolean = once('isPoll', () => Poll.is);

/**
 * The same, where the call may be too deep (see `LIMIT` in door.ts). One function for both tests, since the callers' bytecode has
 * to be small; at most 27 bytes of bytecode itself, so that V8 inlines it always.
 */
export const canPoll: (value: unknown, depth: number) => boolean = once('canPoll', () => Poll.isShallow);

/**
 * `static { $C = traits(this.prototype, { next: { length: 0, entry: "next$entry" } }) }`
 *
 * The class body holds each poll as a method of the public name, so that stack traces, `super` and private names are as
 * written. Here the polls move under their symbols and public functions take their places. All members from the first
 * trait method on are deleted and defined again in their order: own keys keep their order, and V8 goes on treating the
 * public functions as constants of the prototype (a method *replaced* in place costs 1 ns a poll, measured).
 *
 * @param shapes a Method where a decorator has made it already (see `decorated`); undefined for a member that is not ours
 * and may have replaced one that is
 * @param leftOver polls and entries, in case such a member has come after theirs
 */
export function traits(target: object, shapes: Record<PropertyKey, MethodShape | Method | undefined>, leftOver: readonly string[] = []): Record<PropertyKey, Method> {
  const methods: Record<PropertyKey, Method> = {};
  const members = new Map<PropertyKey, PropertyDescriptor>();
  const helpers = new Set<PropertyKey | undefined>();
  // Any name may be looked up in it.
  Object.setPrototypeOf(shapes, null);
  const shapeOf = (given: MethodShape | Method | undefined): MethodShape | undefined => (given as Method | undefined)?.shape ?? (given as MethodShape | undefined);
  // No array is iterated here: a program may have replaced how that is done.
  Reflect.ownKeys(shapes).forEach((key) => {
    const shape = shapeOf(shapes[key]);
    helpers.add(shape?.poll).add(shape?.entry);
  });
  leftOver.forEach((key) => helpers.add(key));
  let rebuilding = false;
  Reflect.ownKeys(target).forEach((key) => {
    const descriptor = Object.getOwnPropertyDescriptor(target, key)!;
    rebuilding ||= shapes[key] !== undefined || helpers.has(key);
    if (!rebuilding || !descriptor.configurable) return;
    members.set(key, descriptor);
    delete (target as Member)[key];
  });
  const helper = (name: PropertyKey | undefined): AnyFunction | undefined => members.get(name!)?.value as AnyFunction | undefined;
  members.forEach((descriptor, key) => {
    if (helpers.has(key)) return;
    const shape = shapeOf(shapes[key]);
    let method = shapes[key] as Method;
    if (shape !== undefined) {
      const entry = helper(shape.entry);
      if (shape === shapes[key]) {
        method = makeMethod(key, shape, helper(shape.poll ?? key)!, entry);
        descriptor.value = method.publicFunction;
      } else if (entry !== undefined) nameHelper(method, (method.entry = entry));
      method.owner = target;
      methods[key] = method;
    }
    Object.defineProperty(target, key, descriptor);
    // A stream is polled for its items; the call that makes it is an ordinary one.
    if (shape === undefined || shape.stream !== undefined) return;
    define(target, pollSymbol(key), method.poll);
    define(target, publicSymbol(key), method.publicFunction);
  });
  return methods;
}

/** How a function that no prototype leads to is polled: by this key on its public function. */
export const functionPoll: unique symbol = agreed('functionPoll') as never;

/**
 * A trait method that no prototype leads to: a function, an arrow function, a method of an object literal. `make` gets the
 * Method its frames belong to and gives the poll and the entry, or a generator. Returns the public function.
 */
export function traitFunction(name: PropertyKey, shape: MethodShape, make: (method: Method) => AnyFunction | [poll: AnyFunction, entry: AnyFunction]): AnyFunction {
  return complete(functionMethod(name, shape), make).publicFunction!;
}

function complete(method: Method, make: Parameters<typeof traitFunction>[2]): Method {
  const made = make(method);
  if (Array.isArray(made)) bind(method, made[0], made[1]);
  else bind(method, made, undefined);
  if (!method.shape.stream) Object.defineProperty(method.publicFunction!, functionPoll, { value: method.poll });
  return method;
}

/** The Method of a function that a module declares: `fn`, which is there before anything of the module has run. */
export function declaredFunction(fn: AnyFunction, name: string, shape: MethodShape, make: Parameters<typeof traitFunction>[2]): Method {
  // Its `prototype` cannot be deleted.
  Object.defineProperty(fn, 'prototype', { value: undefined });
  keep(fn, 'name', name);
  return complete(functionMethod(name, shape, fn), make);
}

/** A public call of such a function. */
export function startDeclared(method: Method, target: unknown, self: unknown, given: ArrayLike<unknown>): object {
  if (target !== undefined) throw new TypeError(`${String(method.name)} is not a constructor`);
  return method.start(self, given);
}

/** Something stands between the caller and the compiled method: `fn = self[name]` is called in its place. `given`: the depth, the arguments. */
export function overridden(fn: unknown, self: unknown, text: string, given: ArrayLike<unknown>): unknown {
  return pollFunction(given[0] as number, fn, self, callWith(slice, given, 1), `this${text}`);
}

/**
 * Polls `super.m(...)` and calls of computed members, if `fn` is a trait method's public function; else calls it publicly. What that gives is
 * awaited, or, with `returned` for `then`, returned.
 */
export function pollFunction(depth: number, fn: unknown, self: unknown, args: unknown[], text: string, then: (value: unknown) => unknown = awaitValue): unknown {
  const method = typeof fn === 'function' ? (fn as { [POLL]?: Method })[POLL] : undefined;
  if (method instanceof Method) return method.pollDirect(self, args, depth);
  return then(call(fn, self, args, text));
}

/** The same where nothing is polled, since every await keeps its native tick. */
export function startFunction(fn: unknown, self: unknown, args: unknown[], text: string): unknown {
  return awaitValue(call(fn, self, args, text), self, fn);
}
