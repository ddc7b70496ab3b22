/** Waiting for anything: another frame, a completer, a promise, a thenable, a plain value. */
import { keepContext, notice } from './context';
import { door } from './door';
import type { Frame } from './frame';
import { PooledFuture } from './future';
import { Leaf, Returned } from './leaf';
import { isObject, nativeThen } from './shared';

const promiseResolve = Promise.resolve.bind(Promise);

/**
 * Has `frame` resumed when `awaited` is settled. A promise is subscribed with the frame's own callbacks, as ECMAScript's
 * Await does (27.7.5.3): the engine keeps the number of ticks and the async context.
 * Throws what reading `awaited.constructor` throws, as native `await` does.
 */
export function subscribe(awaited: unknown, frame: Frame): void {
  const callee = door.frame;
  if (callee !== undefined && callee === awaited) return waitFor(callee, frame);
  if (isObject(awaited) && Leaf.is(awaited)) {
    frame.awaited = awaited;
    keepContext(frame);
    return awaited.attach(frame);
  }
  notice(nativeThen(promiseResolve(awaited), frame.onValue, frame.onError));
  frame.awaited = PooledFuture.followed(awaited);
}

function waitFor(callee: Frame, caller: Frame): void {
  callee.caller = caller;
  caller.awaited = callee;
  keepContext(caller, callee);
}

/** The method of `frame` has ended by returning `awaited`. */
export function forward(awaited: unknown, frame: Frame): void {
  if (frame.caller === undefined && Returned.is(awaited)) awaited.forward(frame);
  else subscribe(awaited, frame);
}
