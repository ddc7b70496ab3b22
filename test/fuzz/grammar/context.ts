/** What is visible where a part of a program is generated, and how the choices are made. */

/** As fast-check's `Random`. */
export interface Chance {
  nextInt(min: number, max: number): number;
}

export interface Scope {
  readonly parent: Scope | undefined;
  readonly isFunction: boolean;
  readonly names: Map<string, { readonly assignable: boolean }>;
  /** `var`s declared inside, which hoist through. */
  readonly hoisted: Set<string>;
  readonly mentioned: Set<string>;
}

export interface Context {
  readonly scope: Scope;
  readonly depth: number;
  readonly mayAwait: boolean;
  readonly mayYield: boolean;
  readonly mayReturn: boolean;
  readonly labels: readonly { readonly name: string; readonly isLoop: boolean }[];
  readonly inLoop: boolean;
  readonly inSwitch: boolean;
  /** A construct around waits on the way out, or may fail: what is returned without `await` would run meanwhile. */
  readonly waitsOnLeaving: boolean;
  /** `this` is an instance of a class of the program. */
  readonly self: 'instance' | 'static' | 'object' | undefined;
  readonly hasSuper: boolean;
  readonly hasPrivate: boolean;
  readonly hasArguments: boolean;
  /** Local functions that can be called here. */
  readonly functions: readonly { readonly name: string; readonly kind: 'sync' | 'async' | 'generator' | 'async generator' }[];
}

/** How tasks of a program relate, and with it in which modes it can be compared (see ../compare.ts). */
export type Flavour = 'single' | 'separate tasks' | 'mixed tasks';

const NAMES = ['a', 'b', 'c', 'x', 'y', 'z', 'n', 'i'];

export class Choice {
  private left = 0;
  /** Most programs are small, since a thousand small ones find more than a hundred large ones. */
  private readonly isLarge: boolean;
  private made = 0;

  constructor(
    private readonly chance: Chance,
    readonly flavour: Flavour,
    /** Syntax that TypeScript has to take away: types, `using`, enums. */
    readonly lowered: boolean,
  ) {
    this.isLarge = this.once(6);
  }

  /** Each function may have so much, or the first would take everything. */
  allot(least: number, more: number): void {
    const share = this.isLarge ? 2 : 1;
    this.left = share * (least + (this.once(3) ? this.below(more) : 0));
  }

  /** What the program calls by name, in the order of the first call: made when all that calls it is made. */
  readonly called = new Set<string>();

  /** One of the names, which then has to exist. When there are many, mostly one that exists already. */
  call(names: readonly string[]): string {
    const known = names.filter((name) => this.called.has(name));
    const name = known.length > 0 && (this.called.size > (this.isLarge ? 7 : 4) || this.once(2)) ? this.pick(known) : this.pick(names);
    this.called.add(name);
    return name;
  }

  below(n: number): number {
    return this.chance.nextInt(0, n - 1);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  /** True once in `n`. */
  once(n: number): boolean {
    return this.below(n) === 0;
  }

  /** One of the functions, by weight; what has weight 0 is never chosen. */
  weighted<T>(options: readonly (readonly [number, () => T])[]): T {
    let at = this.below(options.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, make] of options) {
      if (at < weight) return make();
      at -= weight;
    }
    throw new Error('no choice');
  }

  /** Takes from what is left for the function. False: only small things from here on. */
  spend(cost = 1): boolean {
    this.left -= cost;
    return this.left > 0;
  }

  number(): string {
    return String(++this.made);
  }
}

export function inner(context: Context, more: Partial<Context> = {}, isFunction = false): Context {
  return { ...context, depth: context.depth + 1, ...more, scope: { parent: context.scope, isFunction, names: new Map(), hoisted: new Set(), mentioned: new Set() } };
}

export const root: Context = {
  scope: { parent: undefined, isFunction: true, names: new Map(), hoisted: new Set(), mentioned: new Set() },
  depth: 0, mayAwait: false, mayYield: false, mayReturn: false, labels: [], inLoop: false, inSwitch: false, waitsOnLeaving: false,
  self: undefined, hasSuper: false, hasPrivate: false, hasArguments: false, functions: [],
};

/** Context of a function's body. */
export function functionBody(context: Context, more: Partial<Context>): Context {
  return inner(context, { mayAwait: false, mayYield: false, mayReturn: true, labels: [], inLoop: false, inSwitch: false, waitsOnLeaving: false, ...more }, true);
}

function scopesOf(context: Context): Scope[] {
  const all: Scope[] = [];
  for (let at: Scope | undefined = context.scope; at; at = at.parent) all.push(at);
  return all;
}

/** A variable that can be read, or assigned to. */
export function visible(context: Context, choice: Choice, assignable: boolean): string | undefined {
  const names = new Set<string>();
  const hidden = new Set<string>();
  for (const scope of scopesOf(context)) {
    for (const [name, binding] of scope.names) {
      if (!hidden.has(name) && (binding.assignable || !assignable)) names.add(name);
      hidden.add(name);
    }
  }
  if (names.size === 0) return undefined;
  const name = choice.pick([...names]);
  for (const scope of scopesOf(context)) {
    scope.mentioned.add(name);
    if (scope.names.has(name)) break;
  }
  return name;
}

/**
 * A name for a declaration, chosen so that the program parses. Outer variables of the name are hidden; seldom one that has
 * been mentioned in this scope already: then the mention is in the temporal dead zone.
 */
export function declare(context: Context, choice: Choice, kind: 'var' | 'let' | 'const' | 'param' | 'catch'): string {
  const { scope } = context;
  const free = (name: string): boolean => {
    if (kind !== 'var') return !scope.names.has(name) && !scope.hoisted.has(name) && (!scope.mentioned.has(name) || choice.once(30));
    for (const at of scopesOf(context)) {
      if (at.names.has(name)) return false;
      if (at.isFunction) return true;
    }
    return true;
  };
  const candidates = NAMES.filter(free);
  const name = candidates.length > 0 ? choice.pick(candidates) : `v${choice.number()}`;
  if (kind === 'var') {
    for (const at of scopesOf(context)) {
      at.hoisted.add(name);
      if (at.isFunction) {
        at.names.set(name, { assignable: true });
        break;
      }
    }
  } else scope.names.set(name, { assignable: kind !== 'const' || choice.once(40) });
  return name;
}
