/** The types at the doors between the rooms. Every room takes one and gives the next. */
import type * as TS from 'typescript';

/** The TypeScript instance the host hands us. Never import your own: flags are numbered differently between versions. */
export type Ts = typeof TS;

/** Where emitted code finds the runtime. */
export type RuntimeAccess = 'import' | 'require' | { global: string };

/** What people can say of one trait, of a class or of all (README.md says what each means). Checked by trait-options.ts. */
export interface TraitOptions {
  scheduling?: 'eager' | 'microtask';
  pool?: { max?: number; onExhausted?: 'grow' | 'throw' | 'wait'; scope?: 'instance' | 'class' };
  exclusive?: boolean;
  reuse?: 'never' | 'await-once';
  returns?: 'future' | 'promise';
  signal?: 'last';
}

export interface Options {
  /** `'microtask'` gives every await its native tick. */
  scheduling: 'eager' | 'microtask';
  /** `'values'`: the result of any call on the spot that is not thenable is ready. */
  eager: 'traits' | 'values';
  /** `'all'`: every async function, method and arrow, for conformance runs. */
  include: 'marked' | 'all';
  /** The pool of every trait that says nothing else. */
  pool: TraitOptions['pool'];
  /** What public calls return where a trait says nothing else. */
  returns: TraitOptions['returns'];
  /** Frames are fresh, poisoned and watched, for development and tests. */
  checked: boolean;
  /** Unset: an import or a `require`, by the module kind of the file. */
  runtime: RuntimeAccess | undefined;
}

/** Everything a room may need besides its input. Nothing in the transformer is kept outside of it. */
export interface Host {
  readonly ts: Ts;
  readonly factory: TS.NodeFactory;
  readonly context: TS.TransformationContext;
  readonly options: Options;
  /** Absent in single-file tools; types only sharpen, they never decide what is compiled. */
  readonly checker: TS.TypeChecker | undefined;
  /** Begins every name we make; no name of the file begins with it. */
  readonly prefix: string;
  readonly report: (diagnostic: Diagnostic) => void;
}

export interface Diagnostic {
  readonly code: number;
  readonly category: 'error' | 'warning';
  readonly message: string;
  readonly file: TS.SourceFile;
  readonly start: number;
  readonly length: number;
}

export type AsyncFunction = (TS.MethodDeclaration | TS.FunctionDeclaration | TS.FunctionExpression | TS.ArrowFunction) & {
  readonly body: TS.ConciseBody;
};

/** One marked async function. */
export interface Trait {
  readonly node: AsyncFunction;
  /** How people call it: `Class.method`. */
  readonly label: string;
  readonly scheduling: Options['scheduling'];
  /** Of the trait, its class and the plugin, the nearest wins. */
  readonly options: TraitOptions;
}

/** A call of `dynTrait`. */
export interface DynCall {
  readonly node: TS.CallExpression;
  readonly type: TS.TypeNode | undefined;
  /** The members are told by an argument: then it works at run time too. */
  readonly isDescribed: boolean;
  /** The name of the wrapper class. */
  readonly label: string;
}

/** `join` and `race` of the runtime: awaited on the spot, their arguments are polled. */
export type Combinator = 'join' | 'race';

/** 1-find gives: what is marked, and what of the marking must go. */
export interface Found {
  readonly file: TS.SourceFile;
  /** Functions on which the compiler has failed already, and why. They are not among `traits`. */
  readonly failed: readonly { readonly trait: Trait; readonly reason: string }[];
  /** Functions that nest too deep for the stack on which their frame was written. */
  readonly deep: ReadonlySet<TS.Node>;
  readonly traits: readonly Trait[];
  readonly dyns: readonly DynCall[];
  /** Our decorators, taken out of the output. */
  readonly decorators: ReadonlySet<TS.Decorator>;
  /** Calls of `join` and `race`. */
  readonly combinators: ReadonlyMap<TS.Node, Combinator>;
}

/** A variable of one function: everything the lowering must know to keep it across a suspension. */
export interface Binding {
  readonly name: string;
  readonly kind: 'param' | 'var' | 'let' | 'const' | 'class' | 'function' | 'catch';
  /** The node that opens the scope: a block, a loop, a catch clause or the function itself. */
  readonly scope: TS.Node;
  /** The declaring identifiers; more than one for a `var` written twice, none for a variable of a head that never gets a value. */
  readonly declarations: TS.Identifier[];
  readonly references: Reference[];
}

