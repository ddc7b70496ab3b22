// tasks: single
// strict: true
// lowered: true
// What is returned is looked at when the resources have been disposed. Found in mode all, plan 4; seed 401, batch 135, program 46
/** @asyncTrait */ async function main(t) {
  /** @asyncTrait */ async function inBlock() { if (_.f(t)) { using u = _.rs(t, 2); if (_.f(t)) return _.thn(t, -1); using v = null; } _.l(t, 'not'); }
  /** @asyncTrait */ async function inBody() { using u = _.rs(t, 3); return _.thn(t, -2); }
  /** @asyncTrait */ async function inLoop() { for (using u of [_.rs(t, 4), null]) { if (u === null) return _.thn(t, -3); } return 1; }
  /** @asyncTrait */ async function inFor() { for (using u = _.rs(t, 5); ;) return _.thn(t, -4); }
  /** @asyncTrait */ async function inArrow() { const f = () => { using u = _.rs(t, 6); return 7; }; return f(); }
  /** @asyncTrait */ async function getter() { { using u = _.rs(t, 7); return { get then() { _.l(t, 'then'); throw 8; } }; } }
  /** @asyncTrait */ async function none() { for (let i = 0; i < 2; i++) { using u = _.rs(t, 9 + i); if (i > 1) return _.thn(t, -5); } return await _.get(t, 9); }
  /** @asyncTrait */ async function labelled() { a: b: for (using u of [_.rs(t, 11), _.rs(t, 12), null]) { for (;;) { if (u === null) return _.thn(t, -6); if (_.f(t)) continue a; break b; } } }
  /** @asyncTrait */ async function jumps() { for (const u of [1, 2]) { a: { using v = _.rs(t, 12 + u); if (u === 1) break a; if (u === 3) continue; return _.thn(t, -7); } } }
  for (const f of [labelled, jumps, inBlock, inBody, inLoop, inFor, inArrow, getter, none]) try { _.l(t, await f()); } catch (e) { _.l(t, 'error', e); }
}
