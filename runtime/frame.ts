/**
 * Frames: the pooled objects that keep a suspended call's locals. A frame is the future of its call.
 *
 * Its life:            acquire             wait              run               release
 *            (in pool) --------> (running) -----> (suspended) ---> (running) ---------> (in pool)
 *
 * Who may touch which field, and when:
 *   state, s0..s11, rest   the compiled method, between acquire and release
 *   caller, handle         who is told when the call ends: the frame of the one caller that received this one through a poll, or
 *                          the handle of a public call; set once per life
 *   value, failed          the trampoline, just before it resumes the method
 *   next                   the list that holds the frame while nobody runs it: its pool, or a completer's waiters
 *   awaited                `subscribe`; undefined while the method runs, and when it is about to be resumed
 *   cancellation, delivered   see cancel.ts
 *   isRare                 whoever sets `scope`, `cancellation` or `atEnd`
 */
import { cancelled, interrupt, type Cancellation } from './cancel';
import { contexts, type Scope } from './context';
import { door, pending } from './door';
import { isError } from './is-error';
import type { Method } from './method';
import { coolDown, keepWarm, takeWarm, type Home } from './pool';
import { enqueue } from './queue';
import { once } from './shared';
import { forward, subscribe } from './subscribe';

/** What is told when a public call ends. */
export interface Settles {
  settle(value: unknown, failed: boolean): void;
  /** The call has suspended: `frame` is what a cancellation has to reach. */
  follow?(frame: Frame): void;
}

/** The state of a frame whose method has returned and that only passes on what it returned. */
export const FORWARD = -1;

class FrameClass {
  state = 0;
  self: unknown = undefined;
  method: Method = undefined as unknown as Method;
  caller: FrameClass | undefined = undefined;
  handle: Settles | undefined = undefined;
  value: unknown = undefined;
  failed = false;
  /** It may have a `scope`, a `cancellation` or an `atEnd`: one look tells those who run and release frames that it has none. */
  isRare = false;
  pool: Home | undefined = undefined;
  next: FrameClass | undefined = undefined;
  /** What a cancellation has to follow: a frame, a leaf, the future of a call on the spot; `true` for any other promise. */
  awaited: unknown = undefined;
  cancellation: Cancellation | undefined = undefined;
  /** Has the method got its cancellation? Then it is on its way out, and may still await in its `finally` blocks. */
  delivered = false;
  /** It waits in a `finally` block, which a cancellation does not cut short. */
  shielded = false;
  /** Resumes the frame in its own async context. See context.ts */
  scope: Scope | undefined = undefined;
  /** Ends what was set up for this one call: the listener at its AbortSignal. */
  atEnd: (() => void) | undefined = undefined;
  // The locals that live across a suspension. Fixed fields, so that all frames share one hidden class.
  s0: unknown = undefined;
  s1: unknown = undefined;
  s2: unknown = undefined;
  s3: unknown = undefined;
  s4: unknown = undefined;
  s5: unknown = undefined;
  s6: unknown = undefined;
  s7: unknown = undefined;
  s8: unknown = undefined;
  s9: unknown = undefined;
  s10: unknown = undefined;
  s11: unknown = undefined;
  /** Locals beyond the twelfth. */
  rest: unknown[] | undefined = undefined;
  /** `s4` to `rest` may hold something. Most methods keep fewer locals: then nothing is stored there, and nothing cleared. */
  isWide = false;
  /** Made once per frame and only for frames that wait for a promise; they hold the frame, never user data. */
  private valueCallback: ((value: unknown) => void) | undefined = undefined;
  private errorCallback: ((error: unknown) => void) | undefined = undefined;

  get onValue(): (value: unknown) => void {
    return (this.valueCallback ??= this.callback(false));
  }

  get onError(): (error: unknown) => void {
    return (this.errorCallback ??= this.callback(true));
  }

  private callback(failed: boolean): (outcome: unknown) => void {
    const callback = (outcome: unknown): void => {
      if (callback === (failed ? this.errorCallback : this.valueCallback)) run(this, outcome, failed);
    };
    return callback;
  }

  /** The promise the frame waits for is not waited for any more: its callbacks, when they come, find others in their place. */
  forgetPromise(): void {
    this.valueCallback = this.errorCallback = undefined;
  }
}

export type Frame = FrameClass;
export const Frame: typeof FrameClass = once('Frame', () => FrameClass);

/** The frame of the running activation: `frame` if it has one, else one from the pool of `method` on `self`. */
export function park(frame: Frame | undefined, self: unknown, method: Method): Frame {
  return frame ?? takeWarm(self, method) ?? acquire(self, method);
}

function acquire(self: unknown, method: Method): Frame {
  const fresh = (door.arena ?? method.poolOf(self)).acquire(method);
  fresh.self = self;
  return fresh;
}

/**
 * Suspends the running activation in `state` with its live locals: one call, so that the ready path around it stays small
 * (V8 inlines by the size of the bytecode). Slots that are not given are cleared, so a frame keeps nothing alive that its
 * method no longer needs. A negative state is that of an await in a `finally` block.
 */
export function suspend(frame: Frame | undefined, self: unknown, method: Method, state: number, s0?: unknown, s1?: unknown, s2?: unknown, s3?: unknown): symbol {
  const parked = park(frame, self, method);
  parked.s0 = s0; parked.s1 = s1; parked.s2 = s2; parked.s3 = s3;
  if (parked.isWide) clearWide(parked);
  parked.shielded = state < 0;
  return wait(parked, state < 0 ? -state : state, frame);
}

