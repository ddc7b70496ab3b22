// tasks: single
// strict: true
// lowered: false
// A function in the declaration of a variable is called there, before the variable has its value.
const now = (f) => f();
/** @asyncTrait */ async function declared(t, n) {
  await _.get(t, 1);
  {
    const x = n === 0 ? (() => x)() : n === 1 ? now(() => x) : n === 2 ? [n].map(() => x) : n === 3 ? new (class { f = x; })().f : n === 4 ? class { static f = x; } : 7;
    _.l(t, await _.get(t, x));
  }
}
/** @asyncTrait */ async function inPattern(t, n) {
  for (const { x = n === 0 ? (() => y)() : n === 1 ? now(() => x) : n === 2 ? { get a() { return y; } }.a : () => y, y = 2 } of [{}]) {
    _.l(t, await _.get(t, typeof x === 'function' ? x() : x));
  }
}
/** @asyncTrait */ async function kept(t) {
  const f = (n) => (n === 0 ? 'end' : f(n - 1));
  const o = { f: () => o, g() { return [o.f]; } };
  _.l(t, await _.get(t, 1), f(3), o.f() === o, o.g().length);
  const off = now(() => () => off);
  _.l(t, await _.get(t, 2), off() === off);
}
/** @asyncTrait */ async function main(t) {
  for (let n = 0; n < 6; n++) {
    for (const f of [declared, inPattern]) {
      try {
        await f(t, n);
      } catch (e) {
        _.l(t, e.message);
      }
    }
  }
  await kept(t);
}
