// tasks: single
// strict: true
// lowered: false
// What is returned is looked at when the iterator has been closed. Found by reading
/** @asyncTrait */ async function main(t) {
  const over = { [Symbol.iterator]() { let value = 0; return { next: () => ({ value: ++value, done: value > 3 }), return: () => { _.l(t, 'closed'); return {}; } }; } };
  const thenable = { get then() { _.l(t, 'then'); return (resolve) => resolve(7); } };
  /** @asyncTrait */ async function plain() { for (const x of over) return thenable; }
  /** @asyncTrait */ async function waits() { for (const x of over) { await _.get(t, 1); return thenable; } }
  /** @asyncTrait */ async function mixed() { await _.get(t, 1); for (const x of over) { if (x === 2) await _.get(t, 1); for (const y of over) return thenable; } }
  /** @asyncTrait */ async function labelled() { await _.get(t, 1); a: for (const x of over) { for (const [y] of [over]) { if (x < 3) continue a; switch (y) { case 1: return thenable; } } } }
  /** @asyncTrait */ async function breaks() { for (;;) { await _.get(t, 1); for (const x of over) { if (x === 2) break; if (x === 4) return thenable; } break; } return 8; }
  /** @asyncTrait */ async function runsOut() { await _.get(t, 1); for (const x of over) if (x === 4) return thenable; return 9; }
  /** @asyncTrait */ async function tried() { await _.get(t, 1); try { return thenable; } finally { _.l(t, 'finally'); } }
  /** @asyncTrait */ async function triedInside() { await _.get(t, 1); for (const x of over) try { return thenable; } finally { if (x < 2) continue; _.l(t, 'finally'); } }
  /** @asyncTrait */ async function keys() { await _.get(t, 1); for (const x in { a: 1 }) return thenable; }
  for (const f of [plain, waits, mixed, labelled, breaks, runsOut, tried, triedInside, keys]) try { _.l(t, await f()); } catch (e) { _.l(t, 'error', e); }
}
