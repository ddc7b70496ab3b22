/**
 * Streams whose body is a generator. It yields `pending` or `shielded` where it waits, a `Delegate` for an item of its
 * `yield *`, and any other item as it is.
 */
import { cancelled } from './cancel';
import { deepen, door, leave, pending } from './door';
import { wait, type Frame } from './frame';
import type { MethodShape } from './method';
import { Delegate } from './iterate-async';
import { isObject } from './shared';
import type { StreamCore } from './stream';
import { done, type Code } from './stream-body';
import { StreamMethod } from './stream-method';

/** The body waits in a `finally`, which a cancellation does not cut short. */
export const shielded: unique symbol = Symbol('boxless.shielded') as never;

type Body = Generator<unknown, unknown, unknown>;

/** The Method of one. */
export class CoroutineStream extends StreamMethod {
  // Written out as its base's.
  constructor(name: PropertyKey, shape: MethodShape) {
    super(name, shape);
  }

  protected override body(): Code['body'] {
    return resumeGenerator;
  }

  protected override prepare(frame: Frame, self: unknown, args: ArrayLike<unknown>): void {
    frame.s0 = Reflect.apply(this.poll, self, args);
  }
}

/** Goes on with the generator in `frame.s0`; `frame.s1` is the delegation whose item it gave last, if it was one's. */
function resumeGenerator(this: unknown, frame: Frame, depth: number): unknown {
  const body = frame.s0 as Body;
  const stream = frame.pool as StreamCore;
  for (;;) {
    const outer = deepen(depth);
    let step: IteratorResult<unknown, unknown>;
    try {
      step = sendTo(body, stream, frame);
      if (Leaving.is(step.value)) step = body.return(step.value.value);
    } finally {
      leave(outer);
    }
    const { value } = step;
    if (step.done) {
      if (value === cancelled) throw cancelled;
      stream.result = value;
      return done;
    }
    if (Delegate.is(value)) {
      frame.s1 = value;
      return value.hand(frame);
    }
    frame.shielded = value === shielded;
    if (value !== pending && !frame.shielded) return value;
    try {
      return wait(frame, 1, frame);
    } catch (error) {
      // Reading `constructor` of the awaited promise threw: that is an error of the `await` expression.
      frame.value = error;
      frame.failed = true;
    }
  }
}

function sendTo(body: Body, stream: StreamCore, frame: Frame): IteratorResult<unknown, unknown> {
  const delegate = frame.s1 as Delegate | undefined;
  if (delegate !== undefined) {
    frame.s1 = undefined;
    delegate.receive(frame);
    return body.next();
  }
  const { value, failed } = frame;
  frame.value = undefined;
  frame.failed = false;
  if (failed) return value === cancelled ? body.return(cancelled) : body.throw(value);
  if (!stream.leaving) return body.next(value);
  stream.leaving = false;
  return body.return(value);
}

class Leaving {
  readonly #isLeaving = true;

  constructor(readonly value: unknown) {}

  static is(value: unknown): value is Leaving {
    return isObject(value) && #isLeaving in value;
  }
}

/** `yield * source` in a body that is a generator: `yield * delegateTo(source, pending)`, or in a `finally`, `shielded`: what it yields where it waits. */
export function* delegateTo(source: unknown, waiting: symbol, ticks?: boolean): Body {
  const delegate = new Delegate(source, ticks);
  for (;;) {
    let result = delegate.next(door.depth + 1);
    if (result === pending) result = yield waiting;
    if (!delegate.step(result)) break;
    yield delegate;
  }
  if (delegate.leaves) yield new Leaving(delegate.value);
  return delegate.value;
}
