// tasks: single
// strict: false
// lowered: false
// Members that are called like the helpers of a trait method; parameters of all kinds. Found by reading
class C {
  /** @asyncTrait */ async next(x) { return [await _.get(1, x), await this.next$entry(x), await this.next$poll(x)]; }
  /** @asyncTrait */ async next$entry(x) { return 'own entry ' + (await _.get(1, x)); }
  /** @asyncTrait */ async next$poll(x) { return 'own poll ' + (await _.get(1, x)); }
  next$entry$entry(x) { return 7; }
  /** @asyncTrait */ async #load(x) { return [await _.get(1, x), await this.#load$poll(x), await this.#load$entry(x)]; }
  /** @asyncTrait */ async #load$poll(x) { return 'private poll ' + (await _.get(1, x)); }
  async #load$entry(x) { return 'private entry ' + (await _.get(1, x)); }
  /** @asyncTrait */ async load(x) { return [await this.#load(x), this.next$entry$entry()]; }
  /** @asyncTrait */ static async name() { return await _.get(1, 'static name'); }
  /** @asyncTrait */ static async length() { return await _.get(1, 'static length'); }
  /** @asyncTrait */ async then(resolve) { resolve(undefined); }
  /** @asyncTrait */ async ['constructor']() { return await _.get(1, 'constructor'); }
  /** @asyncTrait */ async __proto__() { return await _.get(1, '__proto__'); }
  /** @asyncTrait */ async hasOwnProperty() { return await _.get(1, 'has'); }
}
class D { next$entry = 5; /** @asyncTrait */ async next() { return [await _.get(1, 1), this.next$entry]; } get next$poll() { return 6; } /** @asyncTrait */ async get() { return this.next$poll; } }
class E { /** @asyncTrait */ async next() { return [await _.get(1, 1), this.next$entry, this.next$poll]; } }
class F { next$entry() { return 'method'; } /** @asyncTrait */ async next() { return [await _.get(1, 1), await this.next$entry()]; } }
class G extends F { /** @asyncTrait */ async next$entry() { return [await _.get(1, 1), await super.next$entry()]; } /** @asyncTrait */ async next() { return [await super.next(), await this.next$entry()]; } }
/** @asyncTrait */ async function dup(a, a) { await _.get(1, 0); return [a, dup.length]; }
/** @asyncTrait */ async function rest(a, ...[b, { c = a } = {}]) { await _.get(1, 0); return [a, b, c, rest.length]; }
/** @asyncTrait */ async function args(a) { arguments[0] = 2; await _.get(1, 0); a++; return [a, arguments[0], arguments.length]; }
/** @asyncTrait */ async function main(t) {
  const c = Object.create(C.prototype);
  for (const f of ['next', 'next$entry', 'next$poll', 'load', 'constructor', '__proto__', 'hasOwnProperty']) try { _.l(t, f, await C.prototype[f].call(c, 3), C.prototype[f].length); } catch (e) { _.l(t, f, e); }
  _.l(t, Object.getOwnPropertyNames(C.prototype));
  _.l(t, await C.name(), await C.length(), await new D().next(), await new D().get(), await new E().next(), await new F().next(), await new G().next());
  _.l(t, Object.getOwnPropertyNames(D.prototype), Object.getOwnPropertyNames(E.prototype), Object.getOwnPropertyNames(F.prototype), Object.getOwnPropertyNames(G.prototype));
  _.l(t, await dup(1, 2), await rest(1, 2), await rest(1, 2, { c: 3 }), await args(1, 2));
}
