/**
 * Checked mode (plugin option `checked: true`): every frame handed out is fresh, seen by whoever uses it wrongly, and
 * poisoned when its call has ended: those of methods, of streams, and those by which joins wait. The pools count as if frames
 * were recycled. For development and tests: a suspension costs some captured stacks, a stream a stack that is written out.
 */
import { ConsumedError, LeakError, ReleasedError } from './errors';
import { Frame, type Settles } from './frame';
import type { Method, Policy } from './method';
import type { Home, Pool } from './pool';

interface Record {
  suspendedAt: Error;
  awaitedAt: Error | undefined;
  endedAt: Error | undefined;
  /** Who awaits it: one of these. */
  caller: Frame | undefined;
  handle: Settles | undefined;
  /** Of a stream: the frame's `awaited`, and whether the item has had to wait. */
  awaited: unknown;
  wasHandedOut: boolean;
  readonly seen: Seen;
}

/** What is left to say of a frame that the collector has found: it holds nothing that holds the frame. */
interface Seen {
  readonly label: string;
  readonly pool: Pool;
  /** Where it was suspended, while nobody awaits it; of a stream, where that was made. */
  madeAt: Error | undefined;
  readonly isStream: boolean;
  /** Somebody waits, or, of a stream, nobody has to: then it is no mistake that it never ends. */
  isAwaited: boolean;
}

const records = new WeakMap<Frame, Record>();

const found = new FinalizationRegistry<Seen>(({ label, pool, madeAt, isStream, isAwaited }) => {
  pool.live--;
  if (isAwaited || madeAt === undefined) return;
  if (isStream) print(`A stream of ${label} was dropped before it had ended: its frame is lost, and its \`finally\` blocks never run. Finish its loop, or call its return().`, madeAt);
  else print(leak(label, 'it can never end'), madeAt);
});

const leak = (label: string, how: string): string => `A frame of ${label} was received through a poll and never awaited: ${how}. Await every poll that returns pending.`;

/** @param lostAt where the call has ended */
function print(message: string, cause: Error, lostAt?: Error): void {
  const error = new LeakError(message, { cause });
  if (lostAt !== undefined) error.stack = lostAt.stack!.replace(/^.*/, `${error.name}: ${message}`);
  console.error(error);
}

function touched(this: Frame): never {
  const { seen, endedAt } = records.get(this)!;
  throw new ReleasedError(`A frame of ${seen.label} is used after its call has ended. Nobody may keep a frame: its waiter is told once.`, { cause: endedAt });
}

/** All but what its pool needs, and the callbacks: those of a promise that a cancelled call has forgotten may still come. */
const POISONED = Object.keys(new Frame()).filter((key) => !/^(pool|next)$|Callback$/.test(key));
const POISON: PropertyDescriptorMap = Object.fromEntries(POISONED.map((key) => [key, { get: touched, set: touched }]));

/** Sees who awaits the frame. */
const watch = (key: 'caller' | 'handle'): PropertyDescriptor => ({
  configurable: true,
  get(this: Frame) {
    return records.get(this)![key];
  },
  set(this: Frame, waiter: undefined) {
    const record = records.get(this)!;
    if (waiter !== undefined) {
      if (record.awaitedAt !== undefined) throw new ConsumedError(`A frame of ${record.seen.label} is awaited a second time: its caller owns it, alone.`, { cause: record.awaitedAt });
      record.awaitedAt = new Error('It was awaited here first.');
      markAwaited(record.seen);
    } else if (record.seen.isStream && record.endedAt === undefined) itemIsOver(record);
    record[key] = waiter;
  },
});

const WATCHED: PropertyDescriptorMap = { caller: watch('caller'), handle: watch('handle') };

/** The frame of a stream is awaited anew for each item; it has been resumed, and so was handed out, when `awaited` is cleared. */
const WATCHED_STREAM: PropertyDescriptorMap = {
  ...WATCHED,
  awaited: {
    configurable: true,
    get(this: Frame) {
      return records.get(this)!.awaited;
    },
    set(this: Frame, awaited: unknown) {
      const record = records.get(this)!;
      if (awaited !== undefined) record.suspendedAt = suspendedHere();
      else if (record.awaited !== undefined) record.wasHandedOut = true;
      record.awaited = awaited;
    },
  },
};

/** Captured stacks hold receivers, this frame among them. That of a stream is written out. */
function markAwaited(seen: Seen): void {
  seen.isAwaited = true;
  if (!seen.isStream) seen.madeAt = undefined;
}

const suspendedHere = (): Error => new Error('It was suspended here.');

/** An item of a stream is there, or the stream has ended: who waited for it is forgotten. */
function itemIsOver(record: Record, endedAt?: Error): void {
  const { awaitedAt, wasHandedOut, suspendedAt, seen } = record;
  record.awaitedAt = undefined;
  record.wasHandedOut = seen.isAwaited = false;
  if (wasHandedOut && awaitedAt === undefined) print(leak(seen.label, 'its outcome is lost'), suspendedAt, endedAt ?? new Error());
}

/** Takes back a frame for its pool, and poisons it. */
class CheckedHome implements Home {
  readonly isPlain = false;

  constructor(private readonly pool: Pool) {}

  get arena(): Pool | undefined {
    return this.pool.arena;
  }

  release(frame: Frame): void {
    const record = records.get(frame)!;
    const { seen, suspendedAt } = record;
    // Captured stacks hold receivers, this frame among them: the registry must not hold them any longer.
    found.unregister(frame);
    const endedAt = (record.endedAt = new Error('Its call ended here.'));
    if (seen.isStream) itemIsOver(record, endedAt);
    // In state 0 it was never handed out, since its own await threw.
    else if (!seen.isAwaited && frame.state !== 0) print(leak(seen.label, 'its outcome is lost'), suspendedAt, endedAt);
    const { pool } = this;
    pool.release(frame);
    if (pool.idle === frame) {
      // Its captured stacks hold functions, and those what they captured: in the pool stands an empty one, to be counted.
      const empty = new Frame();
      // Methods that are not checked may share the pool: a lent one, or that of the joins.
      empty.pool = pool;
      empty.next = frame.next;
      pool.idle = empty;
      frame.next = undefined;
    }
    Object.defineProperties(frame, POISON);
  }
}

function freshFrame(method: Method, pool: Pool): Frame {
  const frame = new Frame();
  frame.pool = new CheckedHome(pool);
  const isStream = method.shape.stream !== undefined;
  const suspendedAt = isStream ? new Error('It was called here.') : suspendedHere();
  // Written out it holds no receivers, and so not the stream.
  if (isStream) void suspendedAt.stack;
  const seen: Seen = { label: method.label, pool, madeAt: suspendedAt, isStream, isAwaited: false };
  // What nobody can call are the frames of a join: it waits for them itself.
  if (method.publicFunction === undefined && !isStream) markAwaited(seen);
  records.set(frame, { suspendedAt, awaitedAt: undefined, endedAt: undefined, caller: undefined, handle: undefined, awaited: undefined, wasHandedOut: false, seen });
  Object.defineProperties(frame, isStream ? WATCHED_STREAM : WATCHED);
  found.register(frame, seen, frame);
  return frame;
}

export const checkedPolicy: Policy = (method) => {
  method.replace = (pool) => freshFrame(method, pool);
};
