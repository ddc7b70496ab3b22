/**
 * Every message of the transformer: one table. A code never changes its meaning.
 *
 *   user     the program is wrong: an error, the build fails
 *   later    a construct we do not compile: a warning, the method stays a native async method, whole
 */
import type * as TS from 'typescript';
import type { Diagnostic, Ts } from './model';

interface Entry {
  readonly code: number;
  readonly fault: 'user' | 'later';
  readonly message: string;
  readonly help: string;
}

export const table = {
  unknownPluginOption: {
    code: 90001, fault: 'user',
    message: "boxless has no plugin option '{0}'.",
    help: 'It knows: {1}.',
  },
  badPluginOption: {
    code: 90002, fault: 'user',
    message: "The plugin option '{0}' cannot be {1}.",
    help: 'It can be: {2}.',
  },
  unknownDecoratorOption: {
    code: 90003, fault: 'user',
    message: "@asyncTrait has no option '{0}'.",
    help: 'It knows: {1}.',
  },
  badDecoratorOption: {
    code: 90004, fault: 'user',
    message: "The @asyncTrait option '{0}' must be written out as {1}: it is read when the program is compiled.",
    help: 'Write a literal in place of the expression.',
  },
  notAsync: {
    code: 90005, fault: 'user',
    message: "@asyncTrait stands on '{0}', which is not an async {1}.",
    help: '{2}',
  },
  cannotRead: {
    code: 90006, fault: 'user',
    message: 'The file cannot be read: {0}.',
    help: 'Check its name.',
  },
  badCommandLine: {
    code: 90007, fault: 'user',
    message: '{0}',
    help: "See 'boxless --help'.",
  },
  syntaxError: {
    code: 90008, fault: 'user',
    message: 'The file is not TypeScript: {0}',
    help: 'Nothing was compiled.',
  },
  cannotWrite: {
    code: 90009, fault: 'user',
    message: 'The file cannot be written: {0}.',
    help: 'Nothing was changed.',
  },
  dynNeedsTypes: {
    code: 90021, fault: 'user',
    message: 'dynTrait<{0}>() needs the type checker, which this tool does not run: the members are read from the type.',
    help: "Build with tspc, or say the members by hand: dynTrait<{0}>(['next', ...]).",
  },
  dynType: {
    code: 90022, fault: 'user',
    message: 'dynTrait<{0}>: this cannot be wrapped: {1}.',
    help: 'Give it an interface, an abstract class or an alias of an object type.',
  },
  dynMember: {
    code: 90023, fault: 'user',
    message: "dynTrait<{0}>: the member '{1}' cannot be wrapped: {2}.",
    help: '{3}.',
  },
  conflictingOptions: {
    code: 90030, fault: 'user',
    message: "'{0}' has the options {1} and {2}, which cannot stand together: {3}.",
    help: 'Take one of them away.',
  },
  optionLost: {
    code: 90031, fault: 'user',
    message: "'{0}' has the option '{1}', but stays native, where nothing would keep it.",
    help: 'Take the option away, or write the method so that it can be compiled: see the warning beside this.',
  },
  optionOnStream: {
    code: 90032, fault: 'user',
    message: "'{0}' is an async generator, which cannot have the option '{1}'.",
    help: 'Take the option away: a call of it makes a stream, and what suspends is the stream.',
  },
  markedTwice: {
    code: 90051, fault: 'user',
    message: "'{0}' is marked by @asyncTrait more than once.",
    help: 'Once is enough: put all options there.',
  },
  badDecoratorCall: {
    code: 90052, fault: 'user',
    message: '@asyncTrait is called with {0} arguments; it takes one, an object of options.',
    help: 'Without options write it without parentheses.',
  },
  nothingToMark: {
    code: 90053, fault: 'user',
    message: "@asyncTrait stands on the class '{0}', which has no async method.",
    help: "Add 'async' to the methods that await; functions in fields are marked one by one.",
  },
  dynamicScope: {
    code: 90101, fault: 'later',
    message: "'{0}' stays a native async method: it uses {1}, so its variables are known only at run time.",
    help: 'Move that into a function of its own.',
  },
  unsupported: {
    code: 90103, fault: 'later',
    message: "'{0}' stays a native async function: {1}.",
    help: 'It works as before, without the speed.',
  },
  internalError: {
    code: 90120, fault: 'later',
    message: "'{0}' stays a native async function, because the compiler failed on it: {1}.",
    help: 'This is a fault of boxless: please report it with this message and the function.',
  },
  notMarked: {
    code: 90110, fault: 'later',
    message: "'{0}' is not marked: {1}.",
    help: '{2}',
  },
} as const satisfies Record<string, Entry>;

export type DiagnosticName = keyof typeof table;

/** The message of an entry, with what it offers as help. */
export function messageOf(name: DiagnosticName, ...words: string[]): string {
  const entry: Entry = table[name];
  const fill = (text: string): string => text.replace(/\{(\d)\}/g, (_, index: string) => words[Number(index)] ?? '');
  return `${fill(entry.message)} ${fill(entry.help)}`;
}

/** A node, or any other stretch of the text. */
export interface Place {
  getStart(file: TS.SourceFile): number;
  readonly end: number;
}

export function diagnose(file: TS.SourceFile, node: Place | undefined, name: DiagnosticName, ...words: string[]): Diagnostic {
  const entry: Entry = table[name];
  const start = node === undefined ? 0 : node.getStart(file);
  return {
    code: entry.code,
    category: entry.fault === 'user' ? 'error' : 'warning',
    message: messageOf(name, ...words),
    file,
    start,
    length: node === undefined ? 0 : node.end - start,
  };
}

/** As TypeScript's own hosts print and count it. */
export function asTypeScript({ code, category, message, file, start, length }: Diagnostic, ts: Ts): TS.Diagnostic {
  return {
    code,
    category: category === 'error' ? ts.DiagnosticCategory.Error : ts.DiagnosticCategory.Warning,
    messageText: message,
    file,
    start,
    length,
    source: 'boxless',
  };
}

/** The compiler failed while it worked on the function `node`; everything else of the file can still be compiled. */
export class Fault extends Error {
  constructor(
    readonly node: TS.Node,
    readonly reason: string,
    /** The stack was too small for how deep the function nests. */
    readonly isTooDeep = false,
  ) {
    super(reason);
  }
}

/** Does the work on one function; what is thrown then says on which. */
export function workingOn<T>(node: TS.Node, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof Fault ? error : new Fault(node, error instanceof Error ? error.message : String(error), error instanceof RangeError && /call stack/.test(error.message));
  }
}