/** The same with more than four locals: most methods keep fewer, and seventeen parameters take 4 of 52 ns a level (`npm run bench`). */
export function suspendWide(
  frame: Frame | undefined, self: unknown, method: Method, state: number,
  s0?: unknown, s1?: unknown, s2?: unknown, s3?: unknown, s4?: unknown, s5?: unknown,
  s6?: unknown, s7?: unknown, s8?: unknown, s9?: unknown, s10?: unknown, s11?: unknown, rest?: unknown[],
): symbol {
  const parked = park(frame, self, method);
  parked.s0 = s0; parked.s1 = s1; parked.s2 = s2; parked.s3 = s3;
  parked.isWide = true;
  parked.s4 = s4; parked.s5 = s5; parked.s6 = s6; parked.s7 = s7;
  parked.s8 = s8; parked.s9 = s9; parked.s10 = s10; parked.s11 = s11;
  parked.rest = rest;
  parked.shielded = state < 0;
  return wait(parked, state < 0 ? -state : state, frame);
}

/** The slots beyond the fourth hold nothing any more. */
export function clearWide(frame: Frame): void {
  frame.s4 = frame.s5 = frame.s6 = frame.s7 = frame.s8 = frame.s9 = frame.s10 = frame.s11 = frame.rest = undefined;
}

/**
 * Suspends the activation of `frame` in `state`, on what the last poll or await left in the side channel. Where that throws,
 * the activation goes on with `before`, the frame it had, if any.
 */
export function wait(frame: Frame, state: number, before?: Frame): symbol {
  frame.state = state;
  try {
    subscribe(door.awaited, frame);
  } catch (error) {
    if (frame !== before) {
      frame.state = 0;
      frame.pool!.release(frame);
    }
    throw error;
  }
  if (frame.cancellation !== undefined) interrupt(frame);
  door.awaited = door.frame = frame;
  return pending;
}

/** What the awaited thing came to: returns its value or throws its error, at the place of the `await`. */
export function take(frame: Frame): unknown {
  const value = frame.value;
  frame.value = undefined;
  if (frame.failed) {
    frame.failed = false;
    if (value !== cancelled) addToTrail(value);
    throw value;
  }
  return value;
}

/** How many lines each error's trail has got. */
const trails = new WeakMap<Error, number>();

/**
 * Says in the error's stack that it came through the `await` that is being resumed, as V8 does for native async functions:
 *
 *     Error: no such row
 *         at Reader.read (reader.ts:10:13)
 *         at async Cache.get (cache.ts:20:5)       <- added here
 *
 * Costs a captured stack per level an error passes, and nothing where nothing fails.
 */
export function addToTrail(error: unknown): void {
  if (!isError(error) || typeof error.stack !== 'string') return;
  // An error that is thrown again and again does not grow: at most as many lines as V8 would keep.
  const added = trails.get(error) ?? 0;
  if (added >= (Error.stackTraceLimit ?? 10)) return;
  trails.set(error, added + 1);
  try {
    // Below the message: this function, `take` or `came`, the compiled method.
    error.stack += '\n' + new Error().stack!.split('\n')[3]!.replace(' at ', ' at async ');
  } catch {
    // A frozen error keeps the stack it has, and so does any where there are no more lines.
  }
}

/**
 * Resumes `frame` and then, in a loop and not by recursion, every caller that waited for it: 100,000 levels of
 * recursion resume on one stack frame (a trampoline).
 */
export function run(frame: Frame, value: unknown, failed: boolean): void {
  for (let next = resumeAll(frame, value, failed); next !== undefined; ) {
    const { scope } = next;
    next.scope = undefined;
    next.isRare = next.cancellation !== undefined || next.atEnd !== undefined;
    next = scope!.runInAsyncScope(resumeAll, undefined, next, next.value, next.failed);
  }
  coolDown();
  door.depth = 0;
  door.arena = door.awaited = door.frame = undefined;
}

/** The same up to a frame that has an async context of its own; that is returned, with what it is to be resumed with. */
function resumeAll(frame: Frame, value: unknown, failed: boolean): Frame | undefined {
  for (;;) {
    frame.awaited = undefined;
    if (frame.isRare) {
      if (frame.scope !== undefined) {
        frame.value = value;
        frame.failed = failed;
        return frame;
      }
      if (frame.cancellation !== undefined && !frame.delivered && !frame.shielded) {
        frame.delivered = failed = true;
        value = cancelled;
      }
    }
    let result: unknown = value;
    let threw = failed;
    if (frame.state !== FORWARD) {
      frame.value = value;
      frame.failed = failed;
      door.depth = 0;
      door.arena = frame.pool!.arena;
      try {
        result = frame.method.resume(frame);
        threw = false;
        // Compared with symbols only: for any value, V8 calls its general `===`.
        if (typeof result === 'symbol' && result === pending) {
          if (door.awaited === frame) return undefined;
          // The method has ended by returning somebody else's future: wait for that in its place.
          frame.state = FORWARD;
          forward(door.awaited, frame);
          if (frame.cancellation !== undefined) interrupt(frame);
          return undefined;
        }
      } catch (error) {
        result = error;
        threw = true;
      }
    }
    if (frame.delivered && threw) result = frame.cancellation!.over(result);
    const { caller, handle } = frame;
    if (frame.isRare || !frame.pool!.isPlain) frame.pool!.release(frame);
    else keepWarm(frame);
    if (caller === undefined) {
      handle?.settle(result, threw);
      return undefined;
    }
    if (contexts.used && caller.scope === undefined) {
      // It began to wait before there was any store.
      caller.awaited = undefined;
      enqueue(caller, result, threw);
      return undefined;
    }
    frame = caller;
    value = result;
    failed = threw;
  }
}
