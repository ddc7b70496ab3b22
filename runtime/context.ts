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

export const contexts: Contexts = once('contexts', () => {
  const { process } = globalThis as { process?: NodeProcess };
  const hooks = process?.getBuiltinModule?.('node:async_hooks') as Hooks | undefined;
  const Resource = hooks?.AsyncResource;
  const none = Resource && new Resource('boxless');
  const keyOf = (name: string): symbol | undefined => none && Object.getOwnPropertySymbols(none).find(({ description }) => description === name);
  const isTagged = hooks && '_propagate' in hooks.AsyncLocalStorage.prototype;
  const tag = isTagged ? keyOf('async_id_symbol') : undefined;
  const key = isTagged ? undefined : keyOf('context_frame');
  // Where nobody can tell whether a store is in use (Node before 20.16, and whatever else says it is Node), always be careful.
  return { used: process?.versions?.node !== undefined && (tag ?? key) === undefined, Resource, tag, key, none };
});

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

/** Where no AsyncResource can be had (Node before 20.16): a promise keeps the context, and takes a tick. */
class Tick implements Scope {
  private open!: (given: unknown[]) => void;

  constructor() {
    void this.wait();
  }

  private async wait(): Promise<void> {
    const [frame, value, failed] = await new Promise<unknown[]>((resolve) => {
      this.open = resolve;
    });
    run(frame as Frame, value, failed as boolean);
  }

  runInAsyncScope(_fn: unknown, _self: unknown, ...given: unknown[]): undefined {
    this.open(given);
  }
}
