// tasks: single
// strict: false
// lowered: false
// A function of the body of a loop whose head awaits. Found by the fuzzer (seed 804); more heads than in 37
/** @asyncTrait */ async function main(t) {
  let x = 0;
  for await (var y of _.ai(t, 2)) {
    function* h(n) { yield [n, y]; }
    for (const v of h(1)) _.l(t, 'v', v);
    await _.get(t, y);
    for (const v of h(2)) _.l(t, 'w', v);
  }
  for (const { z = await _.get(t, 3) } of [{}, { z: 4 }]) {
    _.l(t, f());
    function f() { return z; }
  }
  try { throw {}; } catch ({ z = await _.get(t, 5) }) { _.l(t, g()); function g() { return z; } }
}
