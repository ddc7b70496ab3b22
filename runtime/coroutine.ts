/**
 * Methods compiled to a generator that yields where it waits. The engine keeps every construct of the language across the
 * suspension; the price is a generator object per call. Used where the locals cannot be kept in a frame's fields (`arguments` tied
 * to parameters, a `yield` inside an array pattern, and the like: transformer/2-analyse/coroutine-reason.ts).
 */
import { returned } from './adoption';
import { cancelled } from './cancel';
import { deepen, leave } from './door';
import { addToTrail, park, wait, type Frame } from './frame';
import { isOverridden, type AnyFunction, type Method } from './method';
import { pollFunction } from './traits';

type Body = Generator<unknown, unknown, unknown>;

/** What an `await` came to, on its way into the generator. */
interface Outcome {
  value: unknown;
  failed: boolean;
}

/** What the shape of such a method names, so that a bundler leaves this file out where there is none. */
export function coroutine(method: Method, body: AnyFunction): void {
  method.bind(coroutinePoll(method, body), coroutineEntry(method, body));
}

function coroutinePoll(method: Method, body: AnyFunction): AnyFunction {
  const { name } = method;
  // A method, as the other polls: functions of one kind share one hidden class, which `isPoll` sees.
  return {
    poll(this: unknown, depth: unknown, ...args: unknown[]): unknown {
      if (isOverridden(this, name)) return pollFunction(depth as number, (this as Record<PropertyKey, unknown>)[name], this, args, `this.${String(name)}`);
      return advance(Reflect.apply(body, this, args) as Body, undefined, this, method, undefined, depth as number);
    },
  }.poll;
}

function coroutineEntry(method: Method, body: AnyFunction): AnyFunction {
  return function entry(this: unknown, hidden: unknown, ...args: unknown[]): unknown {
    if (typeof hidden !== 'number') return resume(hidden as Frame);
    return advance(Reflect.apply(body, this, args) as Body, undefined, this, method, undefined, hidden);
  };
}

/** Sent into a generator in place of a value. */
const failure = { error: undefined as unknown };

/** In the generator: what the await came to. */
export function came(value: unknown): unknown {
  if (value !== failure) return value;
  const { error } = failure;
  failure.error = undefined;
  addToTrail(error);
  throw error;
}

function resume(parked: Frame): unknown {
  const outcome = { value: parked.value, failed: parked.failed };
  parked.value = undefined;
  parked.failed = false;
  return advance(parked.s0 as Body, outcome, parked.self, parked.method, parked, 0);
}

/** Runs the generator to its next suspension or its end, at this depth. */
function advance(body: Body, outcome: Outcome | undefined, self: unknown, method: Method, frame: Frame | undefined, depth: number): unknown {
  for (;;) {
    const outer = deepen(depth);
    let step: IteratorResult<unknown, unknown>;
    try {
      if (outcome === undefined) step = body.next();
      else if (!outcome.failed) step = body.next(outcome.value);
      else {
        failure.error = outcome.value;
        step = outcome.value === cancelled ? body.return(cancelled) : body.next(failure);
      }
    } finally {
      leave(outer);
    }
    if (step.done) {
      // A `return` in a `finally` took its place.
      if (step.value === cancelled) throw cancelled;
      return returned(step.value);
    }
    try {
      const parked = park(frame, self, method);
      parked.s0 = body;
      parked.shielded = step.value === true;
      return wait(parked, 1, frame);
    } catch (error) {
      // Reading `constructor` of the awaited promise threw: that is an error of the `await` expression.
      outcome = { value: error, failed: true };
    }
  }
}
