/** A trait iterator as a stream: written by hand in the form in which the transformer writes `async *` methods. */
import { awaitValue, pending } from './door';
import { suspend, take, type Frame } from './frame';
import { pollSymbol, type AnyFunction } from './method';
import { ended, leaving, left, received, StreamMethod } from './stream-method';
import { canPoll } from './traits';

/** A source of items that says `null` at its end, as the iterators of databases do. */
export interface Cursor<T> {
  next(): Promise<T | null>;
  /** Called if nobody wants the rest. */
  close?(): Promise<void>;
}

const nextPoll = pollSymbol('next');

const method = iterateMethod();

function iterateMethod(): StreamMethod {
  const made = new StreamMethod('iterate', { stream: StreamMethod });
  made.bind(start as AnyFunction, resume as AnyFunction);
  return made;
}

function start(frame: Frame, cursor: unknown): void {
  frame.state = 1;
  frame.s0 = cursor;
}

/** 1 at the start, 2 behind an item, 3 behind `next()` that waited, 4 and 5 behind `close()` that waited. */
function resume(this: unknown, frame: Frame, depth: number): unknown {
  const cursor = frame.s0 as Cursor<unknown>;
  let item: unknown;
  switch (frame.state) {
    case 2: {
      let sent: unknown;
      try {
        sent = received(frame);
      } catch (error) {
        return close(cursor, frame, 5, error);
      }
      if (sent === left) return close(cursor, frame, 4, leaving(frame));
      item = ask(cursor, depth);
      break;
    }
    case 3:
      item = take(frame);
      break;
    case 4:
      take(frame);
      return ended(frame, frame.s1);
    case 5:
      // The error that was thrown in is the one that counts.
      frame.failed = false;
      throw frame.s1;
    default:
      item = ask(cursor, depth);
  }
  if (item === pending) return suspend(frame, undefined, method, 3, cursor);
  if (item === null) return ended(frame);
  frame.state = 2;
  return item;
}

function ask(cursor: Cursor<unknown>, depth: number): unknown {
  const poll = (cursor as unknown as Record<symbol, AnyFunction>)[nextPoll]!;
  return canPoll(poll, depth) ? poll.call(cursor, depth + 1) : awaitValue(cursor.next(), cursor, poll);
}

function close(cursor: Cursor<unknown>, frame: Frame, state: 4 | 5, outcome: unknown): unknown {
  if (cursor.close === undefined) {
    if (state === 5) throw outcome;
    return ended(frame, outcome);
  }
  awaitValue(cursor.close());
  return suspend(frame, undefined, method, state, cursor, outcome);
}

/**
 * The items of a trait iterator as an async generator. A compiled `for await` polls `next()` on the spot: an item that is
 * there costs no promise. A loop that is left early calls `close()`, if there is one, and awaits it; the end and an error of
 * `next()` do not.
 *
 * @example
 * for await (const entry of iterate(kvIterator)) { ... }
 */
export function iterate<T>(cursor: Cursor<T>): AsyncGenerator<T, void, void> {
  return method.start(undefined, [cursor]) as AsyncGenerator<T, void, void>;
}
