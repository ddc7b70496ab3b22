/** Streams as people hold them: async generators, with their state out of sight. */
import { isObject, once } from './shared';
import { NEXT, RETURN, THROW, type StreamCore } from './stream';

const asyncGeneratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf((async function* () {})())) as object;

/** What people hold: an async generator. Its state is out of sight, so that it shows nothing of its own. */
class ShellClass {
  readonly #core: StreamCore;

  constructor(core: StreamCore) {
    this.#core = core;
  }

  static coreOf(value: object): StreamCore | undefined {
    return #core in value ? value.#core : undefined;
  }

  next(value?: unknown): Promise<unknown> {
    return request(this, 'next', NEXT, value);
  }

  return(value?: unknown): Promise<unknown> {
    return request(this, 'return', RETURN, value);
  }

  throw(error?: unknown): Promise<unknown> {
    return request(this, 'throw', THROW, error);
  }
}

function request(receiver: unknown, name: string, kind: number, value: unknown): Promise<unknown> {
  const core = coreOf(receiver);
  if (core === undefined) return Promise.reject(new TypeError(`${name} method called on incompatible receiver ${typeof receiver === 'symbol' ? 'symbol' : String(receiver)}`));
  return core.request(kind, value);
}

export const Shell: typeof ShellClass = once('Shell', () => ShellClass);

export function coreOf(value: unknown): StreamCore | undefined {
  return isObject(value) ? Shell.coreOf(value) : undefined;
}

/** Puts `next`, `return` and `throw` on `target`, before the native ones, which only serve native generators. */
function withMethods(target: object): object {
  Object.defineProperties(target, {
    next: { value: Shell.prototype.next, writable: true, configurable: true },
    return: { value: Shell.prototype.return, writable: true, configurable: true },
    throw: { value: Shell.prototype.throw, writable: true, configurable: true },
  });
  return target;
}

/** The `prototype` of an `async *` function: it inherits from the native prototype of async generators, and is for streams. */
export function streamPrototype(): object {
  return withMethods(Object.create(asyncGeneratorPrototype) as object);
}

/** The stream of `core` as people get it, with what its function has for a prototype. */
export function streamOf(core: StreamCore, prototype: unknown, maker: { prototype: unknown }): object {
  const proto = isObject(prototype) ? prototype : asyncGeneratorPrototype;
  if (maker.prototype !== proto) maker.prototype = proto;
  const stream = Reflect.construct(Shell, [core], maker as never) as { next: unknown };
  // The program has given its function another prototype.
  return stream.next === Shell.prototype.next ? stream : withMethods(stream);
}
