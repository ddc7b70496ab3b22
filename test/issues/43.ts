// tasks: single
// strict: false
// lowered: false
// What an await came to becomes a thenable before it is returned. Found by reading
/** @asyncTrait */ async function main(t) {
  const becomes = (x) => { x.then = (resolve) => { _.l(t, 'then'); resolve('adopted'); }; };
  /** @asyncTrait */ async function constant() { const x = await _.get(t, {}); becomes(x); return x; }
  /** @asyncTrait */ async function inBlock() { const x = await _.get(t, {}); if (x) { becomes(x); return x; } return 1; }
  /** @asyncTrait */ async function chosen() { const x = await _.get(t, {}); return becomes(x) ? 1 : x; }
  /** @asyncTrait */ async function inTry() { try { const x = await _.get(t, {}); becomes(x); return x; } finally { await _.get(t, 'finally'); } }
  /** @asyncTrait */ async function inFinally() { const x = await _.get(t, {}); try { return x; } finally { becomes(x); } }
  /** @asyncTrait */ async function onTheSpot() { const x = {}; try { return await _.get(t, x); } finally { becomes(x); } }
  /** @asyncTrait */ async function comma() { const x = {}; return becomes(x), await _.get(t, x); }
  /** @asyncTrait */ async function literal() { const x = {}; try { return { x }; } finally { becomes(x); } }
  /** @asyncTrait */ async function assigned() { let y; const x = await _.get(t, {}); becomes(x); return y = x; }
  /** @asyncTrait */ async function inTest() { const x = await _.get(t, {}); if (becomes(x) === undefined) return x; return 1; }
  /** @asyncTrait */ async function getter() { const x = await _.get(t, { get y() { return becomes(this); } }); if (!x.y) return x; return 1; }
  /** @asyncTrait */ async function converted() { const x = await _.get(t, { valueOf() { becomes(this); return 1; } }); if (x == 1) return x; return 1; }
  /** @asyncTrait */ async function before() { const x = await _.get(t, {}); { becomes(x); if (x) return x; } return 1; }
  /** @asyncTrait */ async function otherwise() { const x = await _.get(t, {}); if (x === null) { return null; } else if (!x) throw x; else { if (x === 2) return 3; return x; } }
  /** @asyncTrait */ async function passed() { const x = await _.get(t, {}); return x; }
  for (const f of [constant, inBlock, chosen, inTry, inFinally, onTheSpot, comma, literal, assigned, inTest, getter, converted, before, otherwise, passed]) {
    try { _.l(t, f.name, await f()); } catch (e) { _.l(t, f.name, e); }
  }
}
