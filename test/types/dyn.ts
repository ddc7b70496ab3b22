/** What the types of dyn wrappers promise. Never run: types.test.ts checks that it compiles, and that each expected error is one. */
import { dynTrait, DynError, FramePool, InlineFullError, type BoxlessError, type Dyn, type DynInline, type DynKind, type DynKinds, type DynNames, type DynTrait } from 'boxless';

interface Iterator<T> {
  next(): Promise<T | null>;
  seek(key: string): Promise<void>;
}

interface Source extends Iterator<number> {
  map<U>(to: (value: number) => U): Promise<U>;
  peek?(): Promise<number>;
  maybe(): number | Promise<number>;
  reset?(): void;
  size: number;
  onEnd?: () => Promise<void>;
  [Symbol.iterator](): IterableIterator<number>;
  [Symbol.dispose](): void;
}

class Range implements Iterator<number> {
  constructor(readonly end: number) {}
  async next(): Promise<number | null> {
    return null;
  }
  async seek(_key: string): Promise<void> {}
}

// From the type alone; the compiled call reads it.
export const DynSource: DynTrait<Source> = dynTrait<Source>();
export const DynIterator = dynTrait<Iterator<number>>();

// By name: all of them, in any order.
dynTrait<Iterator<number>>(['next', 'seek']);
dynTrait<Iterator<number>>(['seek', 'next']);
// @ts-expect-error a name is missing
dynTrait<Iterator<number>>(['next']);
// @ts-expect-error a name too many
dynTrait<Iterator<number>>(['next', 'seek', 'close']);
// @ts-expect-error a name twice
dynTrait<Iterator<number>>(['next', 'next']);
// @ts-expect-error misspelt
dynTrait<Iterator<number>>(['next', 'seak']);
// @ts-expect-error not all members are async methods: say the kinds
dynTrait<Source>(['next', 'seek', 'map', 'peek', 'maybe', 'size']);

// By kind. Disposing is passed on by every wrapper and is not listed.
dynTrait<Source>({
  next: 'async', seek: 'async', map: 'async', peek: 'async?', maybe: 'sync', reset: 'sync?', size: 'member', onEnd: 'async?', [Symbol.iterator]: 'sync',
});
dynTrait<Source>({
  next: 'async', seek: 'async', map: 'async', peek: 'async?', maybe: 'sync', reset: 'sync?', size: 'member', onEnd: 'async?', [Symbol.iterator]: 'sync',
  // @ts-expect-error a member too many
  close: 'async',
});
// @ts-expect-error a member is missing
dynTrait<Source>({ next: 'async', seek: 'async', map: 'async', peek: 'async?', maybe: 'sync', reset: 'sync?', size: 'member', onEnd: 'async?' });
// @ts-expect-error it returns no promise
dynTrait<{ next(): number }>({ next: 'async' });
// @ts-expect-error it may be missing
dynTrait<{ next?(): Promise<number> }>({ next: 'async' });
// @ts-expect-error it is no method
dynTrait<{ next: number }>({ next: 'sync' });
// @ts-expect-error it is a method
dynTrait<{ next(): number }>({ next: 'member' });
// @ts-expect-error no such kind
dynTrait<{ next(): number }>({ next: 'sometimes' });
// @ts-expect-error a trait is a type of objects
dynTrait<string>();

export const names: DynNames<Iterator<number>> = ['seek', 'next'];
export const kinds: DynKinds<{ a(): Promise<1>; b(): any; c: string | undefined; d?: string }> = { a: 'async', b: 'sync', c: 'member', d: 'member' };
export const kind: DynKind = 'sync?';
// @ts-expect-error a trait of seven members is described by kinds
export const seven: DynNames<Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g', () => Promise<void>>> = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

// A wrapper is the trait, and more.
export const wrapper: Dyn<Iterator<number>> = DynIterator.from(new Range(3));
export const iterator: Iterator<number> = wrapper;
export const row: Promise<number | null> = wrapper.next();
export const inner: Iterator<number> = wrapper.inner;
export const range: Range | undefined = wrapper.downcast(Range);
export const isRange: boolean = wrapper.is(Range);
wrapper[Symbol.dispose]();
export const disposed: Promise<void> = wrapper[Symbol.asyncDispose]();
export function use(impl: Source): Promise<string> {
  using source = DynSource.from(impl);
  source.size = source.size + 1;
  return source.map(String);
}
// @ts-expect-error the implementation is not assigned
wrapper.inner = new Range(4);
// @ts-expect-error no implementation of the trait
wrapper.is(Map);
// @ts-expect-error no implementation of the trait
wrapper.downcast(Map);
// @ts-expect-error no implementation of the trait
DynIterator.from(new Map());
// @ts-expect-error of another type
DynIterator.from({ next: async () => 'text', seek: async () => {} });
// @ts-expect-error there is always an implementation
DynIterator.from(undefined);
// @ts-expect-error the trait has no such member
wrapper.close();

// Strategies.
export const boxed: Dyn<Iterator<number>> = DynIterator.boxed(new Range(3));
export const two: DynInline<Iterator<number>> = DynIterator.inline(2);
export const inlined: Dyn<Iterator<number>> = two.from(new Range(3));
// @ts-expect-error a number of calls
DynIterator.inline('2');
// @ts-expect-error a number of calls
DynIterator.inline();
// @ts-expect-error no implementation of the trait
two.from({});

export const pooled: Dyn<Iterator<number>> = DynIterator.from(new Range(3), { pool: new FramePool({ max: 4 }) });
// @ts-expect-error no pool
DynIterator.from(new Range(3), { pool: new Map() });
// @ts-expect-error misspelt
DynIterator.from(new Range(3), { pol: new FramePool() });
// @ts-expect-error the index is no option: (impl) => DynIterator.from(impl)
[new Range(1)].map(DynIterator.from);

// Collections, generic code, generic traits.
export const all: Iterator<number>[] = [new Range(1), { next: async () => 1, seek: async () => {} }].map((impl) => DynIterator.from(impl));
async function read<T, I extends Iterator<T>>(source: I): Promise<T | null> {
  return source.next();
}
export const first: Promise<number | null> = read<number, Dyn<Iterator<number>>>(wrapper);
export function makeDyn<T>(impl: Iterator<T>): Dyn<Iterator<T>> {
  return dynTrait<Iterator<T>>(['next', 'seek']).from(impl);
}
interface DynIteratorOf {
  from<T>(impl: Iterator<T>): Dyn<Iterator<T>>;
}
export const DynGeneric: DynIteratorOf = dynTrait<Iterator<any>>();
export const text: Promise<string | null> = DynGeneric.from<string>({ next: async () => 'a', seek: async () => {} }).next();
// @ts-expect-error a trait of numbers
DynGeneric.from<number>({ next: async () => 'a', seek: async () => {} });

export function narrow(value: unknown): string {
  if (value instanceof DynIterator) return value.inner.constructor.name;
  // @ts-expect-error not known to be a wrapper
  return value.inner;
}
export const className: string = DynIterator.name;
// @ts-expect-error wrappers are made by from
new DynIterator(new Range(1));

export function handle(error: BoxlessError): string {
  if (error instanceof DynError) return error.code satisfies 'BOXLESS_DYN';
  return error instanceof InlineFullError ? (error.code satisfies 'BOXLESS_INLINE_FULL') : error.code;
}
