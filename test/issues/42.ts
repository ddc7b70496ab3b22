// tasks: single
// strict: false
// lowered: false
// A string that is a statement is a directive only at the start of its function. Found by reading
/** @asyncTrait */ async function main(t) {
  const isStrict = (f) => f() === undefined;
  /** @asyncTrait */ async function coroutine(a) { await _.get(t, a); 'use strict'; return [arguments.length, isStrict(function () { return this; })]; }
  /** @asyncTrait */ async function frame(a) { await _.get(t, a); 'use strict'; return isStrict(function () { return this; }); }
  /** @asyncTrait */ async function strict(a) { 'use strict'; await _.get(t, a); return isStrict(function () { return this; }); }
  /** @asyncTrait */ async function strictCoroutine() { 'one'; 'use strict'; await _.get(t, arguments.length); return isStrict(function () { return this; }); }
  function around() {
    _.v(t, 0, 0);
    'use strict';
    /** @asyncTrait */ async function inner() { return await _.get(t, 1); }
    return [isStrict(function () { return this; }), inner.name];
  }
  for (const f of [coroutine, frame, strict, strictCoroutine, around]) _.l(t, f.name, await f(1));
}
