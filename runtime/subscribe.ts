/** Waiting for anything: another frame, a completer, a promise, a thenable, a plain value. */
import { Bridge, contexts, notice } from './context';
import { door } from './door';
import { Frame, type Settles } from './frame';
import { PooledFuture } from './future';
import { Leaf } from './leaf';

/**
 * What an async method returned, when that is a thenable. Its `then` has been read already (and may be a getter, so it
 * must not be read twice); adopting it takes the ticks that ECMAScript's NewPromiseResolveThenableJob takes.
 */
export class Adoption {
  constructor(
    private readonly thenable: unknown,
    private readonly thenMethod: unknown,
  ) {}

  /** Called by the engine's promise machinery, in a job of its own. */
  then(resolve: unknown, reject: unknown): void {
    Reflect.apply(this.thenMethod as () => void, this.thenable, [resolve, reject]);
  }
}

const promiseThen = Promise.prototype.then;
const promiseResolve = Promise.resolve.bind(Promise);
const settled = Promise.resolve();

/**
 * Has `frame` resumed when `awaited` is settled. A promise is subscribed with the frame's own callbacks, as ECMAScript's
 * Await does (27.7.5.3): the engine keeps the number of ticks and the async context.
 * Throws what reading `awaited.constructor` throws, as native `await` does.
 */
export function subscribe(awaited: unknown, frame: Frame): void {
  const callee = door.frame;
  if (callee !== undefined && callee === awaited) waitFor(callee, frame);
  else if (awaited instanceof Leaf) {
    frame.awaited = awaited;
    if (contexts.used) frame.bridge = new Bridge(frame);
    awaited.attach(frame);
  } else if (awaited instanceof Frame) waitFor(awaited, frame);
  else {
    notice(Reflect.apply(promiseThen, promiseResolve(awaited), [frame.onValue, frame.onError]));
    frame.awaited = awaited instanceof PooledFuture && awaited.isOnTheSpot ? awaited : true;
  }
}

function waitFor(callee: Frame, caller: Frame): void {
  callee.caller = caller;
  caller.awaited = callee;
  if (contexts.used) caller.bridge = new Bridge(caller);
}

/**
 * The method of `frame` has ended by returning `awaited`. The promise of a public call is then settled by the thenable itself,
 * as natively (ECMAScript 27.2.2.2 NewPromiseResolveThenableJob); a frame that waits takes the tick of its `await` more.
 */
export function forward(awaited: unknown, frame: Frame): void {
  if (!(awaited instanceof Adoption) || frame.caller !== undefined) return subscribe(awaited, frame);
  let isSettled = false;
  const once = (settle: (result: unknown) => void) => (result: unknown): void => {
    if (isSettled) return;
    isSettled = true;
    // User code may call this from the middle of a compiled method.
    const { depth, arena } = door;
    settle(result);
    door.depth = depth;
    door.arena = arena;
  };
  const resolve = once(frame.onValue);
  const reject = once(frame.onError);
  frame.awaited = true;
  void Reflect.apply(promiseThen, settled, [(): void => {
    try {
      awaited.then(resolve, reject);
    } catch (error) {
      reject(error);
    }
  }]);
}

/** The same for the handle of a public call. */
export function settleFrom(awaited: unknown, handle: Settles): void {
  if (awaited instanceof Frame) {
    awaited.handle = handle;
    handle.follow?.(awaited);
  } else handle.settle(awaited, false);
}
