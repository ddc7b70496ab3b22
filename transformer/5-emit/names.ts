/** Every name the emitted code uses: ours never meet the user's, and the runtime's stand in this one table. */
import type * as TS from 'typescript';
import type { Host } from '../model';

/** What emitted code calls -> what `boxless/internal` exports. A test holds the two together. */
export const RUNTIME = {
  pending: 'pending',
  door: 'door',
  await: 'awaitValue',
  awaitEager: 'awaitEager',
  suspend: 'suspend',
  suspendWide: 'suspendWide',
  take: 'take',
  adopt: 'adopt',
  caught: 'caught',
  came: 'came',
  coroutine: 'coroutine',
  pollSymbol: 'pollSymbol',
  publicSymbol: 'publicSymbol',
  functionPoll: 'functionPoll',
  isPoll: 'isPoll',
  canPoll: 'canPoll',
  overridden: 'overridden',
  pollFunction: 'pollFunction',
  startFunction: 'startFunction',
  propertyKey: 'propertyKey',
  reference: 'reference',
  Disposer: 'Disposer',
  call: 'call',
  traits: 'traits',
  traitFunction: 'traitFunction',
  declaredFunction: 'declaredFunction',
  startDeclared: 'startDeclared',
  privateMethod: 'privateMethod',
  decorated: 'decorated',
  homeMethod: 'homeMethod',
  home: 'home',
  ForOf: 'ForOf',
  forIn: 'forIn',
  AsyncLoop: 'AsyncLoop',
  Delegate: 'Delegate',
  delegateTo: 'delegateTo',
  returned: 'returned',
  received: 'received',
  left: 'left',
  leaving: 'leaving',
  ended: 'ended',
  stream: 'StreamMethod',
  coroutineStream: 'CoroutineStream',
  shielded: 'shielded',
  dynClass: 'dynClass',
  Dyn: 'Dyn',
  vtable: 'vtable',
  target: 'target',
  join: 'beginJoin',
  signal: 'signalPolicy',
  context: 'contextPolicy',
  race: 'beginRace',
  pool: 'poolPolicy',
  limit: 'limitPolicy',
  exclusive: 'exclusivePolicy',
  awaitOnce: 'oncePolicy',
  promise: 'promisePolicy',
  checked: 'checkedPolicy',
  Elements: 'Elements',
  restOf: 'restOf',
  tag: 'tag',
  Variable: 'Variable',
} as const;

export type RuntimeName = keyof typeof RUNTIME;

/** What is looked at wherever something is awaited or yielded, ready or not. */
const HOT: ReadonlySet<RuntimeName> = new Set<RuntimeName>(['pending', 'canPoll', 'isPoll', 'functionPoll', 'awaitEager', 'door', 'take', 'received', 'left']);

/** The variables inside of a compiled function, besides `$1`, `$2`, ... */
const LOCALS = ['t', 'o', 'p', 's', 'f', 'd', 'e', 'r', 'h', 'z', 'm', 'a', 'j', 'super', 'superAt', 'superCall', 'newTarget', 'this', 'arguments', 'yield', 'outer', 'v'];

type SymbolKind = 'pollSymbol' | 'publicSymbol';
/** The constants of a function that makes a Method, and what they are. */
type Maker = Map<string, TS.Expression>;
/** Where stands what is being written: which of the three forms below does it use? */
type Place = 'head' | 'early' | Maker;

/**
 * How the head of a file brings in the runtime, so that V8 sees constants where polls are (measured by `npm run bench`, "as an ES module"):
 *
 *     CommonJS    var { pending: $pending } = require("boxless/internal");       what a function assigns once is constant, and never in
 *                 var $nextPoll = $pollSymbol("next");                           its dead zone, which a `const` is asked for at each use
 *     ES module   import { pending as $pending_ } from "boxless/internal";       an import is looked up at each use: 6.0 ns an item in
 *                 const $pending = $pending_;                                    place of 3.8; and so is the `var` of a module
 *                 const $nextPoll = $pollSymbol("next");
 *
 * In a cycle of ES modules others call the functions that this one declares before it has begun. Those of ours have constants of their own
 * (`inMaker`). What others hold (`early`) uses the imports, and symbols that are a `var`: a call finds no poll under `undefined`, and is
 * made publicly.
 */
export class Names {
  private place: Place = 'head';
  private readonly used = new Set<RuntimeName>();
  /** The imports that have a constant, too. */
  private readonly constants = new Set<RuntimeName>();
  private readonly symbols = new Map<string, { kind: SymbolKind; name: string; where: Place }>();
  private readonly taken = new Set<string>();
  private readonly imports = new Map<string, { name: string; specifier: string }>();

  constructor(private readonly host: Host, private readonly asModule: boolean) {
    for (const name of [...Object.keys(RUNTIME), ...LOCALS]) this.taken.add(host.prefix + name);
  }

  private within<T>(place: Place, write: () => T): T {
    const outer = this.place;
    this.place = place;
    try {
      return write();
    } finally {
      this.place = outer;
    }
  }

  /** What `write` writes stands in a function that a module declares, which may run before its module has begun. */
  early<T>(write: () => T): T {
    return this.asModule ? this.within('early', write) : write();
  }

