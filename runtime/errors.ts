/**
 * Every error the runtime throws: one class each, with a `code` that never changes. Their names are written out, since bundlers make
 * those of classes short, and on the prototypes, where V8 finds them for the stack.
 */
export abstract class BoxlessError extends Error {
  abstract readonly code: string;
}

/** A decorator option that does not exist, or a value it cannot have. */
export class OptionError extends BoxlessError {
  readonly code = 'BOXLESS_OPTION';
  override get name(): string {
    return 'OptionError';
  }
}

/** `@asyncTrait` on something that is not an async method or a class. */
export class NotAsyncError extends BoxlessError {
  readonly code = 'BOXLESS_NOT_ASYNC';
  override get name(): string {
    return 'NotAsyncError';
  }
}

/** A completer reset while somebody waits for it. */
export class CompleterError extends BoxlessError {
  readonly code = 'BOXLESS_COMPLETER';
  override get name(): string {
    return 'CompleterError';
  }
}

/**
 * What a cancelled call rejects with, as Node's own functions do: `name` is 'AbortError', `code` is 'ABORT_ERR' and `cause`
 * is the reason that was given.
 */
export class AbortError extends BoxlessError {
  readonly code = 'ABORT_ERR';
  override get name(): string {
    return 'AbortError';
  }
}

/** A dyn wrapper that cannot be made: no transformer and no list of members, or an implementation without a method. */
export class DynError extends BoxlessError {
  readonly code = 'BOXLESS_DYN';
  override get name(): string {
    return 'DynError';
  }
}

/** A call of an `inline(n)` wrapper while n calls are in flight. */
export class InlineFullError extends BoxlessError {
  readonly code = 'BOXLESS_INLINE_FULL';
  override get name(): string {
    return 'InlineFullError';
  }
}

/** A call refused because as many calls are in flight as its pool allows (`onExhausted: 'throw'`). Nothing of the method has run. */
export class PoolExhaustedError extends BoxlessError {
  readonly code = 'BOXLESS_POOL_EXHAUSTED';
  override get name(): string {
    return 'PoolExhaustedError';
  }
}

/** A second call of an `exclusive` method while one is in flight on the same receiver. Nothing of it has run. */
export class ExclusiveError extends BoxlessError {
  readonly code = 'BOXLESS_EXCLUSIVE';
  override get name(): string {
    return 'ExclusiveError';
  }
}

/** A future with `reuse: 'await-once'`, or a frame, awaited a second time. In checked mode `cause` says where it was first. */
export class ConsumedError extends BoxlessError {
  readonly code = 'BOXLESS_CONSUMED';
  override get name(): string {
    return 'ConsumedError';
  }
}

/** A future used after `using` or Symbol.dispose gave it back. In checked mode `cause` says where that was. */
export class DisposedError extends BoxlessError {
  readonly code = 'BOXLESS_DISPOSED';
  override get name(): string {
    return 'DisposedError';
  }
}

/** Checked mode: a frame used after its call has ended. `cause` says where it ended. */
export class ReleasedError extends BoxlessError {
  readonly code = 'BOXLESS_RELEASED';
  override get name(): string {
    return 'ReleasedError';
  }
}

/**
 * Checked mode, printed and never thrown: a frame that nobody awaited (`cause` says where it was suspended), or a stream that was
 * dropped before it had ended (`cause` says where it was made).
 */
export class LeakError extends BoxlessError {
  readonly code = 'BOXLESS_LEAK';
  override get name(): string {
    return 'LeakError';
  }
}
