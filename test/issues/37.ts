// tasks: single
// strict: true
// lowered: false
// What a block of a `for await` begins with (functions, variables that closures share) is there behind the await of its head. Found by the fuzzer, seed 741
/** @asyncTrait */ class A {
  async *ag(t) { yield 1; yield * _.it(t, 2); }
}
/** @asyncTrait */ async function main(t) {
  for await (_.o(t)[1] of new A().ag(t)) {
    const early = f;
    let { missing: n, length: i = { [await _.get(t, 'k')]() { return n; } } } = 1;
    function f() { return n; }
    n = 2;
    _.l(t, n, i.k(), early());
  }
}
