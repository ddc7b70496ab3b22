// tasks: single
// strict: false
// lowered: false
// The default of a parameter means a variable outside that a `var` of the body is called like, in every way it can be declared. Found by the fuzzer, seed 504
const i = 5;
/** @asyncTrait */ async function main(t) {
  /** @asyncTrait */ async function awaited(b = i) { var i = await _.get(t, 1); await _.get(t, 0); return [b, i]; }
  /** @asyncTrait */ async function plain(b = i) { var i = 3; await _.get(t, 0); return [b, i]; }
  /** @asyncTrait */ async function unused(b = i) { await _.get(t, 0); var i; return [b, i]; }
  /** @asyncTrait */ async function ready(b = i) { var i = 3; return [b, i]; }
  /** @asyncTrait */ async function inHead(b = i) { for (var i = 0; i < 3; i++) await _.get(t, i); return [b, i]; }
  /** @asyncTrait */ async function inList(b = i) { for (var i of [1, 2]) await _.get(t, i); return [b, i]; }
  /** @asyncTrait */ async function inKeys(b = i) { for (var i in { k: 1 }) await _.get(t, i); return [b, i]; }
  /** @asyncTrait */ async function inBlock(b = i) { await _.get(t, 0); if (b) { var i = 2; } return [b, i]; }
  /** @asyncTrait */ async function ofObject(b = i) { var { i, c = i } = await _.get(t, { i: 4 }); await _.get(t, 0); return [b, i, c]; }
  /** @asyncTrait */ async function ofArray(b = i) { var [i, [c = await _.get(t, 6)]] = await _.get(t, [4, []]); return [b, i, c]; }
  /** @asyncTrait */ async function captured(b = i) { var i = 1; const f = () => i++; await _.get(t, 0); f(); return [b, i]; }
  /** @asyncTrait */ async function written(b = i) { var i = 1; await _.get(t, 0); { var i = 2; } return [b, i, await awaited()]; }
  /** @asyncTrait */ async function* items(b = i) { var [i, [a = await _.get(t, 6)]] = await _.get(t, [4, []]); yield [b, i, a]; }
  for (const f of [awaited, plain, unused, ready, inHead, inList, inKeys, inBlock, ofObject, ofArray, captured, written]) try { _.l(t, f.name, await f()); } catch (e) { _.l(t, f.name, e); }
  try { for await (const item of items()) _.l(t, item); } catch (e) { _.l(t, e); }
  _.l(t, Object.keys(globalThis).filter((name) => /^\$?i(_|$)/.test(name)));
}
