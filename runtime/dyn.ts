/**
 * dyn wrappers: one class per trait that holds any implementation of it behind a vtable.
 *
 *     DynKv.from(impl)          wrapper { inner, vtable }         vtable of impl's class { get: poll or shim, put: ... }
 *         dyn.get(key)   ->     vtable.get.call(inner, key)
 *
 * A call site that sees wrappers sees one class, however many implementations there are: the property loads stay monomorphic
 * and only the call itself goes to a function that is not known before. A wrapper keeps no frames: what the implementation
 * gives the caller to wait for is passed through.
 */
import { arenaOf } from './arena';
import { inlineEntry, Room, suppliedEntry, type Supplied } from './dyn-strategies';
import { VTables, type DynMember, type VTable } from './dyn-shims';
import type { DynKind, DynKinds, DynNames, DynTrait } from './dyn-types';
import { DynError, OptionError } from './errors';
import { poolsOf, pollSymbol, publicSymbol, type AnyFunction, type Policy } from './method';
import { define, isObject } from './shared';
import { pollFunction, traits } from './traits';

/** The fields of a wrapper that are not for people. */
export const vtable: unique symbol = Symbol('vtable') as never;
/** What the functions of the vtable are called with as `this`: the implementation, or what a strategy holds it in. */
export const target: unique symbol = Symbol('target') as never;

type Members = Record<PropertyKey, unknown>;
type Inspect = (value: unknown, options: object) => string;

/** What all wrapper classes inherit. One object per wrapper, three fields. */
export class Dyn {
  readonly inner: object;
  readonly [target]: object;
  readonly [vtable]: VTable;

  constructor(inner: object, called: object, table: VTable) {
    this.inner = inner;
    this[target] = called;
    this[vtable] = table;
  }

  is(type: new () => unknown): boolean {
    return this.inner instanceof type;
  }

  downcast(type: new () => unknown): unknown {
    return this.is(type) ? this.inner : undefined;
  }

  [Symbol.for('nodejs.util.inspect.custom')](_depth: number, options: object, inspect: Inspect): string {
    return `${this.constructor.name} ${inspect({ inner: this.inner }, options)}`;
  }
}

/** A runtime without these symbols has no `using` either. */
if (Symbol.dispose) {
  define(Dyn.prototype, Symbol.dispose, function (this: Dyn) {
    (this.inner as Partial<Disposable>)[Symbol.dispose]?.();
  });
}
if (Symbol.asyncDispose) {
  define(Dyn.prototype, Symbol.asyncDispose, async function (this: Dyn) {
    const inner = this.inner as Partial<Disposable & AsyncDisposable>;
    if (inner[Symbol.asyncDispose] !== undefined) await inner[Symbol.asyncDispose]!();
    else inner[Symbol.dispose]?.();
  });
}

type Wrappers = new (inner: object, called: object, table: VTable) => Dyn;

/**
 * What emitted code makes of `dynTrait<Kv>()`:
 *
 *     $dynClass({ get: { arity: 1 } }, class DynKv extends $Dyn { get($d, key) { ... } })
 *
 * Makes the class' async methods trait methods and gives it `from`, `boxed` and `inline`. see test/emit/dyn-trait
 *
 * @param optional the methods that an implementation may lack: a wrapper around such a one lacks them too
 * @param checked in checked mode, its policy
 */
export function dynClass(members: Record<PropertyKey, DynMember>, Class: Wrappers, optional: readonly PropertyKey[] = [], checked?: Policy): Wrappers {
  const names = Reflect.ownKeys(members);
  const shapes = Object.fromEntries(names.map((name) => [name, { length: members[name as string]!.arity ?? 0, policies: checked && [checked] }]));
  const methods = traits(Class.prototype, shapes);
  for (const name of names) methods[name as string]!.direct = throughVtable(name);
  for (const name of optional) followInner(Class.prototype, name);
  const tables = new VTables(Class.name, members);
  let Boxed: Wrappers | undefined;
  const implementation = (impl: unknown): object => {
    if (isObject(impl)) return impl;
    throw new DynError(`${Class.name}.from(...) was given ${impl === null ? 'null' : `a ${typeof impl}`}. Give it an object that implements the trait.`);
  };
  let supplied: VTable | undefined;
  define(Class, 'from', (impl: object, options?: { pool: unknown }) => {
    if (options === undefined) return new Class(implementation(impl), impl, tables.of(impl));
    const pool = arenaOf(options.pool);
    if (pool === undefined) throw new OptionError(`${Class.name}.from(..., { pool }) takes a FramePool. Make it by new FramePool({ max }).`);
    const holder: Supplied = { inner: implementation(impl), table: tables.of(impl), pool };
    return new Class(impl, holder, (supplied ??= tables.make(suppliedEntry)));
  });
  define(Class, 'boxed', (impl: object) => new (Boxed ??= boxedClass(Class, names, optional))(implementation(impl), impl, tables.of(impl)));
  let inlined: VTable | undefined;
  define(Class, 'inline', (calls: number) => {
    if (!Number.isInteger(calls) || calls < 1) throw new DynError(`${Class.name}.inline(${String(calls)}): the number of calls must be a whole number of at least 1.`);
    const from = (impl: object): Dyn => {
      inlined ??= tables.make((name) => inlineEntry(name, Class.prototype));
      const room = new Room(implementation(impl), tables.of(impl), calls);
      const wrapper = new Class(impl, room, inlined);
      poolsOf.set(wrapper, room);
      return wrapper;
    };
    return { from };
  });
  return Class;
}

