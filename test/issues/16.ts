// tasks: single
// strict: true
// lowered: false
// A pattern of `catch` sees its own variables before they have a value. Found in mode all, values, plan ready; seed 100, batch 111, program 49
/** @asyncTrait */ async function early(t, n) {
  try {
    throw {};
  } catch ({ x = n === 0 ? x : n === 1 ? (() => x)() : n === 2 ? y : () => y, y = 2 }) {
    _.l(t, await _.get(t, n), typeof x === 'function' ? x() : x, y);
  }
}
/** @asyncTrait */ async function main(t) {
  for (let n = 0; n < 4; n++) {
    try {
      await early(t, n);
    } catch (e) {
      _.l(t, e.message);
    }
  }
}
