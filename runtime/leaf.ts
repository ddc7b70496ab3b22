/** What frames wait for that is no frame: what resumes them itself, without a promise between. */
import type { Cancellation } from './cancel';
import type { Frame } from './frame';
import { isObject } from './shared';

export abstract class Leaf {
  readonly #isLeaf = true;

  /** A private field is looked for in the object alone: `instanceof` walks all prototypes of what is no leaf, and asks a Proxy. */
  static is(value: object): value is Leaf {
    return #isLeaf in value;
  }

  abstract attach(frame: Frame): void;
  /** Lets go of a frame whose call is cancelled. False if the frame is about to be resumed anyway. */
  abstract detach(frame: Frame, cancellation: Cancellation): boolean;
}

// To its holder it is a promise.
Object.setPrototypeOf(Leaf.prototype, Promise.prototype);

/** What a method has returned and is not its value yet: see adoption.ts. */
export abstract class Returned {
  readonly #isReturned = true;

  static is(value: unknown): value is Returned {
    return isObject(value) && #isReturned in value;
  }

  /** Has the waiter of `frame` told what it comes to; the method of `frame` has ended. */
  abstract forward(frame: Frame): void;
}
