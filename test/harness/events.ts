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

/** A value as text. The engine names the callee in `x.m is not a function`; that is the text of the program, not its behaviour. */
export function show(value: unknown, depth = 3): string {
  if (value instanceof Error) {
    const message = value.message.replace(/^.*(?= is not (a function|iterable|a constructor))/s, '…').replace(/(?<=^Cannot destructure property '\w+' of ').*(?=' as it is)/s, '…');
    const parts = value instanceof AggregateError ? ` [${value.errors.map((error) => show(error, depth - 1)).join(', ')}]` : '';
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
