/** `asyncTrait` as it runs when the transformer did not: a working no-op, with one warning for the whole process. */
import { NotAsyncError, OptionError } from './errors';
import { once } from './shared';

/** How many calls of a trait method may be in flight, and whose frames they share. */
export interface PoolOptions {
  /** With `'throw'` and `'wait'`: calls in flight at once. With `'grow'`: frames kept idle (1024 if not said). At least 1. */
  max?: number;
  /**
   * What becomes of a call beyond `max`: `'grow'` (the default) lets it run; `'throw'` rejects it with a PoolExhaustedError
   * before anything of the method has run; `'wait'` queues it, in order.
   */
  onExhausted?: 'grow' | 'throw' | 'wait';
  /** One pool, and one count, for each receiver (`'instance'`, the default) or for all receivers of the class. */
  scope?: 'instance' | 'class';
}

/** Options of one trait method or of all of a class, each for itself. Those of a method win over those of its class. */
export interface TraitOptions {
  /** `'microtask'` gives every await its native tick; `'eager'` (the default) continues at once where the value is ready. */
  scheduling?: 'eager' | 'microtask';
  pool?: PoolOptions;
  /** A second call of the method while one is in flight on the same receiver is an ExclusiveError. Rust's `&mut self`. */
  exclusive?: boolean;
  /**
   * `'await-once'`: the result of a public call may be consumed once (awaited, `then`, given to Promise.all, disposed) and is
   * recycled then. A second consumption is a ConsumedError, as long as the object was not handed out for the next call; in
   * checked mode always. `'never'` is the default.
   */
  reuse?: 'never' | 'await-once';
  /** `'promise'`: a public call returns a native promise, not a PooledFuture (`'future'`, the default). */
  returns?: 'future' | 'promise';
  /**
   * `'last'`: if the last argument of a call is an AbortSignal, or an object whose `signal` is one, aborting it cancels the
   * call, as `cancel()` on its future does, with the signal's reason as cause. An aborted signal rejects the call before any
   * of the method has run. Costs a few ns a call, and a listener where the call suspends. Needs the transformer.
   */
  signal?: 'last';
}

type Rule = readonly unknown[] | 'count' | { readonly [name: string]: Rule };

const RULES: Rule = {
  scheduling: ['eager', 'microtask'],
  pool: { max: 'count', onExhausted: ['grow', 'throw', 'wait'], scope: ['instance', 'class'] },
  exclusive: [true, false],
  reuse: ['never', 'await-once'],
  returns: ['future', 'promise'],
  signal: ['last'],
} satisfies { [K in keyof TraitOptions]-?: Rule };

// eslint-style `any`: a decorator must accept methods of every type.
type AsyncMethod = (this: any, ...args: any) => PromiseLike<any> | AsyncGenerator<any, any, any>;
type AnyClass = abstract new (...args: any) => any;

/** Both dialects: standard decorators (TC39) and TypeScript's `experimentalDecorators`. */
export interface AsyncTraitDecorator {
  <F extends AsyncMethod>(value: F, context: ClassMethodDecoratorContext<any, F>): void;
  <C extends AnyClass>(value: C, context: ClassDecoratorContext<C>): void;
  <C extends AnyClass>(target: C): void;
  <F extends AsyncMethod>(target: object, key: string | symbol, descriptor: TypedPropertyDescriptor<F>): void;
}

export interface AsyncTrait extends AsyncTraitDecorator {
  (options: TraitOptions): AsyncTraitDecorator;
}

const warned = once('warned', () => ({ done: false }));

function warnOnce(): void {
  if (warned.done) return;
  warned.done = true;
  console.warn(
    'boxless: @asyncTrait ran as a plain decorator, so nothing was compiled: same program, only slower. ' +
      'Switch the transformer on with { "compilerOptions": { "plugins": [{ "transform": "boxless/transformer" }] } } ' +
      'in tsconfig.json and build with `tspc` (ts-patch) in place of `tsc`.',
  );
}

function checkTogether({ pool, reuse, returns }: TraitOptions): void {
  if (pool !== undefined && pool.max === undefined && (pool.onExhausted === 'throw' || pool.onExhausted === 'wait')) {
    throw new OptionError(`The @asyncTrait option 'pool.onExhausted' is '${pool.onExhausted}', and needs 'pool.max'. Give a whole number of at least 1.`);
  }
  if (reuse === 'await-once' && returns === 'promise') {
    throw new OptionError("The @asyncTrait options reuse: 'await-once' and returns: 'promise' cannot stand together: a native promise cannot be used again. Take one of them away.");
  }
}

function checkOptions(options: object, rules = RULES as { readonly [name: string]: Rule }, path = ''): void {
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) throw new OptionError(`@asyncTrait has no option '${path}${name}'. It knows: ${Object.keys(rules).join(', ')}.`);
    const isObject = typeof value === 'object' && value !== null;
    const words = Array.isArray(rule) ? rule.map((word) => JSON.stringify(word)).join(' or ') : rule === 'count' ? 'a whole number of at least 1' : 'an object';
    const isRight = value === undefined || (Array.isArray(rule) ? rule.includes(value) : rule === 'count' ? Number.isInteger(value) && (value as number) > 0 : isObject);
    if (!isRight) throw new OptionError(`The @asyncTrait option '${path}${name}' cannot be ${isObject ? 'an object' : String(value)}. Give ${words}.`);
    if (isObject) checkOptions(value as object, rule as { readonly [name: string]: Rule }, `${path}${name}.`);
  }
}

function decorate(_target: unknown, second?: unknown, descriptor?: PropertyDescriptor): void {
  const isStandard = typeof second === 'object' && second !== null && 'kind' in second;
  if (isStandard) {
    const { kind, name } = second as { kind: string; name: string | symbol | undefined };
    if (kind !== 'method' && kind !== 'class') {
      throw new NotAsyncError(`@asyncTrait stands on the ${kind} '${String(name)}'. Put it on an async method or on a class.`);
    }
  } else if (second !== undefined && typeof descriptor?.value !== 'function') {
    throw new NotAsyncError(`@asyncTrait stands on '${String(second)}', which is not a method. Put it on an async method or on a class.`);
  }
  warnOnce();
}

/**
 * Marks an async method, or every async method of a class, as a trait method.
 *
 * The transformer takes the decorator away and compiles the method. Where the transformer does not run, this function
 * runs instead: it changes nothing and warns once.
 *
 * @example
 * class Reader { @asyncTrait async next(): Promise<Entry | null> { ... } }
 * @example
 * @asyncTrait({ scheduling: 'microtask' }) class Reader { ... }
 * @throws {OptionError} on an unknown option or value
 * @throws {NotAsyncError} on something that is neither a method nor a class
 */
export const asyncTrait: AsyncTrait = ((target: unknown, second?: unknown, descriptor?: PropertyDescriptor): unknown => {
  if (second === undefined && typeof target === 'object' && target !== null) {
    checkOptions(target);
    checkTogether(target);
    return decorate;
  }
  decorate(target, second, descriptor);
  return undefined;
}) as AsyncTrait;
