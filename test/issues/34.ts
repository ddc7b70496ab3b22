// tasks: single
// strict: false
// lowered: false
// A function in the body of a loop whose update or test awaits is there from the start of the body. Found by the fuzzer, seed 500
/** @asyncTrait */ async function main(t) {
  for (let z = 0; z < 2; z += await _.get(t, 1)) {
    _.l(t, await h1(z));
    /** @asyncTrait */ async function h1(x) { _.l(t, 'h1', x); return x; }
    await _.get(t, 2);
    _.l(t, typeof h1);
  }
  let n = 0;
  do {
    _.l(t, await _.get(t, h2(n)));
    if (n++ === 1) continue;
    function h2(x) { return x + n; }
  } while (await _.get(t, n < 3));
}
