// tasks: single
// strict: false
// lowered: false
// A sloppy function sees the functions of its blocks outside of them too.
/** @asyncTrait */ async function before(t) {
  _.l(t, typeof g);
  { function g() { return 'g'; } }
  _.l(t, await _.get(t, 1), g());
}
/** @asyncTrait */ async function around(t) {
  { await _.get(t, 1); function g() { return 'g'; } }
  _.l(t, g());
}
/** @asyncTrait */ async function inSwitch(t, n) {
  switch (n) {
    case 1:
      await _.get(t, 2);
      function g() { return 'g'; }
  }
  _.l(t, typeof g);
}
/** @asyncTrait */ async function bare(t, n) {
  if (n) function g() { return 'g'; }
  await _.get(t, 1);
  _.l(t, typeof g);
}
/** @asyncTrait */ async function captured(t) {
  const later = () => g();
  { await _.get(t, 1); function g() { return 'g'; } }
  _.l(t, later());
}
/** @asyncTrait */ async function inside(t) {
  { await _.get(t, 1); function g() { return 'in'; } _.l(t, g()); }
}
/** @asyncTrait */ async function main(t) {
  for (const f of [before, around, inSwitch, bare, captured, inside]) {
    try {
      await f(t, 0);
      await f(t, 1);
    } catch (e) {
      _.l(t, e.message);
    }
  }
}
