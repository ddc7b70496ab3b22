/** `asyncTrait` as it runs when the transformer did not: a working no-op, with one warning for the whole process. */
import { NotAsyncError, OptionError } from './errors';
import { once } from './shared';

/** Options of one trait method or of all of a class. */
export interface TraitOptions {
  /** `'microtask'` gives every await its native tick; `'eager'` (the default) continues at once where the value is ready. */
  scheduling?: 'eager' | 'microtask';
}

const OPTION_NAMES = new Set(['scheduling']);

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

function checkOptions(options: object): void {
  for (const name of Object.keys(options)) {
    if (!OPTION_NAMES.has(name)) throw new OptionError(`@asyncTrait has no option '${name}'. It knows: ${[...OPTION_NAMES].join(', ')}.`);
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
 * @throws {OptionError} on an unknown option
 * @throws {NotAsyncError} on something that is neither a method nor a class
 */
export const asyncTrait: AsyncTrait = ((target: unknown, second?: unknown, descriptor?: PropertyDescriptor): unknown => {
  if (second === undefined && typeof target === 'object' && target !== null) {
    checkOptions(target);
    return decorate;
  }
  decorate(target, second, descriptor);
  return undefined;
}) as AsyncTrait;
