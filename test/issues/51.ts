// tasks: single
// strict: true
// lowered: false
// found in mode all, plan 1; seed 506, batch 65, program 2: the loop of a stream was written twice, and with it a template, whose strings are one object
class A {
  /** @asyncTrait */ async *items(t) {
    let n = 0;
    while (n++ < 4 && await _.get(t, true)) {
      _.l(t, 1, _.o(t).tag`a${n}b`);
      yield await _.get(t, n);
    }
  }
  /** @asyncTrait */ async *others(t) {
    for (let n = 0; n < 4; n++) {
      const x = await _.get(t, n);
      _.l(t, 2, _.tag`${x}`);
    }
  }
}
/** @asyncTrait */ async function main(t) {
  const a = new A();
  for await (const x of a.items(t)) _.l(t, 3, x);
  for await (const x of a.others(t)) _.l(t, 4, x);
}
