// tasks: mixed tasks
// strict: false
// lowered: false
// Streams driven by hand, requests on top of one another. Written to look for differences; there were none
/** @asyncTrait */ async function* plain(t, x) { let r = yield 1; _.l(t, 'got', r); try { r = yield await _.get(t, 2); _.l(t, 'got', r); yield _.nat(t, 3); } finally { _.l(t, 'finally', await _.get(t, 0)); yield 4; } return _.nat(t, 5); }
/** @asyncTrait */ async function* caught(t) { for (let i = 0; i < 4; i++) try { _.l(t, 'sent', yield i); } catch (e) { _.l(t, 'caught', e); yield await _.nat(t, -i); } }
/** @asyncTrait */ async function* thrower(t) { yield 1; throw await _.get(t, 'thrown'); }
/** @asyncTrait */ async function* delegating(t) { try { const r = yield* plain(t, 1); _.l(t, 'result', r); yield* [_.nat(t, 7), 8]; return yield* caught(t); } catch (e) { _.l(t, 'outer', e); yield 'after'; } finally { _.l(t, 'end'); } }
/** @asyncTrait */ async function* nested(t) { yield* { [Symbol.asyncIterator]() { let i = 0; return { next: (v) => ({ value: i++, done: i > 3 }), return: (v) => { _.l(t, 'return', v); return { value: v, done: true }; }, throw: (e) => { _.l(t, 'throw', e); return { value: e, done: false }; } }; } }; return 1; }
/** @asyncTrait */ async function* thenables(t) { yield { then(r) { r('thenable'); } }; return { then(r) { r('returned'); } }; }
/** @asyncTrait */ async function* empty() {}
/** @asyncTrait */ async function main(t) {
  for (const f of [plain, caught, thrower, delegating, nested, thenables, empty]) {
    for (let run = 0; run < 3; run++) {
      const g = f(t, run);
      const all = [];
      for (let i = 0; i < 8; i++) {
        const op = _.n(t, 10), v = _.n(t, 4) === 0 ? { then(r) { _.l(t, 'then'); r(i); } } : _.n(t, 4) === 0 ? Promise.resolve('p' + i) : i;
        const name = op < 7 ? 'next' : op < 9 ? 'return' : 'throw';
        const p = g[name](v).then((r) => _.l(t, f.name, run, i, name, r), (e) => _.l(t, f.name, run, i, name, 'error', e));
        if (_.n(t, 3) === 0) await p; else all.push(p);
      }
      await Promise.all(all);
    }
  }
}
