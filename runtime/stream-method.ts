/** One compiled `async *` method: a call makes a stream, and its body stops at every `yield`. */
import { awaitValue } from './door';
import { park, type Frame } from './frame';
import { callAfter, Method, type AnyFunction, type MethodShape, type StreamLike } from './method';
import { StreamCore } from './stream';
import { done, type Code } from './stream-body';
import { streamOf, streamPrototype } from './stream-shell';

export class StreamMethod extends Method implements StreamLike {
  /** The public function, whose `prototype` its streams inherit from; none for a private method. */
  fn: { prototype: unknown } = { prototype: streamPrototype() };
  private code: Code | undefined = undefined;
  private readonly maker = function () {} as unknown as { prototype: unknown };

  // Written out: the constructor that a class gets by itself iterates over its arguments, which a program may have changed.
  constructor(name: PropertyKey, shape: MethodShape) {
    super(name, shape);
  }

  override resume(frame: Frame): unknown {
    return (frame.pool as StreamCore).goOn();
  }

  /** Evaluates the parameters, as natively before anything else, and gives a stream that has not started. */
  override start(self: unknown, args: ArrayLike<unknown>): object {
    const frame = park(undefined, self, this);
    // The body writes the slots itself.
    frame.isWide = true;
    this.code ??= Object.create({ body: this.body() }) as Code;
    const core = new StreamCore(frame, this.code, this.shape.microtask === true);
    try {
      this.prepare(frame, self, args);
    } catch (error) {
      core.abandon();
      throw error;
    }
    return streamOf(core, this.fn.prototype, this.maker);
  }

  protected body(): Code['body'] {
    return this.entry!;
  }

  /** Evaluates the parameters, and leaves in the frame what the body begins with. */
  protected prepare(frame: Frame, self: unknown, args: ArrayLike<unknown>): void {
    callAfter(this.poll, self, frame, args);
  }

  override pollDirect(self: unknown, args: unknown[]): unknown {
    return awaitValue(this.start(self, args));
  }

  dress(fn: AnyFunction): void {
    Object.setPrototypeOf(fn, Object.getPrototypeOf(async function* () {}) as object);
    Object.defineProperty(fn, 'prototype', { value: this.fn.prototype, writable: true });
    this.fn = fn as unknown as { prototype: unknown };
  }
}

// ------------------------------------------------------------------ what the bodies call

/** What `received` gives when the body has to leave at its `yield`, with the value of `leaving`. */
const left: symbol = Symbol('boxless.left');
export { left };

/** What a `yield` comes to: the value sent, an error thrown here, or `left`. */
export function received(frame: Frame): unknown {
  const stream = frame.pool as StreamCore;
  if (!stream.isTold) return undefined;
  stream.isTold = false;
  const { value } = frame;
  frame.value = undefined;
  if (frame.failed) {
    frame.failed = false;
    throw value;
  }
  if (!stream.leaving) return value;
  stream.leaving = false;
  stream.result = value;
  return left;
}

/** The value the body leaves with: `return <value>` at its `yield`, which runs every `finally` around. */
export function leaving(frame: Frame): unknown {
  return (frame.pool as StreamCore).result;
}

/** The body has ended, with `value`. */
export function ended(frame: Frame, value?: unknown): symbol {
  (frame.pool as StreamCore).result = value;
  return done;
}
