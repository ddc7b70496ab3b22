/** `@asyncTrait({ signal: 'last' })`: an AbortSignal among the arguments of a call cancels that call. */
import { Cancellation, cancelFrame } from './cancel';
import { pending, door } from './door';
import { Frame } from './frame';
import { isOverridden, type AnyFunction, type Method, type Policy } from './method';

interface Signal {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** By what it can do: a signal may come from another realm, or a library. */
function isSignal(value: unknown): value is Signal {
  return typeof value === 'object' && value !== null && typeof (value as Signal).aborted === 'boolean' && typeof (value as Signal).addEventListener === 'function';
}

/** The last argument of the caller, or its property `signal`. Before the arguments stands the depth, which is none. */
function signalOf(args: readonly unknown[]): Signal | undefined {
  let last = args.length - 1;
  while (last >= 0 && args[last] === undefined) last--;
  const value = args[last];
  if (isSignal(value)) return value;
  const inside = typeof value === 'object' && value !== null ? (value as { signal?: unknown }).signal : undefined;
  return isSignal(inside) ? inside : undefined;
}

/** Is it the frame of the very call, and not of an override? A call that waits for its turn has a method made from its own. */
function isOf(method: Method, frame: Frame): boolean {
  return frame.method === method || Object.getPrototypeOf(frame.method) === method;
}

/**
 * Puts a function before the poll that looks for a signal. If that is aborted already, nothing of the method runs, as with
 * Node's own functions. Calls that never suspend are never listened for.
 */
export const signalPolicy: Policy = (method) => {
  const listening = (inner: AnyFunction, isOfTheMethod: (self: unknown) => boolean): AnyFunction => function (...args) {
    const signal = signalOf(args);
    if (signal?.aborted && isOfTheMethod(this)) throw new Cancellation(signal.reason).outcome;
    const result = Reflect.apply(inner, this, args);
    const frame = door.awaited;
    if (result !== pending || signal === undefined || !(frame instanceof Frame) || !isOf(method, frame)) return result;
    const cancel = (): void => cancelFrame(frame, new Cancellation(signal.reason));
    signal.addEventListener('abort', cancel);
    frame.atEnd = () => signal.removeEventListener('abort', cancel);
    frame.isRare = true;
    if (signal.aborted) cancel();
    return result;
  };
  method.poll = listening(method.poll, (self) => !isOverridden(self, method.name));
  method.direct = listening(method.direct, () => true);
};
