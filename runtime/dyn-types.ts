/** What TypeScript knows of dyn wrappers. */
import type { FramePool } from './arena';

/** How a member of a trait is wrapped: an async method, any other method (`?`: one that may be missing), or no method at all. */
export type DynKind = 'async' | 'async?' | 'sync' | 'sync?' | 'member';

/** The wrapper passes these on whether the trait has them or not. */
type Passed = typeof Symbol.dispose | typeof Symbol.asyncDispose;
type Keys<T> = Exclude<keyof T, Passed>;

type IsAny<R> = 0 extends 1 & R ? true : false;
type Returned<R> = IsAny<R> extends true ? 'sync' : [R] extends [PromiseLike<any>] ? 'async' : 'sync';
type KindOf<V, Method = Exclude<V, undefined | null>> = [Method] extends [never]
  ? 'member'
  : [Method] extends [(...args: any) => infer R]
    ? [V] extends [Method] ? Returned<R> : `${Returned<R>}?`
    : 'member';

/** Every member of `T` with its kind: a missing or an extra name, or another kind, is a type error. */
export type DynKinds<T> = { readonly [K in Keys<T>]-?: KindOf<Pick<T, K>[K]> };

type NotAsync<T> = { [K in Keys<T>]-?: DynKinds<T>[K] extends 'async' ? never : K }[Keys<T>];
type Last<U> = (U extends any ? (make: () => U) => void : never) extends (make: infer I) => void ? (I extends () => infer L ? L : never) : never;
type MoreThanSix<U, Seen extends 0[] = []> = [U] extends [never] ? false : Seen['length'] extends 6 ? true : MoreThanSix<Exclude<U, Last<U>>, [...Seen, 0]>;
type Orders<K, All = K> = [K] extends [never] ? readonly [] : K extends All ? readonly [K, ...Orders<Exclude<All, K>>] : never;

/**
 * The names of all members of `T`, in any order; only for traits of at most six members, all of them async methods that no
 * implementation lacks (the orders of seven names take the checker two seconds). Others are described by `DynKinds`.
 */
export type DynNames<T> = [NotAsync<T>] extends [never] ? (MoreThanSix<Keys<T>> extends true ? never : Orders<Keys<T>>) : never;

type Class<C> = abstract new (...args: any) => C;

/** A wrapper around some implementation of the trait `T`. It is itself a `T`. */
export type Dyn<T> = T & {
  /** The implementation it holds. */
  readonly inner: T;
  /** Is the implementation an instance of this class? */
  is<C extends T>(type: Class<C>): boolean;
  /** The implementation as an instance of this class, or undefined if it is none. */
  downcast<C extends T>(type: Class<C>): C | undefined;
  /** Disposes the implementation, if it can be disposed. */
  [Symbol.dispose](): void;
  /** Disposes the implementation, by `Symbol.asyncDispose` or else `Symbol.dispose`, if it can be disposed. */
  [Symbol.asyncDispose](): Promise<void>;
};

/** Wrappers with room for a number of calls in flight. */
export interface DynInline<T> {
  from(impl: T): Dyn<T>;
}

/** The dyn wrappers of one trait. */
export interface DynTrait<T> {
  /** The name of the wrappers' class. */
  readonly name: string;
  /**
   * Wraps an implementation: trait methods, native async ones, synchronous ones, functions in properties, mixed. Awaited on the
   * spot in compiled code, a ready call costs no allocation; a public call costs what one of a trait method costs.
   *
   * Costs one object; for the first instance of a class also the class' vtable.
   *
   * @param options `pool`: the frames of the calls, and of what they call, come from this pool and go back to it, as in
   * `withPool`
   * @throws {DynError} if `impl` is no object, or lacks a method of the trait
   * @throws {OptionError} if `pool` is no FramePool
   */
  from(impl: T, options?: { readonly pool: FramePool }): Dyn<T>;
  /**
   * The same, but each call returns a real Promise of its own and takes the ticks of a native async method, whatever the
   * implementation is. Costs a promise and an activation of an async function per call.
   *
   * @throws {DynError} as `from`
   */
  boxed(impl: T): Dyn<T>;
  /**
   * Wrappers that hold the room for `calls` calls in flight, made when they are made, and refuse the next one.
   * `DynKv.inline(1)` is Rust's `&mut self`: one call at a time. `poolOf(wrapper)` tells its room.
   *
   * Their methods throw (reject) {@link InlineFullError} before the implementation is called.
   *
   * @throws {DynError} if `calls` is not a whole number above 0
   */
  inline(calls: number): DynInline<T>;
  /** `value instanceof DynKv` */
  [Symbol.hasInstance](value: unknown): value is Dyn<T>;
}
