/** An event log: what a program did, in order, as lines that can be compared. */
export type Log = (...words: unknown[]) => void;

export interface Events {
  readonly log: Log;
  readonly lines: string[];
}

export function record(): Events {
  const lines: string[] = [];
  return { lines, log: (...words) => void lines.push(words.map((word) => (typeof word === 'string' ? word : show(word))).join(' ')) };
}

/** What the engine quotes of the program's text in a message is no behaviour, and a poll reads a symbol in place of the name. */
const QUOTED: readonly [RegExp, string][] = [
  [/^.*(?= is not (a function|iterable|a constructor))/s, '…'],
  [/(?<=^Cannot destructure property '\w+' of ').*(?=' as it is)/s, '…'],
  [/(?<=\(reading ')Symbol\((\w+)\)(?='\))/, '$1'],
];

/** A value as text. `part` shows the errors that an AggregateError holds. */
export function show(value: unknown, depth = 3, part: (value: unknown, depth: number) => string = show): string {
  if (value instanceof Error) {
    const message = QUOTED.reduce((text, [pattern, instead]) => text.replace(pattern, instead), value.message);
    const parts = value instanceof AggregateError ? ` [${value.errors.map((error) => part(error, depth - 1)).join(', ')}]` : '';
    return `${value.name}(${message})${parts}`;
  }
  if (typeof value === 'function') return `[function ${value.name}]`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (Object.is(value, -0)) return '-0';
  if (typeof value !== 'object' || value === null) return String(value);
  if (value instanceof Promise) return '[promise]';
  if (depth === 0) return '…';
  if (Array.isArray(value)) return `[${Array.from(value, (item, index) => (index in value ? show(item, depth - 1) : '')).join(', ')}]`;
  const owner = (Object.getPrototypeOf(value) as object | null)?.constructor?.name ?? 'null';
  const fields = Reflect.ownKeys(value).filter((key) => typeof key === 'string').map((key) => `${key}: ${show((value as Record<string, unknown>)[key], depth - 1)}`);
  return `${owner === 'Object' ? '' : `${owner} `}{${fields.join(', ')}}`;
}
