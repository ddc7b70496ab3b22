// tasks: single
// strict: true
// lowered: false
// A `for await` in a case, beside an async function, in a method that is compiled to a generator. Found by the fuzzer, seed 500
/** @asyncTrait */ async function main(t) {
  const o = { /** @asyncTrait */ async m2(t, c) {
    switch (c) {
      case 0: _.l(t, 'zero');
      default:
        _.l(t, arguments[1]);
        /** @asyncTrait */ async function* h46(z) { yield z; yield await _.get(t, z + 1); }
        for await (const v of h46(c)) _.l(t, v);
        if (c === 1) break;
        _.l(t, 'no break');
    }
    return 'end';
  } };
  for (const c of [0, 1, 2]) _.l(t, await o.m2(t, c));
}
