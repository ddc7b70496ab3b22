/** Every error the runtime throws: one class each, with a `code` that never changes. */
export abstract class BoxlessError extends Error {
  abstract readonly code: string;
  override get name(): string {
    return this.constructor.name;
  }
}

/** A decorator option that does not exist, or a value it cannot have. */
export class OptionError extends BoxlessError {
  readonly code = 'BOXLESS_OPTION';
}

/** `@asyncTrait` on something that is not an async method or a class. */
export class NotAsyncError extends BoxlessError {
  readonly code = 'BOXLESS_NOT_ASYNC';
}

/** A completer reset while somebody waits for it. */
export class CompleterError extends BoxlessError {
  readonly code = 'BOXLESS_COMPLETER';
}

/**
 * What a cancelled call rejects with, as Node's own functions do: `name` is 'AbortError', `code` is 'ABORT_ERR' and `cause`
 * is the reason that was given.
 */
export class AbortError extends BoxlessError {
  readonly code = 'ABORT_ERR';
}

/** A dyn wrapper that cannot be made: no transformer and no list of members, or an implementation without a method. */
export class DynError extends BoxlessError {
  readonly code = 'BOXLESS_DYN';
}

/** A call of an `inline(n)` wrapper while n calls are in flight. */
export class InlineFullError extends BoxlessError {
  readonly code = 'BOXLESS_INLINE_FULL';
}
