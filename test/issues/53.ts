// tasks: single
// strict: true
// lowered: false
// found in mode microtask, plan ready; seed 603, batch 820, program 16: an assignment with a pattern writes behind the await of its value, also where the variable has a default, `[y = 1] = await x`
class A {
  /** @asyncTrait */ async elements(t, ...y) {
    const read = () => y;
    _.l(t, 1, ([y = 1] = await _.get(t, [])), read());
    return read;
  }
  /** @asyncTrait */ async properties(t) {
    let a = 'a', b = 'b', c = 'c', d = 'd';
    const read = () => [a, b, c, d];
    _.l(t, 2, ({ a: a = 1, b: { b = 2 } = {}, ...c } = await _.get(t, { c: 3 })), read());
    [[d = 4] = []] = [await _.get(t, undefined)];
    return read;
  }
  /** @asyncTrait */ async heads(t) {
    let a = 'a', b = 'b';
    const read = () => [a, b];
    for ([a = 1] of await _.get(t, [[]])) _.l(t, 3, read());
    for ({ b = 2 } of [await _.get(t, {})]) _.l(t, 4, read());
    return read;
  }
  /** @asyncTrait */ async chained(t) {
    let a = 'a', b = 'b';
    const read = () => [a, b];
    a = [b = 1] = await _.get(t, []);
    return read;
  }
  /** @asyncTrait */ async arguments(t, y) {
    const read = () => y;
    void arguments;
    [y = 1] = await _.get(t, []);
    return read;
  }
}
/** @asyncTrait */ async function main(t) {
  const a = new A();
  for (const name of ['elements', 'properties', 'heads', 'chained', 'arguments']) _.l(t, name, (await a[name](t))());
}
