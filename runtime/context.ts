/**
 * Async context: every method reads from an AsyncLocalStorage after an `await` what it read before, whoever resumes it.
 *
 * Where a frame waits for a promise, the engine takes care of it. Frames that resume frames do not pass the engine; so while
 * any AsyncLocalStorage is in use, such a frame waits through a native promise (a bridge), at native cost. Nothing is
 * captured, and nothing allocated, before the first use. That it has happened is seen at public calls and promises:
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

interface Hooks {
  AsyncLocalStorage: { prototype: object };
  AsyncResource: new (type: string) => Resource;
}

interface Resource {
  runInAsyncScope(fn: (...args: never[]) => void, self: unknown, ...args: unknown[]): void;
  [key: symbol]: unknown;
}

interface Contexts {
  used: boolean;
  /** The property of promises made while hooks are on. */
  tag: symbol | undefined;
  /** Makes something that has the stores, if there are any, as a property `key`. */
  look: { readonly Resource: Hooks['AsyncResource']; readonly key: symbol } | undefined;
  /** The context without any store. */
  none: Resource | undefined;
}

interface NodeProcess {
  readonly versions?: { readonly node?: string };
  readonly getBuiltinModule?: (name: string) => unknown;
}

export const contexts: Contexts = once('contexts', find);

function find(): Contexts {
  const found: Contexts = { used: false, tag: undefined, look: undefined, none: undefined };
  const { process } = globalThis as { process?: NodeProcess };
  if (process?.versions?.node === undefined) return found;
  const hooks = process.getBuiltinModule?.('node:async_hooks') as Hooks | undefined;
  if (hooks !== undefined) {
    const Resource = hooks.AsyncResource;
    const resource = (found.none = new Resource('boxless'));
    const keyOf = (name: string): symbol | undefined => Object.getOwnPropertySymbols(resource).find(({ description }) => description === name);
    if ('_propagate' in hooks.AsyncLocalStorage.prototype) found.tag = keyOf('async_id_symbol');
    else {
      const key = keyOf('context_frame');
      if (key !== undefined) found.look = { Resource, key };
    }
  }
  // Where nobody can tell whether a store is in use (Node before 20.16, and whatever else says it is Node), always be careful.
  found.used = found.tag === undefined && found.look === undefined;
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
  const { look } = contexts;
  if (look === undefined) notice(promise);
  else if (!contexts.used && new look.Resource('boxless')[look.key] !== undefined) contexts.used = true;
}

/** Calls `resume` in the context of frames without a bridge: they began to wait before there was any store. */
export function runWithoutStore(resume: () => void): void {
  if (contexts.none !== undefined && (contexts.used || contexts.look !== undefined)) contexts.none.runInAsyncScope(resume, undefined);
  else resume();
}

/** A method that calls `enterWith`: from now on a store may be in use. */
export const contextPolicy: Policy = () => {
  contexts.used = true;
};

let resolveOpened: (() => void) | undefined;
const capture = (resolve: (value: undefined) => void): void => {
  resolveOpened = resolve as () => void;
};

const promiseThen = Promise.prototype.then;

/** `frame` begins to wait for what resumes it itself. */
export function keepContext(frame: Frame): void {
  if (contexts.used) frame.bridge = new Bridge(frame);
}

/** Resumes a frame in the context in which the bridge was made. */
export class Bridge {
  private readonly open: () => void;
  private value: unknown = undefined;
  private failed = false;

  constructor(private readonly frame: Frame) {
    frame.isRare = true;
    const promise = new Promise<undefined>(capture);
    this.open = resolveOpened!;
    resolveOpened = undefined;
    Reflect.apply(promiseThen, promise, [() => run(this.frame, this.value, this.failed)]);
  }

  pass(value: unknown, failed: boolean): void {
    this.value = value;
    this.failed = failed;
    this.frame.bridge = undefined;
    this.frame.awaited = onItsWay;
    this.open();
  }
}
