// tasks: single
// strict: false
// lowered: false
// Of two methods or functions of one name the first is never called, and stays as written. Found in mode microtask, plan none; seed 303, batch 54, program 22
class N {
  /** @asyncTrait */ async q(t) { let { n = 1 } = {}; const g = () => n++; await _.get(t, g()); }
  /** @asyncTrait */ async q(t) { _.l(t, await _.get(t, 1)); }
}
/** @asyncTrait */ async function main(t) {
  /** @asyncTrait */ async function h() { try { throw {}; } catch ({ g: n = n }) { await _.get(t, n); } }
  /** @asyncTrait */ async function h() { _.l(t, await _.get(t, 2)); }
  await new N().q(t);
  await h();
}
