/** One compiled `async *` method: a call makes a stream, and its body stops at every `yield`. */
import { awaitValue } from './door';
import { park, type Frame } from './frame';
import { Method, type AnyFunction, type MethodShape } from './method';
import { done, StreamCore, type Code } from './stream';
import { streamOf, streamPrototype } from './stream-shell';
import { resumeGenerator } from './stream-coroutine';

export class StreamMethod extends Method {
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
  override start(self: unknown, args: unknown[]): object {
    const frame = park(undefined, self, this);
    // The body writes the slots itself.
    frame.isWide = true;
    const { coroutine, microtask } = this.shape;
    this.code ??= Object.create({ body: coroutine ? resumeGenerator : this.entry! }) as Code;
    const core = new StreamCore(frame, this.code, microtask === true);
    try {
      if (coroutine) frame.s0 = Reflect.apply(this.poll, self, args);
      else Reflect.apply(this.poll, self, ([frame] as unknown[]).concat(args));
    } catch (error) {
      core.abandon();
      throw error;
    }
    return streamOf(core, this.fn.prototype, this.maker);
  }

  override pollDirect(self: unknown, args: unknown[]): unknown {
    return awaitValue(this.start(self, args));
  }
}

const asyncGeneratorFunctionPrototype = Object.getPrototypeOf(async function* () {}) as object;

/** The public function of `method`, as an async generator function looks. */
export function streamFunction(fn: AnyFunction, method: StreamMethod): AnyFunction {
  Object.setPrototypeOf(fn, asyncGeneratorFunctionPrototype);
  Object.defineProperty(fn, 'prototype', { value: method.fn.prototype, writable: true });
  method.fn = fn as unknown as { prototype: unknown };
  return fn;
}

// ------------------------------------------------------------------ what the bodies call

/** What `received` gives when the body has to leave at its `yield`, with the value of `leaving`. */
const left: symbol = Symbol('boxless.left');
export { left };

/** What a `yield` comes to: the value sent, an error thrown here, or `left`. */
export function received(frame: Frame): unknown {
  const { value } = frame;
  frame.value = undefined;
  if (frame.failed) {
    frame.failed = false;
    throw value;
  }
  const stream = frame.pool as StreamCore;
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
