// tasks: single
// strict: true
// lowered: false
// `arguments` in the computed names of methods and accessors. Found in mode microtask, plan ready; seed 301, batch 173, program 14
/** @asyncTrait */ async function f(t, x) {
  _.l(t, Object.keys({ [arguments.length]() {}, get [arguments[1]]() { return 1; }, async [arguments.length + 1]() {} }));
  await _.get(t, 1);
  class C { static [arguments.length]() {} static get [arguments[1]]() { return 2; } }
  /** @asyncTrait */ const inner = async () => {
    let n = 0;
    const count = () => n++;
    count();
    await _.get(t, n);
    return Object.keys({ [arguments.length]() {}, get [arguments[1]]() { return n; } });
  };
  _.l(t, Object.getOwnPropertyNames(C), await inner());
}
/** @asyncTrait */ async function main(t) { await f(t, 'k', 3); }
