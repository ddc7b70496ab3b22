// tasks: single
// strict: false
// lowered: false
// Private members, super, loops with closures, literals, classes, contextual names. Found by reading
class Base { get v() { return this._v ?? null; } set v(x) { this._v = x; } m() { return 'base'; } }
class P extends Base {
  #x = 1; #y; #o = { p: 1 };
  #f(a) { return [this.#x, a]; }
  static #s = 5;
  /** @asyncTrait */ async compound() { this.#x += await _.get(1, 2); this.#y ??= await _.get(1, 3); this.#x **= await _.get(1, 2); this.#o.p -= await _.get(1, 4); return [this.#x, this.#y, this.#o, this.#x++ + (await _.get(1, 1)), ++this.#x]; }
  /** @asyncTrait */ async patterns() { [this.#x, this.#o.p = await _.get(1, 7)] = [await _.get(1, 1)]; ({ a: this.#y, ...this.#o } = await _.get(1, { a: 1, b: 2 })); return [this.#x, this.#y, this.#o]; }
  /** @asyncTrait */ async has() { return [#x in (await _.get(1, this)), #x in (await _.get(1, {})), #f in this, P.#s + (await _.get(1, 1))]; }
  /** @asyncTrait */ async sup() { super.v ??= await _.get(1, 1); super['v'] += await _.get(1, 2); super[await _.get(1, 'v')] *= 2; const b = super.v; super.v = await _.get(1, 9); return [b, super.v, await super.m(), (await _.get(1, 1), super.m)(), super[await _.get(1, 'm')]()]; }
  /** @asyncTrait */ async dsup() { await _.get(1, 0); return delete super.v; }
  /** @asyncTrait */ async defaults(a, g = () => a, h = async () => [this.#x, await _.get(1, a)]) { a = await _.get(1, 2); const before = g(); a++; return [before, g(), await h()]; }
  /** @asyncTrait */ async dead(a = b, b = 1) { await _.get(1, 0); return [a, b]; }
  /** @asyncTrait */ async nested() { return await this.id(await this.id(1), await this.id(await this.id(2)), await this.id(3)); }
  /** @asyncTrait */ async id(...a) { return a.length > 1 ? a : await _.get(1, a[0]); }
}
/** @asyncTrait */ async function loops() {
  const fs = [];
  for (let i = 0, f = () => i; i < 3; i++) { fs.push(f, () => i); await _.get(1, i); i += 0; }
  for (let i = 0; i < 2; i++) { let j = i; fs.push(() => j++); await _.get(1, 0); fs.push(() => j); }
  const o = { a: 1, b: 2, c: 3 };
  for (const k in o) { fs.push(() => k); await _.get(1, k); delete o.b; o.d = 4; }
  out: for (const a of [1, 2, 3]) { switch (a) { case 1: await _.get(1, a); continue out; case 2: { let q = await _.get(1, 'q'); fs.push(() => q); q += 'x'; break; } default: break out; } fs.push(() => a); }
  let n = 0;
  do { n++; if (n === 2) continue; fs.push(() => n); } while (await _.get(1, n < 4));
  return fs.map((f) => f());
}
/** @asyncTrait */ async function caught() {
  const fs = [];
  try { throw 1; } catch (e) { fs.push(() => e++); await _.get(1, 0); fs.push(() => e); e += 10; }
  try { throw { a: 1, b: [2] }; } catch ({ a, b: [c = await _.get(1, 5), d = await _.get(1, 6)] }) { fs.push(() => [a, c, d]); await _.get(1, 0); d++; }
  return fs.map((f) => f());
}
/** @asyncTrait */ async function empty() {}
/** @asyncTrait */ async function bare() { return; }
/** @asyncTrait */ async function nothing() { await null; }
/** @asyncTrait */ async function thrown() { throw await _.get(1, 'x'); }
/** @asyncTrait */ async function operators() { return [2 ** (await _.get(1, 3)) ** 2, 1 << (await _.get(1, 3)) >>> 1, (await _.get(1, 'p')) in { p: 1 }, typeof undeclared, typeof (await _.get(1, undefined)), delete (await _.get(1, { y: 1 })).y, void (await _.get(1, 1)), -(await _.get(1, 1)), !(await _.get(1, 1)), 7 % (await _.get(1, 4))]; }
/** @asyncTrait */ async function literals() {
  const proto = { inherited: 1 }, __proto__ = { shorthand: 1 };
  const a = { __proto__: await _.get(1, proto), x: 1 };
  const b = { __proto__, x: await _.get(1, 1) };
  const c = { ['__proto__']: await _.get(1, proto) };
  const d = { get g() { return 1; }, ...(await _.get(1, { get h() { _.l(1, 'h'); return 2; } })), set g(x) {}, 1: await _.get(1, 1), 'q r': 2, async m() { return await _.get(1, this.h); }, [await _.get(1, 'k')]: () => 1 };
  return [a.inherited, Object.keys(a), b.inherited, Object.getPrototypeOf(b) === Object.prototype, Object.keys(b), Object.keys(c), Object.keys(d), d.g, await d.m(), d.k.name];
}
/** @asyncTrait */ async function classes() {
  const out = [];
  { class A { static x = A.name; static f = () => A; } out.push(A.x, A.f() === A); await _.get(1, 0); class B extends A { static y = super.x; } out.push(B.y, B.name, new B() instanceof A); }
  const C = class Named { self = Named; }; await _.get(1, 0); out.push(new C().self === C, C.name);
  class N extends null { static z = 1; } await _.get(1, 0); out.push(N.z, Object.getPrototypeOf(N.prototype));
  try { new N2(); } catch (e) { out.push(e); } await _.get(1, 0); class N2 {} out.push(new N2());
  return out;
}
/** @asyncTrait */ async function names(async, of, get, set, static_, let_) { var async = await _.get(1, async); const o = await _.get(1, of); for (of of [1, 2]) await _.get(1, of); for (async of => {}; false;); return [async, o, of, get]; }
/** @asyncTrait */ async function main(t) {
  const p = new P();
  for (const f of ['compound', 'patterns', 'has', 'sup', 'dsup', 'defaults', 'dead', 'nested']) try { _.l(t, f, await p[f](1)); } catch (e) { _.l(t, f, e); }
  for (const f of [loops, caught, empty, bare, nothing, thrown, operators, literals, classes, names]) try { _.l(t, f.name, await f(1, 2, 3)); } catch (e) { _.l(t, f.name, e); }
}
