// tasks: single
// strict: false
// lowered: true
// What TypeScript takes away or lowers, around awaits. Written to look for differences; there were none
enum Kind { A = 1, B = A << 2, C = 'c'.length }
namespace N { export const x = 1; /** @asyncTrait */ export async function f(t: number) { return [x, await _.get(t, N.x), g()]; } function g() { return 'g'; } export let y = 2; /** @asyncTrait */ export async function h(t: number) { y += await _.get(t, 1); return y; } }
abstract class Shape<T = number> {
  declare kind: string;
  static count = 0;
  constructor(protected readonly a: T, public b = 2, private c?: string) { Shape.count++; }
  abstract area(t: number): Promise<number>;
  /** @asyncTrait */ async twice(t: number): Promise<number> { return 2 * (await this.area(t)); }
  over(t: number, x: string): Promise<string>;
  over(t: number, x: number): Promise<number>;
  /** @asyncTrait */ async over(t: number, x: any): Promise<any> { return (await _.get(t, x)) as any; }
  /** @asyncTrait */ async fields(t: number) { const { a, b, c = 'none' } = this as any; await _.get(t, 0); return [a, b, c, Shape.count]; }
  /** @asyncTrait */ async generic<U extends object>(t: number, u: U): Promise<U & { t: number }> { return { ...u, t: (await _.get(t, t))! satisfies number }; }
  /** @asyncTrait */ async optional?(t: number) { return await _.get(t, 'optional'); }
}
class Square extends Shape { side = this.a; #p = [this.side]; /** @asyncTrait */ async area(t: number) { return (await _.get(t, this.side)) ** 2; } /** @asyncTrait */ override async twice(t: number) { return 1 + (await super.twice(t)); } accessor z = 5; /** @asyncTrait */ async zs(t: number) { this.z += await _.get(t, 1); return [this.z, this.#p]; } }
/** @asyncTrait */ async function locals(t: number, this_?: unknown) {
  enum Local { X = Kind.B, Y }
  type T = typeof t;
  const k: T = <T>(await _.get(t, Local.Y));
  let u!: number;
  function assign(): asserts u is number { u = k; }
  assign();
  const o = { k, u } as const;
  abstract class Q { abstract q: number; static async make(this: new () => Q) { return new this(); } }
  class R extends Q { q = 1; }
  return [o, Local[Local.X], await _.get(t, (R as any).make !== undefined), (await (R as any).make()).q];
}
/** @asyncTrait */ async function resources(t: number) {
  const open = (name: string) => ({ name, [Symbol.dispose]() { _.l(t, 'close', name); }, async [Symbol.asyncDispose]() { _.l(t, 'aclose', name, await _.get(t, name)); } });
  using a = open('a');
  await using b = open('b');
  for (using c of [open('c1'), open('c2')]) { _.l(t, c.name, await _.get(t, 0)); if (c.name === 'c2') break; }
  for (await using d of [open('d1')]) _.l(t, d.name);
  { using e = open('e'), f = null; await _.get(t, 1); if (a) return [a.name, b.name, e.name, f]; }
}
/** @asyncTrait */ async function main(t: number) {
  const s = new Square(3);
  const tries: (() => unknown)[] = [() => N.f(t), () => N.h(t), () => s.twice(t), () => s.area(t), () => s.over(t, 'x'), () => s.fields(t), () => s.generic(t, { g: 1 }), () => s.optional!(t), () => s.zs(t), () => locals(t), () => resources(t)];
  for (const [i, f] of tries.entries()) try { _.l(t, i, await f()); } catch (e) { _.l(t, i, e); }
}
