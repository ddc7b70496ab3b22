/** A value as text of bounded length, since generated programs double their strings and arrays. */
import { show } from '../harness/events';

const WIDTH = 8;

/** V8 says in many ways that something cannot be taken apart, and quotes the program's text. */
const WORDED: readonly [RegExp, string][] = [
  // One message for two errors: `[] = f()` is "f is not a function or its return value is not iterable", whichever it is.
  [/^TypeError\(.* is not (async )?iterable.*\)$|^TypeError\(Spread syntax requires .*\)$/s, 'TypeError(not a function, or cannot be taken apart)'],
  [/^TypeError\(.* is not a function\)$|^TypeError\(Function.prototype.apply was called on .*\)$/s, 'TypeError(not a function, or cannot be taken apart)'],
  [/^TypeError\(Cannot destructure .*\)$|^TypeError\(Cannot read properties of (undefined|null).*\)$/s, 'TypeError(not a function, or cannot be taken apart)'],
  [/^TypeError\(.* is not an object\)$/s, 'TypeError(not an object)'],
  // `BigInt(error)` quotes the message of the error.
  [/^SyntaxError\(.* to a BigInt\)$/s, 'SyntaxError(not a BigInt)'],
];

function error(value: Error): string {
  return WORDED.reduce((text, [pattern, instead]) => text.replace(pattern, instead), show(value, 3, brief));
}

/** While `run` runs, an error that becomes a string, a key or a name of a program says what `brief` says, not V8's words: `` `${error}` ``. */
export async function withErrorsWorded<T>(run: () => Promise<T>): Promise<T> {
  const { toString } = Error.prototype;
  Error.prototype.toString = function () {
    return this instanceof Error ? error(this) : toString.call(this);
  };
  try {
    return await run();
  } finally {
    Error.prototype.toString = toString;
  }
}

export function brief(value: unknown, depth = 3): string {
  if (typeof value === 'string') return value.length > 80 ? `[string of ${value.length}]` : JSON.stringify(value);
  if (value instanceof Error) return error(value);
  if (typeof value !== 'object' || value === null || value instanceof Promise) return show(value);
  if (depth === 0) return '…';
  if (Array.isArray(value)) return `[${value.length > WIDTH ? `${value.length}: ` : ''}${Array.from(value.slice(0, WIDTH), (one) => brief(one, depth - 1)).join(', ')}]`;
  const fields = Object.entries(Object.getOwnPropertyDescriptors(value)).filter(([, { enumerable }]) => enumerable).slice(0, WIDTH);
  return `{${fields.map(([key, { value: one, get }]) => `${key}: ${get ? 'getter' : brief(one, depth - 1)}`).join(', ')}}`;
}
