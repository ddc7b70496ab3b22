/** Thenables that methods return. */
import { door, pending } from './door';
import type { Frame } from './frame';
import { Returned } from './leaf';
import { isObject, nativeThen, settled } from './shared';

/**
 * What an async method returned, when that is a thenable. Its `then` has been read already (and may be a getter, so it
 * must not be read twice); adopting it takes the ticks that ECMAScript's NewPromiseResolveThenableJob takes.
 */
export class Adoption extends Returned {
  constructor(
    private readonly thenable: unknown,
    private readonly thenMethod: unknown,
  ) {
    super();
  }

  /** Called by the engine's promise machinery, in a job of its own. */
  then(resolve: unknown, reject: unknown): void {
    Reflect.apply(this.thenMethod as () => void, this.thenable, [resolve, reject]);
  }

  /**
   * The promise of a public call is settled by the thenable itself, as natively (ECMAScript 27.2.2.2
   * NewPromiseResolveThenableJob); a frame that waits takes the tick of its `await` more.
   */
  forward(frame: Frame): void {
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
    void nativeThen(settled, () => {
      try {
        this.then(resolve, reject);
      } catch (error) {
        reject(error);
      }
    });
  }
}

/** The value of an async method that returned `value`: a thenable is adopted. */
export function returned(value: unknown): unknown {
  return isObject(value) ? adopt(value, (value as { then?: unknown }).then) : value;
}

/** `return value` where `value.then` is `then`: if that is a function, and the value an object, the caller waits for it. */
export function adopt(value: unknown, then: unknown): unknown {
  if (typeof then !== 'function' || !isObject(value)) return value;
  door.awaited = new Adoption(value, then);
  return pending;
}
