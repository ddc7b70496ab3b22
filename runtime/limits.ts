/**
 * Calls in flight, counted from entry to end: `pool: { max, onExhausted: 'throw' | 'wait' }` and `exclusive: true`.
 *
 *     poll ---> is there room? --yes--> the method ---ready---> value, thrown error: the call has left
 *                     |no                   | pending
 *        throw, or wait in the queue    a ticket: a frame that passes the outcome on, and leaves when it has
 *
 * Only the polls of limited methods are wrapped, so other methods pay nothing.
 */
import { door, pending } from './door';
import { ExclusiveError, PoolExhaustedError } from './errors';
import { FORWARD, take, wait, type Frame } from './frame';
import { callAfter, isOverridden, publicSymbol, type AnyFunction, type Method, type Policy } from './method';
import { MAX_IDLE, Pool } from './pool';
import { isObject, perObject } from './shared';

/** The state of a ticket whose call waits for its turn. */
const QUEUED = 1;

/** The calls that share a limit. Its frames are their tickets. */
class Gate extends Pool {
  inFlight = 0;
  readonly queue = new Set<Frame>();

  /** The call that held `ticket` has ended, or was given up while it waited for its turn. */
  override release(ticket: Frame): void {
    const hasWaited = this.queue.delete(ticket);
    super.release(ticket);
    if (!hasWaited) this.leave();
  }

  /** A call has ended. Its room goes to the first that waits, which begins in a microtask: never on this stack. */
  leave(): void {
    if (this.queue.size === 0) {
      this.inFlight--;
      return;
    }
    const first = this.queue.values().next().value!;
    this.queue.delete(first);
    (first.s1 as () => void)();
  }
}

type Refuse = (gate: Gate, self: unknown, args: unknown[]) => unknown;

/** Lets at most `max` calls into `method` at once; of the others `refuse` says what becomes. */
function limit(method: Method, max: number, gateOf: (self: unknown) => Gate, refuse: Refuse): void {
  const { poll, direct, name } = method;
  const symbol = publicSymbol(name);
  const limited = (isPoll: boolean): AnyFunction => function (...args) {
    // An override that stands in the way is not limited; should it call `super`, that call is.
    if (isPoll && isOverridden(this, name, symbol)) return Reflect.apply(poll, this, args);
    const gate = gateOf(this);
    if (gate.inFlight >= max) return refuse(gate, this, args);
    gate.inFlight++;
    let result: unknown;
    try {
      result = Reflect.apply(direct, this, args);
    } catch (error) {
      gate.leave();
      throw error;
    }
    if (result !== pending) {
      gate.leave();
      return result;
    }
    const ticket = gate.acquire(method);
    ticket.self = this;
    return wait(ticket, FORWARD);
  };
  method.poll = limited(true);
  method.direct = limited(false);
}

/** Gates by what they limit. */
const gates = (): ((key: object) => Gate) => perObject(() => new Gate(MAX_IDLE));

/** `pool: { max, onExhausted: 'throw' | 'wait' }` */
export function limitPolicy(max: number, onExhausted: 'throw' | 'wait'): Policy {
  return (method) => {
    const gateOf = gates();
    const queue = onExhausted === 'wait' ? queueFor(method) : undefined;
    limit(method, max, (self) => gateOf(method.poolOf(self)), (gate, self, args) => {
      method.poolOf(self).exhausted++;
      if (queue !== undefined) return queue(gate, self, args);
      throw new PoolExhaustedError(
        `${method.label}: ${max} calls are in flight, as many as its pool allows (max: ${max}). ` +
          "Await one of them first, raise `max`, or choose onExhausted: 'wait' or 'grow'.",
      );
    });
  };
}

/**
 * A call that waits for its turn is a ticket with the receiver and the arguments. It waits for a promise, so that the engine
 * keeps the async context of the caller.
 */
function queueFor(method: Method): Refuse {
  const { direct } = method;
  const queued = Object.create(method) as Method;
  queued.resume = (ticket) => {
    const { self, s0: args } = ticket;
    door.arena = ticket.s2 as Pool | undefined;
    ticket.s0 = ticket.s1 = ticket.s2 = undefined;
    // Throws where the call was cancelled.
    take(ticket);
    return callAfter(direct, self, 0, (args as unknown[]).slice(1));
  };
  queued.abandon = (ticket) => {
    if (ticket.state !== QUEUED || ticket.s0 === undefined) return false;
    ticket.forgetPromise();
    ticket.pool!.release(ticket);
    return true;
  };
  return (gate, self, args) => {
    const ticket = gate.acquire(queued);
    ticket.self = self;
    ticket.s0 = args;
    ticket.s2 = door.arena;
    gate.queue.add(ticket);
    door.awaited = new Promise<void>((resolve) => {
      ticket.s1 = resolve;
    });
    return wait(ticket, QUEUED);
  };
}

/** `exclusive: true` */
export const exclusivePolicy: Policy = (method) => {
  const gateOf = gates();
  limit(method, 1, (self) => gateOf(isObject(self) ? self : method), () => {
    throw new ExclusiveError(`${method.label} is exclusive, and a call of it is in flight on this receiver. Await that call before you make the next.`);
  });
};
