// tasks: single
// strict: true
// lowered: false
// found in mode default, plan ready; seed 621, batch 735, program 18: what is taken apart is evaluated before an await in the pattern, although it stands behind it
class A {
  /** @asyncTrait */ async elements(t, y, i) {
    let read;
    [y = await _.get(t, 1), i, ...i] = [undefined, (read = () => i, 2), 3];
    return read;
  }
  /** @asyncTrait */ async properties(t) {
    let a = 'a', b = 'b', read;
    ({ a: [a = await _.get(t, 1)] = [], b } = { b: (read = () => [a, b], 2) });
    return read;
  }
  /** @asyncTrait */ async keys(t) {
    let a = 'a', read;
    ({ [await _.get(t, 'k')]: a } = { k: (read = () => a, 2) });
    return read;
  }
  /** @asyncTrait */ async declared(t) {
    var [x = await _.get(t, 1), y] = [undefined, () => [x, y]];
    return y;
  }
  /** @asyncTrait */ async within(t) {
    let a = 'a', b = 'b', read;
    b = [a = await _.get(t, 1)] = [(read = () => [a, b], undefined)];
    return read;
  }
  /** @asyncTrait */ async heads(t) {
    let a = 'a', read;
    for ([a = await _.get(t, 1)] of [[(read = () => a, undefined)], [2]]) _.l(t, 1, read());
    return read;
  }
}
/** @asyncTrait */ async function main(t) {
  const a = new A();
  for (const name of ['elements', 'properties', 'keys', 'declared', 'within', 'heads']) _.l(t, name, (await a[name](t))());
}