  /** What `write` writes stands in a function that makes a Method: gives the statements before it, `var $pending = $pending_;` */
  inMaker<T>(write: () => T): [before: TS.Statement[], written: T] {
    if (!this.asModule) return [[], write()];
    const { ts, factory: f } = this.host;
    const maker: Maker = new Map();
    const written = this.within(maker, write);
    const list = Array.from(maker, ([name, value]) => f.createVariableDeclaration(name, undefined, undefined, value));
    return [list.length === 0 ? [] : [f.createVariableStatement(undefined, f.createVariableDeclarationList(list, ts.NodeFlags.None))], written];
  }

  /** A variable of ours in emitted code. */
  local(word: string): TS.Identifier {
    return this.host.factory.createIdentifier(this.host.prefix + word);
  }

  /** A name nobody else in the file has. */
  unique(word: string): string {
    const base = this.host.prefix + word;
    let name = base;
    for (let n = 2; this.taken.has(name); n++) name = `${base}_${n}`;
    this.taken.add(name);
    return name;
  }

  runtime(name: RuntimeName): TS.Expression {
    const { factory: f, options } = this.host;
    if (typeof options.runtime === 'object') return f.createPropertyAccessExpression(f.createIdentifier(options.runtime.global), RUNTIME[name]);
    this.used.add(name);
    if (!this.asModule || !HOT.has(name)) return this.local(name);
    if (this.place === 'early') return this.importOf(name);
    if (this.place === 'head') this.constants.add(name);
    else this.place.set(this.local(name).text, this.importOf(name));
    return this.local(name);
  }

  /** The import of which `$pending` is the constant. */
  private importOf(name: RuntimeName): TS.Identifier {
    return this.local(`${name}_`);
  }

  /** The symbol of the poll, or of the remembered public function, of methods called `name`. */
  symbol(kind: SymbolKind, name: string): TS.Expression {
    const { factory: f, options } = this.host;
    if (typeof options.runtime === 'object') return f.createCallExpression(this.runtime(kind), undefined, [f.createStringLiteral(name)]);
    const where = this.place;
    for (const [variable, known] of this.symbols) if (known.kind === kind && known.name === name && known.where === where) return f.createIdentifier(variable);
    const word = name.replace(/[^A-Za-z0-9_]/g, '_');
    const variable = this.unique(`${word}${kind === 'pollSymbol' ? 'Poll' : 'Public'}${where === 'early' ? '_' : ''}`);
    this.symbols.set(variable, { kind, name, where });
    this.used.add(kind);
    if (typeof where === 'object') where.set(variable, this.callFor(kind, name));
    return f.createIdentifier(variable);
  }

  private callFor(kind: SymbolKind, name: string): TS.CallExpression {
    const { factory: f } = this.host;
    return f.createCallExpression(this.local(kind), undefined, [f.createStringLiteral(name)]);
  }

  /** A value that another module exports: the written import may be dropped, where only types use it. */
  imported(name: string, specifier: string): TS.Identifier {
    for (const [variable, known] of this.imports) if (known.name === name && known.specifier === specifier) return this.host.factory.createIdentifier(variable);
    const variable = this.unique(name);
    this.imports.set(variable, { name, specifier });
    return this.host.factory.createIdentifier(variable);
  }

  /** The statements that bring all of this into the file. */
  prologue(): TS.Statement[] {
    const { ts, factory: f } = this.host;
    const { None, Const } = ts.NodeFlags;
    const statements: TS.Statement[] = [];
    const declare = (flags: TS.NodeFlags, ...declarations: readonly (readonly [TS.BindingName, TS.Expression])[]): void => {
      const list = declarations.map(([name, value]) => f.createVariableDeclaration(name, undefined, undefined, value));
      statements.push(f.createVariableStatement(undefined, f.createVariableDeclarationList(list, flags)));
    };
    const bring = (specifier: string, names: readonly { exported: string; variable: TS.Identifier }[]): void => {
      if (this.asModule) {
        const elements = names.map(({ exported, variable }) => f.createImportSpecifier(false, f.createIdentifier(exported), variable));
        statements.push(f.createImportDeclaration(undefined, f.createImportClause(undefined, undefined, f.createNamedImports(elements)), f.createStringLiteral(specifier)));
      } else {
        const elements = names.map(({ exported, variable }) => f.createBindingElement(undefined, exported, variable));
        declare(None, [f.createObjectBindingPattern(elements), f.createCallExpression(f.createIdentifier('require'), undefined, [f.createStringLiteral(specifier)])]);
      }
    };
    if (this.used.size > 0) bring('boxless/internal', [...this.used].map((name) => ({ exported: RUNTIME[name], variable: this.asModule && HOT.has(name) ? this.importOf(name) : this.local(name) })));
    for (const [variable, { name, specifier }] of this.imports) bring(specifier, [{ exported: name, variable: f.createIdentifier(variable) }]);
    if (this.constants.size > 0) declare(Const, ...[...this.constants].map((name) => [this.local(name), this.importOf(name)] as const));
    for (const [symbol, { kind, name, where }] of this.symbols) {
      if (typeof where === 'object') continue;
      const call = this.callFor(kind, name);
      // What is not used may go, where bundlers look.
      if (this.asModule) ts.addSyntheticLeadingComment(call, ts.SyntaxKind.MultiLineCommentTrivia, ' @__PURE__ ', false);
      declare(this.asModule && where === 'head' ? Const : None, [f.createIdentifier(symbol), call]);
    }
    return statements;
  }
}
