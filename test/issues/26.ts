// tasks: single
// strict: false
// lowered: false
// A `var` in a catch clause is called like what was caught: its value goes to that.
/** @asyncTrait */ async function a(t) {
  try {
    throw 1;
  } catch (e) {
    var e = 2;
    await _.get(t, 1);
    _.l(t, e);
  }
  _.l(t, e);
}
/** @asyncTrait */ async function b(t) {
  try {
    throw 1;
  } catch (e) {
    for (var e = 3, n = 0; n < 1; n++) await _.get(t, 1);
    for (var e in { k: 1 }) await _.get(t, 2);
    _.l(t, e);
  }
  _.l(t, e);
}
/** @asyncTrait */ async function c(t) {
  await _.get(t, 1);
  try {
    throw 1;
  } catch (e) {
    var e = 2;
    _.l(t, e);
  }
  _.l(t, e, await _.get(t, 2));
}
/** @asyncTrait */ async function main(t) {
  for (const f of [a, b, c]) await f(t);
}
