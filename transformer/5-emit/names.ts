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
  startPrivate: 'startPrivate',
  decorated: 'decorated',
  homeMethod: 'homeMethod',
  home: 'home',
  ForOf: 'ForOf',
  forIn: 'forIn',
  AsyncLoop: 'AsyncLoop',
  Delegate: 'Delegate',
  delegateTo: 'delegateTo',
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

/** The variables inside of a compiled function, besides `$1`, `$2`, ... */
const LOCALS = ['t', 'o', 'p', 's', 'f', 'd', 'e', 'r', 'h', 'z', 'm', 'a', 'j', 'super', 'superAt', 'superCall', 'newTarget', 'this', 'arguments', 'yield', 'outer', 'v'];

export class Names {
  private readonly used = new Set<RuntimeName>();
  private readonly symbols = new Map<string, { kind: 'pollSymbol' | 'publicSymbol'; name: string }>();
  private readonly taken = new Set<string>();
  private readonly imports = new Map<string, { name: string; specifier: string }>();

  constructor(private readonly host: Host) {
    for (const name of [...Object.keys(RUNTIME), ...LOCALS]) this.taken.add(host.prefix + name);
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
    return this.local(name);
  }

  /** The symbol of the poll, or of the remembered public function, of methods called `name`. */
  symbol(kind: 'pollSymbol' | 'publicSymbol', name: string): TS.Expression {
    const { factory: f, options } = this.host;
    if (typeof options.runtime === 'object') return f.createCallExpression(this.runtime(kind), undefined, [f.createStringLiteral(name)]);
    const key = `${kind} ${name}`;
    for (const [variable, symbol] of this.symbols) if (`${symbol.kind} ${symbol.name}` === key) return f.createIdentifier(variable);
    const word = name.replace(/[^A-Za-z0-9_]/g, '_');
    const variable = this.unique(kind === 'pollSymbol' ? `${word}Poll` : `${word}Public`);
    this.symbols.set(variable, { kind, name });
    return f.createIdentifier(variable);
  }

  /** A value that another module exports: the written import may be dropped, where only types use it. */
  imported(name: string, specifier: string): TS.Identifier {
    for (const [variable, known] of this.imports) if (known.name === name && known.specifier === specifier) return this.host.factory.createIdentifier(variable);
    const variable = this.unique(name);
    this.imports.set(variable, { name, specifier });
    return this.host.factory.createIdentifier(variable);
  }

  /** The statements that bring all of this into the file. */
  prologue(asModule: boolean): TS.Statement[] {
    const { ts, factory: f } = this.host;
    if (this.symbols.size > 0) for (const { kind } of this.symbols.values()) this.used.add(kind);
    const statements: TS.Statement[] = [];
    const bring = (specifier: string, names: readonly { exported: string; variable: TS.Identifier }[]): void => {
      if (asModule) {
        const elements = names.map(({ exported, variable }) => f.createImportSpecifier(false, f.createIdentifier(exported), variable));
        statements.push(f.createImportDeclaration(undefined, f.createImportClause(undefined, undefined, f.createNamedImports(elements)), f.createStringLiteral(specifier)));
      } else {
        const elements = names.map(({ exported, variable }) => f.createBindingElement(undefined, exported, variable));
        statements.push(variable(ts.NodeFlags.Const, f.createObjectBindingPattern(elements), f.createCallExpression(f.createIdentifier('require'), undefined, [f.createStringLiteral(specifier)])));
      }
    };
    if (this.used.size > 0) bring('boxless/internal', [...this.used].map((name) => ({ exported: RUNTIME[name], variable: this.local(name) })));
    for (const [variable, { name, specifier }] of this.imports) bring(specifier, [{ exported: name, variable: f.createIdentifier(variable) }]);
    for (const [symbol, { kind, name }] of this.symbols) {
      const call = f.createCallExpression(this.local(kind), undefined, [f.createStringLiteral(name)]);
      // What is not used may go, where bundlers look. A `var`: a module in a cycle calls functions of this one before it has begun, and then
      // finds no poll under `undefined`. In CommonJS such a call comes later than this.
      if (asModule) statements.push(variable(ts.NodeFlags.None, f.createIdentifier(symbol), ts.addSyntheticLeadingComment(call, ts.SyntaxKind.MultiLineCommentTrivia, ' @__PURE__ ', false)));
      else statements.push(variable(ts.NodeFlags.Const, f.createIdentifier(symbol), call));
    }
    return statements;

    function variable(flags: TS.NodeFlags, name: TS.BindingName, value: TS.Expression): TS.Statement {
      return f.createVariableStatement(undefined, f.createVariableDeclarationList([f.createVariableDeclaration(name, undefined, undefined, value)], flags));
    }
  }
}
