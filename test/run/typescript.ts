// frame: 19
// coroutine: TypeScript.enums
/** What TypeScript adds: enums, namespaces, parameter properties, overloads, abstract and generic methods, accessors, merging. */
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, type Log } from './support/leaf';

type Any = any;

enum Level { Low = 1, High = Low * 2, Named = 'named'.length }
const enum Constant { One = 1 }

namespace Outer {
  export const tag = 'outer';
  /** @asyncTrait */
  export async function load(leaf: Leaf): Promise<Any> { return [tag, await leaf.get('load'), Level[Level.High]]; }
  export class Made {
    constructor(private readonly leaf: Leaf, public extra = tag) {}
    @asyncTrait async read(): Promise<Any> { return [this.extra, await this.leaf.get('read'), await inner(this.leaf)]; }
  }
  /** @asyncTrait */
  async function inner(leaf: Leaf): Promise<Any> { return await leaf.get('inner'); }
  export namespace Deep {
    /** @asyncTrait */
    export const arrow = async (leaf: Leaf): Promise<Any> => [tag, await leaf.get('deep')];
  }
}

/** Merged with the namespace below it. */
class Merged {
  @asyncTrait static async of(leaf: Leaf): Promise<Any> { return [await leaf.get('of'), Merged.extra]; }
}
namespace Merged { export const extra = 'merged'; }

/** @asyncTrait */
async function merged(leaf: Leaf): Promise<Any> { return [await leaf.get('merged'), merged.count]; }
namespace merged { export const count = 3; }

abstract class Shape<T> {
  protected constructor(protected readonly leaf: Leaf) {}
  abstract area(scale?: number): Promise<T>;
  load(key: string): Promise<string>;
  load(key: number): Promise<number>;
  @asyncTrait async load(key: Any): Promise<Any> { return await this.leaf.get(key); }
  @asyncTrait async both<K extends string, V>(this: Shape<T>, key: K, value: V): Promise<[K, V, T]> { return [key, value, await this.area()]; }
}

@asyncTrait
class Square extends Shape<number> {
  static count: number;
  static { this.count = 5; }
  declare ambient: string;
  readonly side: number = 2;
  #log: string[] = [];
  constructor(leaf: Leaf, public readonly name: string = 'square', protected optional?: string) { super(leaf); }
  override async area(scale = 1): Promise<number> { return (await this.leaf.get(this.side)) * this.side * scale; }
  get last(): string | undefined { return this.#log.at(-1); }
  set last(value: string) { this.#log.push(value); }
  async accessors(): Promise<Any> { this.last = await this.leaf.get('set'); this.last += await this.leaf.get('!'); return [this.last, this.name, this.optional, this.ambient, Square.count, Object.keys(this)]; }
  async casts(): Promise<Any> { const x = (await this.leaf.get({ y: 1 }) as { y: number })!.y satisfies number; const z = <number>(await this.leaf.get(x)); return [x!, z, this.optional!, (await this.leaf.get([1]))![0]!]; }
}

class TypeScript extends Case {
  @asyncTrait
  async enums() {
    enum Local { A = 1, B = A << 1 }
    const found: Level = await this.leaf.get(Level.High);
    return [found, Level[found], Local.B, Local[await this.leaf.get(1)], Constant.One, Level.Named];
  }

  @asyncTrait
  async namespaces() { return [await Outer.load(this.leaf), await new Outer.Made(this.leaf).read(), await Outer.Deep.arrow(this.leaf), await Merged.of(this.leaf), await merged(this.leaf)]; }

  @asyncTrait
  async classes() {
    const square = new Square(this.leaf);
    return [await square.area(), await square.load('key'), await square.load(1), await square.both('k', 2), await square.accessors(), await square.casts(), Object.keys(square), 'ambient' in square];
  }

  /** @asyncTrait */
  _arrow = async (x: number): Promise<Any> => [x, await this.leaf.get(x), this.note('arrow')];

  @asyncTrait
  async arrowsInFields() { return [await this._arrow(1), this._arrow.length]; }

  @asyncTrait
  async exportedDefault() {
    const Default = exports.default;
    return [typeof Default, await new Default().next()];
  }

  @asyncTrait
  async declaredInside() {
    interface Shape { x: number }
    type Alias = Shape | null;
    // @ts-expect-error only stripping lets it pass
    declare const nothing: never;
    const shape: Alias = await this.leaf.get({ x: 1 });
    function overloaded(x: string): string;
    function overloaded(x: number): number;
    function overloaded(x: Any): Any { return x; }
    abstract class Local { abstract y: number; @asyncTrait async m(leaf: Leaf): Promise<Any> { return [this.y, await leaf.get('m')]; } }
    class Real extends Local { constructor(public y = shape!.x) { super(); } }
    return [overloaded(shape!.x), await new Real().m(this.leaf), typeof nothing];
  }
}

declare const exports: Any;

export default class { @asyncTrait async next(): Promise<number> { return 1; } }

export const main = (log: Log) => matrix(log, TypeScript);