/** A wrapper has no frames: its entry only begins calls. */
function throughVtable(name: PropertyKey): AnyFunction {
  return function entry(this: unknown, ...args: unknown[]): unknown {
    return Reflect.apply((this as Dyn)[vtable][name as string]!, (this as Dyn)[target], args);
  };
}

/** An optional method is there when the implementation has it: whoever asks `dyn.peek?.()` or `if (dyn.peek)` sees that. */
function followInner(prototype: object, name: PropertyKey): void {
  const method = (prototype as Members)[name];
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: false,
    get(this: Dyn) {
      const found = (this.inner as Members)[name];
      return found === undefined || found === null ? found : method;
    },
    set(this: Dyn, value: unknown) {
      Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
    },
  });
}

/** Real promises: ordinary async methods, which compiled callers do not poll either. */
function boxedClass(Class: Wrappers, names: readonly PropertyKey[], optional: readonly PropertyKey[]): Wrappers {
  const Boxed = class extends Class {};
  define(Boxed, 'name', Class.name);
  for (const name of names) {
    const methods = {
      async [name](this: Dyn, ...args: unknown[]): Promise<unknown> {
        return await (this.inner as Record<PropertyKey, AnyFunction>)[name]!(...args);
      },
    };
    define(Boxed.prototype, name, methods[name as string]);
    define(Boxed.prototype, pollSymbol(name), undefined);
    if (optional.includes(name)) followInner(Boxed.prototype, name);
  }
  return Boxed;
}

/** What every wrapper has itself. */
const OWN = new Set<PropertyKey>(['inner', 'is', 'downcast', 'constructor']);

/** The class of a trait whose members are told by name: every method takes any number of arguments. */
function describedClass(kinds: Record<PropertyKey, DynKind>): Wrappers {
  const Class = class extends Dyn {};
  define(Class, 'name', 'Dyn');
  const members: Record<PropertyKey, DynMember> = {};
  const optional = new Set<PropertyKey>();
  for (const name of Reflect.ownKeys(kinds)) {
    if (OWN.has(name)) throw new DynError(`dynTrait(...): every wrapper has a member '${String(name)}' itself. Give the trait's another name.`);
    const [, kind, mayLack] = /^(async|sync|member)(\??)$/.exec(String(kinds[name as string])) ?? [];
    if (mayLack) optional.add(name);
    if (kind === 'member') passThrough(Class.prototype, name);
    else if (kind === 'sync') define(Class.prototype, name, forwarding(name));
    else if (kind === 'async') {
      members[name as string] = { optional: optional.has(name) };
      define(Class.prototype, name, variadicPoll(name));
    } else throw new DynError(`dynTrait(...): '${String(name)}' cannot be ${JSON.stringify(kinds[name as string])}. It can be 'async', 'async?', 'sync', 'sync?' or 'member'.`);
  }
  return dynClass(members, Class, [...optional]);
}

function forwarding(name: PropertyKey): unknown {
  const methods = {
    [name](this: Dyn, ...args: unknown[]): unknown {
      return (this.inner as Record<PropertyKey, AnyFunction>)[name]!(...args);
    },
  };
  return methods[name as string];
}

/** As the transformer writes it, for any number of arguments. */
function variadicPoll(name: PropertyKey): unknown {
  const own = publicSymbol(name);
  const methods = {
    [name](this: Dyn, depth: number, ...args: unknown[]): unknown {
      const members = this as unknown as Members;
      if (members[name] !== members[own]) return pollFunction(depth, members[name], this, args, `this.${String(name)}`);
      return this[vtable][name as string]!.call(this[target], depth, ...args);
    },
  };
  return methods[name as string];
}

function passThrough(prototype: object, name: PropertyKey): void {
  Object.defineProperty(prototype, name, {
    configurable: true,
    enumerable: false,
    get(this: Dyn) {
      return (this.inner as Members)[name];
    },
    set(this: Dyn, value: unknown) {
      (this.inner as Members)[name] = value;
    },
  });
}

/**
 * The dyn wrappers of the trait `T`: `const DynKv = dynTrait<Kv>()`, then `DynKv.from(impl)` for any implementation.
 *
 * With the transformer and its types the members are read from `T`. Without, say them by hand, and TypeScript checks that none
 * is missing and none too many: the names if all of them are async methods, else each with its kind. A described class is
 * somewhat slower than a generated one.
 *
 * @example
 * const DynKv = dynTrait<Kv>();
 * const DynKv = dynTrait<Kv>(['get', 'put']);
 * const DynKv = dynTrait<Kv>({ get: 'async', put: 'async', clear: 'sync', size: 'member' });
 * @throws {DynError} `dynTrait<T>()` where the transformer did not run or has no types; a kind that does not exist
 */
export function dynTrait<T extends object>(): DynTrait<T>;
export function dynTrait<T extends object>(members: DynNames<T> | DynKinds<T>): DynTrait<T>;
export function dynTrait<T extends object>(members?: DynNames<T> | DynKinds<T>): DynTrait<T> {
  if (!isObject(members)) {
    throw new DynError(
      'dynTrait<T>() was not compiled, and at run time there is no T. Build with the boxless transformer under `tspc` (ts-patch), ' +
        "which reads the members of T from the types, or say them by hand: dynTrait<T>(['next', ...]).",
    );
  }
  const kinds = Array.isArray(members) ? Object.fromEntries((members as readonly PropertyKey[]).map((name) => [name, 'async'])) : members;
  return describedClass(kinds as Record<PropertyKey, DynKind>) as unknown as DynTrait<T>;
}
