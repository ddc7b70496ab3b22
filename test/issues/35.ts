// tasks: single
// strict: false
// lowered: false
// A `finally` that takes the place of a `return` noted in a `for await`. Found by the fuzzer, seed 500
/** @asyncTrait */ async function main(t) {
  /** @asyncTrait */ async function breaks() {
    for await (const n of _.ai(t, 3)) {
      try {
        return n;
      } finally {
        _.l(t, 'finally', n);
        break;
      }
    }
    _.l(t, await _.get(t, 'behind'));
  }
  /** @asyncTrait */ async function runsOut() {
    for await (const n of _.ai(t, 3)) {
      try {
        if (n > 1) return n;
      } finally {
        continue;
      }
    }
    return await _.get(t, 'behind');
  }
  /** @asyncTrait */ async function inner() {
    for await (const n of _.ai(t, 3)) {
      a: try { throw n; } catch (e) { return e; } finally { break a; }
      _.l(t, await _.get(t, 'goes on'));
    }
    return 'behind';
  }
  for (const f of [breaks, runsOut, inner]) try { _.l(t, await f()); } catch (e) { _.l(t, 'error', e); }
}
