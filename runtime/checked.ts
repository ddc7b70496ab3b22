/**
 * Checked mode (plugin option `checked: true`): every frame handed out is fresh, seen by whoever uses it wrongly, and
 * poisoned when its call has ended. The pools count as if frames were recycled. For development and tests: a suspension
 * costs some captured stacks.
 */
import { ConsumedError, LeakError, ReleasedError } from './errors';
import { Frame, type Settles } from './frame';
import type { Method, Policy } from './method';
import type { Home, Pool } from './pool';

interface Record {
  readonly label: string;
  readonly suspendedAt: Error;
  awaitedAt: Error | undefined;
  endedAt: Error | undefined;
  /** Who awaits it: one of these. */
  caller: Frame | undefined;
  handle: Settles | undefined;
}

const records = new WeakMap<Frame, Record>();

/** A frame that nobody ever awaited is reported when the collector finds it, if its call has not ended before. */
const unawaited = new FinalizationRegistry<Record>(report);

function report({ label, suspendedAt, endedAt }: Record): void {
  const how = endedAt === undefined ? 'it can never end' : 'its outcome is lost';
  const error = new LeakError(`A frame of ${label} was received through a poll and never awaited: ${how}. Await every poll that returns pending.`, { cause: suspendedAt });
  // Where it was lost: there the call ended.
  if (endedAt !== undefined) error.stack = endedAt.stack!.replace(/^.*/, `${error.name}: ${error.message}`);
  console.error(error);
}

function touched(this: Frame): never {
  const { label, endedAt } = records.get(this)!;
  throw new ReleasedError(`A frame of ${label} is used after its call has ended. Nobody may keep a frame: its waiter is told once.`, { cause: endedAt });
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
      if (record.awaitedAt !== undefined) throw new ConsumedError(`A frame of ${record.label} is awaited a second time: its caller owns it, alone.`, { cause: record.awaitedAt });
      record.awaitedAt = new Error('It was awaited here first.');
      unawaited.unregister(this);
    }
    record[key] = waiter;
  },
});

const WATCHED: PropertyDescriptorMap = { caller: watch('caller'), handle: watch('handle') };

/** Takes back a frame for its pool, and poisons it. */
class CheckedHome implements Home {
  readonly isPlain = false;

  constructor(private readonly pool: Pool) {}

  get arena(): Pool | undefined {
    return this.pool.arena;
  }

  release(frame: Frame): void {
    const record = records.get(frame)!;
    // Captured stacks hold receivers, this frame among them: the registry must not hold them any longer.
    unawaited.unregister(frame);
    record.endedAt = new Error('Its call ended here.');
    // In state 0 it was never handed out, since its own await threw.
    if (record.awaitedAt === undefined && frame.state !== 0) report(record);
    const { pool } = this;
    pool.release(frame);
    if (pool.idle === frame) {
      // Its captured stacks hold functions, and those what they captured: in the pool stands an empty one, to be counted.
      pool.idle = new Frame();
      pool.idle.next = frame.next;
      frame.next = undefined;
    }
    Object.defineProperties(frame, POISON);
  }
}

function freshFrame(method: Method, pool: Pool): Frame {
  const frame = new Frame();
  frame.pool = new CheckedHome(pool);
  const record: Record = { label: method.label, suspendedAt: new Error('It was suspended here.'), awaitedAt: undefined, endedAt: undefined, caller: undefined, handle: undefined };
  records.set(frame, record);
  Object.defineProperties(frame, WATCHED);
  unawaited.register(frame, record, frame);
  return frame;
}

export const checkedPolicy: Policy = (method) => {
  method.replace = (pool) => freshFrame(method, pool);
};
