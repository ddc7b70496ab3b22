// tasks: single
// strict: false
// lowered: false
// Functions of a body and of its blocks that hide what a default, or code behind an await, means. Found beside 40
const i = 5;
const g = 7;
/** @asyncTrait */ async function main(t) {
  /** @asyncTrait */ async function f1(b = i) { function i() { return g; } await _.get(t, 0); return [b, typeof i, i.name, i()]; }
  /** @asyncTrait */ async function f2(b = i) { class i { static x = 1; static y = () => i.x; } await _.get(t, 0); return [b, i.x, i.y(), i.name]; }
  /** @asyncTrait */ async function f3(b = i) { let i = await _.get(t, 0); await _.get(t, 0); return [b, i]; }
  /** @asyncTrait */ async function f4(b = i) { const [i = await _.get(t, 0)] = []; await _.get(t, 0); return [b, i]; }
  /** @asyncTrait */ async function f5(b = () => i) { let i = await _.get(t, 0); const c = () => i++; await _.get(t, 0); c(); return [b(), i]; }
  /** @asyncTrait */ async function f6({ b = i } = {}) { var { i } = await _.get(t, { i: 1 }); const c = () => i++; await _.get(t, 0); c(); return [b, i]; }
  /** @asyncTrait */ async function f7(b = i) { return [b, typeof i, i.name]; function i() {} }
  /** @asyncTrait */ async function f8(b = i) { await _.get(t, 0); return [b, typeof i, i.name]; function i() { return i; } }
  /** @asyncTrait */ async function f9(b = i) { await _.get(t, 0); try { i; } catch (e) { _.l(t, e); } let i = 3; return [b, i]; }
  /** @asyncTrait */ async function f10(b = i) { function i() { return 1; } await _.get(t, 0); var i = 3; return [b, i]; }
  /** @asyncTrait */ async function f11(b = i) { /** @asyncTrait */ async function i() { return 2; } return [b, i.name, await i()]; }
  /** @asyncTrait */ async function* f12(b = i) { var i = 1; yield i; function* g() { yield b; yield i; } yield* g(); i = 2; yield i; }
  /** @asyncTrait */ const f13 = async (b = i) => { var i = 1; for (const x of [1, 2]) { await _.get(t, 0); i += x; } return [b, i]; };
  class K { /** @asyncTrait */ async m(b = i) { var i = 1; for (const x of [1, 2]) { await _.get(t, 0); i += x; } return [b, i]; } }
  /** @asyncTrait */ async function f14() { let y = 1; { function y() { return 2; } await _.get(t, 0); _.l(t, y()); } await _.get(t, 0); return y; }
  /** @asyncTrait */ async function f15() { let y = 1; switch (y) { case 0: function y() { return 2; } case 1: await _.get(t, 0); _.l(t, y()); } await _.get(t, 0); return y; }
  /** @asyncTrait */ async function f16() { let y = 1; for (const x of [1, 2]) { await _.get(t, 0); _.l(t, y(), x); function y() { return 2; } } await _.get(t, 0); return y; }
  /** @asyncTrait */ async function f17() { let y = 1; { await _.get(t, 0); class y { static z = 3; } _.l(t, y.z); } await _.get(t, 0); return y; }
  for (const f of [f14, f15, f16, f17, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f13, K.prototype.m]) try { _.l(t, f.name, await f()); } catch (e) { _.l(t, f.name, e); }
  try { for await (const item of f12()) _.l(t, item); } catch (e) { _.l(t, e); }
  _.l(t, Object.keys(globalThis).filter((name) => /^\$?[iy](_|$)/.test(name)));
}
