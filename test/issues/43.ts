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
  /** @asyncTrait */ async function passed() { const x = await _.get(t, {}); return x; }
  for (const f of [constant, inBlock, chosen, inTry, inFinally, onTheSpot, comma, literal, assigned, passed]) {
    try { _.l(t, f.name, await f()); } catch (e) { _.l(t, f.name, e); }
  }
}
