// tasks: single
// strict: false
// lowered: false
// A sloppy body may call its variables, functions and labels `yield`.
/** @asyncTrait */ async function f(t) {
  let i = 1;
  const count = () => i++;
  yield: for await (const x of [1, 2]) {
    for (;;) {
      _.l(t, await _.get(t, x), count());
      continue yield;
    }
  }
  {
    function* yield() { yield 1; }
    _.l(t, ...yield(), yield.name, await _.get(t, count()));
  }
  {
    /** @asyncTrait */ async function yield() { return await _.get(t, typeof yield); }
    _.l(t, await yield(), yield.name, await _.get(t, count()));
  }
}
/** @asyncTrait */ async function main(t) {
  await f(t);
  function* yield() { yield 2; }
  _.l(t, await _.get(t, 1), ...yield(), yield.name);
  const o = { __proto__: { m() { return 1; } }, /** @asyncTrait */ async m(yield) { let i = 1; const count = () => i++; await _.get(t, count()); _.l(t, super.m(), yield, i); } };
  await o.m(2);
}
