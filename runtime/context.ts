/**
 * Async context: every method reads from an AsyncLocalStorage after an `await` what it read before, whoever resumes it.
 *
 * Where a frame waits for a promise, the engine takes care of it. Frames that resume frames do not pass the engine; so while
 * any AsyncLocalStorage is in use, such a frame keeps the context in an AsyncResource (its scope), which makes a level as slow as
 * a native one (`npm run bench`). Nothing is captured, and nothing allocated, before the first use. That it has happened is seen
 * at public calls and promises:
 *
 *   Node 20 to 23   its hooks tag every promise that is made while a store is in use
 *   from Node 24    a resource made now has the stores: looked at in public calls
 *
 * Only this is missed: the first use of a process, if it is an `enterWith` in a function that is not compiled, called just
 * before its compiled caller awaits a Completer. (A compiled method that says `enterWith` counts as a use.)
 *
 * No imports: the runtime also runs where there is no Node, and there no AsyncLocalStorage.
 */
import type { Frame } from './frame';
import { run } from './frame';
import { onItsWay } from './leaf';
import type { Policy } from './method';
import { once } from './shared';

/** An async context, to go back to. */
export interface Scope {
  runInAsyncScope<A extends unknown[], R>(fn: (...args: A) => R, self: unknown, ...args: A): R | undefined;
}

interface Resource extends Scope {
  [key: symbol]: unknown;
}

interface Hooks {
  AsyncLocalStorage: { prototype: object };
  AsyncResource: new (type: string) => Resource;
}

interface Contexts {
  used: boolean;
  Resource: Hooks['AsyncResource'] | undefined;
  /** The property of promises made while hooks are on. */
  tag: symbol | undefined;
  /** The property of resources that holds the stores, if there are any. */
  key: symbol | undefined;
  /** The context without any store. */
  none: Resource | undefined;
}

interface NodeProcess {
  readonly versions?: { readonly node?: string };
  readonly getBuiltinModule?: (name: string) => unknown;
}

export const contexts: Contexts = once('contexts', find);

function find(): Contexts {
  const found: Contexts = { used: false, Resource: undefined, tag: undefined, key: undefined, none: undefined };
  const { process } = globalThis as { process?: NodeProcess };
  if (process?.versions?.node === undefined) return found;
  const hooks = process.getBuiltinModule?.('node:async_hooks') as Hooks | undefined;
  if (hooks !== undefined) {
    const Resource = (found.Resource = hooks.AsyncResource);
    const resource = (found.none = new Resource('boxless'));
    const keyOf = (name: string): symbol | undefined => Object.getOwnPropertySymbols(resource).find(({ description }) => description === name);
    if ('_propagate' in hooks.AsyncLocalStorage.prototype) found.tag = keyOf('async_id_symbol');
    else found.key = keyOf('context_frame');
  }
  // Where nobody can tell whether a store is in use (Node before 20.16, and whatever else says it is Node), always be careful.
  found.used = found.tag === undefined && found.key === undefined;
  return found;
}

/** Looks at a promise that was made just now. */
export function notice(promise: object): void {
  // A load, and not `in`: V8 has a fast path for that alone.
  const { used, tag } = contexts;
  if (!used && tag !== undefined && (promise as Record<symbol, unknown>)[tag] !== undefined) contexts.used = true;
}

/** The same in a public call, where it may take longer. */
export function noticeCall(promise: object): void {
  const { key } = contexts;
  if (key === undefined) notice(promise);
  else if (!contexts.used && new contexts.Resource!('boxless')[key] !== undefined) contexts.used = true;
}

/** Calls `resume` in the context of frames without a scope: they began to wait before there was any store. */
export function runWithoutStore(resume: () => void): void {
  if (contexts.none !== undefined && (contexts.used || contexts.key !== undefined)) contexts.none.runInAsyncScope(resume, undefined);
  else resume();
}

/** A method that calls `enterWith`: from now on a store may be in use. */
export const contextPolicy: Policy = () => {
  contexts.used = true;
};

/**
 * `frame` begins to wait for what resumes it itself: for `callee`, which has just suspended in the same context. From Node 24 they
 * share its scope; before, `enterWith` in the callee would change that for the caller too.
 */
export function keepContext(frame: Frame, callee?: Frame): void {
  const { used, Resource, key } = contexts;
  if (!used) return;
  frame.isRare = true;
  frame.scope = (key === undefined ? undefined : callee?.scope) ?? (Resource === undefined ? new Tick() : new Resource('boxless'));
}

const promiseThen = Promise.prototype.then;

/** Where no AsyncResource can be had (Node before 20.16): a promise keeps the context, and takes a tick. */
class Tick implements Scope {
  private open!: () => void;
  private enter: (() => void) | undefined = undefined;

  constructor() {
    const opened = new Promise<void>((resolve) => {
      this.open = resolve;
    });
    Reflect.apply(promiseThen, opened, [() => this.enter!()]);
  }

  runInAsyncScope(_fn: unknown, _self: unknown, ...args: unknown[]): undefined {
    const [frame, value, failed] = args as [Frame, unknown, boolean];
    frame.awaited = onItsWay;
    this.enter = () => run(frame, value, failed);
    this.open();
  }
}
