// tasks: single
// strict: true
// lowered: false
// Classes and functions of a `catch` or `finally` that does not await itself. Found in mode microtask, plan ready; seed 301, batch 495, program 6
/** @asyncTrait */ async function main(t) {
  try {
    await _.get(t, 1);
    throw _.e(2);
  } catch (e) {
    class C { /** @asyncTrait */ async q(t) { return await _.get(t, C.name); } }
    _.l(t, e, C.name, typeof f);
    var made = C;
    /** @asyncTrait */ async function f(t) { return await _.get(t, 3); }
    var called = f;
  } finally {
    var third = g;
    /** @asyncTrait */ async function g(t) { return await _.get(t, 4); }
    class D { static /** @asyncTrait */ async s(t) { return await _.get(t, D.name); } }
    var other = D;
  }
  _.l(t, await new made().q(t), await called(t), await other.s(t), await third(t));
}
