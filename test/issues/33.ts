// tasks: single
// strict: true
// lowered: false
// What is returned is looked at when the iterator has been closed. Found by reading
/** @asyncTrait */ async function main(t) {
  const over = { [Symbol.iterator]() { return { next: () => ({ value: 1, done: false }), return: () => { _.l(t, 'closed'); return {}; } }; } };
  const thenable = { get then() { _.l(t, 'then'); return undefined; } };
  /** @asyncTrait */ async function plain() { for (const x of over) return thenable; }
  /** @asyncTrait */ async function waits() { for (const x of over) { await _.get(t, 1); return thenable; } }
  /** @asyncTrait */ async function mixed() { await _.get(t, 1); for (const x of over) { if (x === 2) await _.get(t, 1); for (const y of over) return thenable; } }
  for (const f of [plain, waits, mixed]) try { _.l(t, await f() === thenable); } catch (e) { _.l(t, 'error', e); }
}
