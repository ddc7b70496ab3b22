// tasks: single
// strict: true
// lowered: false
// A variable called `undefined`
/** @asyncTrait */ async function main(t) {
  for (let i = 0; i < 2; i++) {
    let undefined = 5;
    let x;
    await _.get(t, i);
    let y;
    let [z] = [];
    _.l(t, x, y, z, undefined);
    x = y = z = undefined;
  }
}
