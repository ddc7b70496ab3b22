/** An `await` by the engine itself, for what must look exactly as natively to patched promises. */
import type { Frame } from './frame';
import { PooledFuture } from './future';
import { Leaf } from './leaf';

interface Subscribing {
  isNow: boolean;
  thrown: { readonly error: unknown } | undefined;
}

/**
 * Awaits as ECMAScript's Await does (27.7.5.3), which reads `constructor` of a promise once and of nothing else;
 * `Promise.prototype.then`, the way a frame usually waits, reads it once more. Costs an async function's promise.
 */
export class NativeAwait extends Leaf {
  constructor(private readonly value: unknown) {
    super();
  }

  attach(frame: Frame): void {
    const { value } = this;
    frame.awaited = PooledFuture.followed(value);
    // The engine keeps the async context across its own await.
    frame.scope = undefined;
    const subscribing: Subscribing = { isNow: true, thrown: undefined };
    void subscribeNatively(value, frame, subscribing);
    subscribing.isNow = false;
    if (subscribing.thrown !== undefined) throw subscribing.thrown.error;
  }

  /** Never asked: the frame waits for the value itself. */
  detach(): boolean {
    return true;
  }
}

async function subscribeNatively(value: unknown, { onValue, onError }: Frame, subscribing: Subscribing): Promise<void> {
  let result: unknown;
  try {
    result = await value;
  } catch (error) {
    // Reading `constructor` threw, before anything waits: that is an error of the `await` itself.
    if (subscribing.isNow) subscribing.thrown = { error };
    else onError(error);
    return;
  }
  onValue(result);
}
