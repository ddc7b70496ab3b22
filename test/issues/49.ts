// tasks: single
// strict: false
// lowered: false
// The names, lengths and own properties of async functions wherever one can stand. Found by reading
let a, b, c = {}; var d;
const key = 'computed', sym = Symbol('sym');
class F { #p = async () => this; static #q = async function () {}; ['x' + 1] = async () => {}; 'quoted' = async () => {}; 12 = async () => {}; [sym] = async () => {}; static s = async () => {}; static [key] = async function () {}; static names() { return [this.#q.name, this.s.name, this[key].name]; } names() { return [this.#p.name, this.x1.name, this.quoted.name, this[12].name, this[sym].name]; } }
/** @asyncTrait */ async function main(t) {
  a = async () => {}; b ??= async function () {}; c.m = async () => {}; d ||= async () => {};
  let e; e &&= async () => {}; const [g = async () => {}, h = async function () {}] = []; const { i = async () => {}, j: k = async () => {}, ...rest } = {};
  let l, m; [l = async () => {}] = []; ({ m = async () => {} } = {}); (d) = async () => {};
  const o = { n: async () => {}, async p() {}, async [key]() {}, async [sym]() {}, 'q r': async function () {}, async *gen() {}, async 5() {}, get acc() { return async () => {}; }, __proto__: async () => {} };
  const chosen = _.b(t) ? async () => {} : async () => {}; const comma = (0, async () => {}); const par = (async () => {}); const casted = ((async function own() {}));
  function withDefault(x = async () => {}, { y = async () => {} } = {}) { return [x.name, y.name, withDefault.length]; }
  const arrow = async (q, r = 1, ...s) => {}; const gen = async function* () {}; async function* decl(u, v) {}
  const shown = (f) => [f.name, f.length, typeof f, 'prototype' in f, Object.prototype.toString.call(f), f instanceof Function, Object.getPrototypeOf(f) === Object.getPrototypeOf(async () => {}), Object.getOwnPropertyNames(f).sort().join()];
  for (const [n, f] of Object.entries({ a, b, m: c.m, g, h, i, k, l, mm: m, chosen, comma, par, casted, arrow, ...o, key: o[key], sym: o[sym], acc: o.acc, proto: Object.getPrototypeOf(o) })) if (n !== 'gen') _.l(t, n, shown(f));
  const ofGen = (f) => [f.name, f.length, 'prototype' in f, Object.getOwnPropertyNames(f).sort().join(), Object.getPrototypeOf(f) === Object.getPrototypeOf(async function* () {}), Object.getPrototypeOf(f.prototype) === Object.getPrototypeOf((async function* () {}).prototype), f() instanceof f];
  for (const f of [gen, decl, o.gen]) _.l(t, ofGen(f));
  for (const f of [a, gen, o.p, main]) try { new f(); } catch (error) { _.l(t, error instanceof TypeError); }
  _.l(t, new F().names(), F.names(), withDefault(), (() => async () => {})().name, [async () => {}][0].name, e);
  for (const f of [a, o.p, decl]) _.l(t, f.caller === undefined || 'throws', Object.isExtensible(f), delete f.name, f.name, delete f.length, f.length);
}
