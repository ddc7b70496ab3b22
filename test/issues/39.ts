// tasks: single
// strict: true
// lowered: false
// What closes an iterator throws, and takes the place of a `return` that was noted. Found by the fuzzer, seed 502
/** @asyncTrait */ async function main(t) {
  const over = { [Symbol.iterator]() { return { next: () => ({ value: 1, done: false }), return() { throw _.e('closing'); } }; } };
  /** @asyncTrait */ async function caught() {
    try {
      for (const x of over) return x;
    } catch (e) {
      _.l(t, 'caught', e);
    } finally {
      _.l(t, await _.get(t, 'finally'));
    }
    return 'behind';
  }
  /** @asyncTrait */ async function inLoop() {
    for await (const n of _.ai(t, 3)) {
      try { for (const [x] of [[n]]) for (const y of over) return x + y; } catch { _.l(t, await _.get(t, n)); }
    }
    return 'behind';
  }
  for (const f of [caught, inLoop]) try { _.l(t, await f()); } catch (e) { _.l(t, 'error', e); }
}