/**
 * How a variable is kept that a copy of its value cannot stand for.
 *   box       `{ v: value }`: closures and the code after an await share it
 *   checked   `new $Variable("x")`: it may be used before it has a value, which must throw
 *   constant  the same, and assigning to it must throw
 */
export type CellKind = 'box' | 'checked' | 'constant';

export interface Reference {
  readonly node: TS.Identifier;
  readonly writes: boolean;
  /** The outermost nested function around the reference, if any: then the binding is captured. */
  readonly closure: TS.Node | undefined;
}

/** 2-analyse gives: what is true of a trait. */
export interface Facts {
  readonly trait: Trait;
  readonly bindings: readonly Binding[];
  readonly bindingOf: ReadonlyMap<TS.Identifier, Binding>;
  /** References to variables of the outside, its own name included. */
  readonly free: readonly TS.Identifier[];
  /** The parameters of the arrow functions inside, which share its `yield`. */
  readonly arrowParameters: readonly Binding[];
  /** The `await`s of this function itself, in the order of the text. */
  readonly awaits: readonly TS.Node[];
  /** The most statements and the most awaits that are around an await, and how many functions are around this one. */
  readonly nesting: { readonly levels: number; readonly awaits: number; readonly functions: number };
  /** Calls of `join` and `race`, of the whole file. */
  readonly combinators: ReadonlyMap<TS.Node, Combinator>;
  /** Nodes of this function around or at an `await`. */
  readonly pausing: ReadonlySet<TS.Node>;
  /** The calls that it ends with: see 2-analyse/tail-calls.ts. */
  readonly tailCalls: ReadonlySet<TS.Node>;
  readonly usesArguments: boolean;
  /** It mentions `enterWith`: see 2-analyse. */
  readonly entersContext: boolean;
  /** Direct `eval` or `with`: names cannot be resolved before run time. */
  readonly dynamicScope: TS.Node | undefined;
  /** The variables that frames keep in cells. */
  readonly cells: ReadonlyMap<Binding, CellKind>;
  /** Constructs a frame cannot keep: the first one, in words, if any. */
  readonly needsCoroutine: string | undefined;
}

/** How the name of a member is written: `next`, `[Symbol.iterator]`, by a symbol that the file declares, or one that it imports. */
export type MemberName =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string; readonly from: string | undefined; readonly local?: TS.Identifier };

/** A member of a trait that is to be wrapped. */
export interface DynMember {
  readonly name: MemberName;
  /** An async method, any other method, or no method. */
  readonly kind: 'async' | 'sync' | 'member';
  /** The names of the parameters, if every call has exactly these. */
  readonly parameters: readonly string[] | undefined;
  readonly isOptional: boolean;
}

/** What cannot be wrapped, and why: words for the message. */
export interface DynFault {
  readonly diagnostic: 'dynNeedsTypes' | 'dynType' | 'dynMember';
  readonly words: readonly string[];
}

/** 2-analyse gives: what is true of a trait that is to be wrapped. */
export interface DynFacts {
  readonly call: DynCall;
  readonly members: readonly DynMember[];
  readonly faults: readonly DynFault[];
}

/**
 * How a trait is compiled.
 *   frame      a state machine whose locals live in a pooled frame: nothing is allocated
 *   coroutine  a generator that yields where it waits: every construct, one generator object per call
 */
export type Strategy = 'frame' | 'coroutine';

/** 3-check gives: what will be done with a trait. */
export interface Planned {
  readonly facts: Facts;
  readonly strategy: Strategy;
  /** Why not `frame`, for the report. */
  readonly reason: string | undefined;
}

export interface Plan {
  readonly file: TS.SourceFile;
  readonly decorators: ReadonlySet<TS.Decorator>;
  readonly compiled: ReadonlyMap<TS.Node, Planned>;
  /** The calls of `dynTrait` that become classes. */
  readonly dyns: ReadonlyMap<TS.Node, DynFacts>;
  readonly native: readonly { readonly trait: Trait; readonly code: number; readonly message: string }[];
}

/** What became of every trait, for people and tools. */
export interface Report {
  readonly compiled: readonly (Reported & { readonly strategy: Strategy; readonly reason: string | undefined })[];
  readonly native: readonly (Reported & { readonly code: string; readonly message: string })[];
}

export interface Reported {
  /** `Class.method` */
  readonly name: string;
  /** Where the function begins in the text, its modifiers included. */
  readonly start: number;
}
