// tasks: single
// strict: true
// lowered: false
// Streams composed, driven and left in every way. Written to look for differences; there were none
class T { constructor(t) { this.t = t; } get(x) { return _.get(this.t, x); } /** @asyncTrait */ async at(x) { return await this.get(x); } }
class S extends T {
  /** @asyncTrait */ async *range(n, step = 1) { for (let i = 0; i < n; i += step) yield await this.get(i); }
  /** @asyncTrait */ async *mapped(f) { for await (const x of this.range(4)) { if (x === 1) continue; const y = await f(x); if (y > 4) return y; yield y; } }
  /** @asyncTrait */ async *zip(...sources) { const its = sources.map((s) => s[Symbol.asyncIterator]()); try { for (;;) { const row = []; for (const it of its) { const { value, done } = await it.next(); if (done) return row.length; row.push(value); } yield row; } } finally { for (const it of its) await it.return?.(); } }
  /** @asyncTrait */ async collect(source, most = Infinity) { const all = []; for await (const x of source) { all.push(x); if (all.length >= most) break; } return all; }
  /** @asyncTrait */ async nested() { const out = []; outer: for await (const a of this.range(3)) { for await (const b of this.range(3)) { if (b === 2) continue outer; if (a === 2) break outer; out.push([a, b, await this.at(a + b)]); } } return out; }
  /** @asyncTrait */ async failing() { const log = []; try { for await (const x of this.range(5)) { log.push(x); if (x === 2) throw new Error('body ' + x); } } catch (e) { log.push(e.message); } finally { log.push(await this.at('end')); } return log; }
  /** @asyncTrait */ async destructured() { const out = []; for await (const { a, b: [c = await this.get('c')] } of [{ a: 1, b: [] }, _.hold(this.get({ a: 2, b: [3] }))]) out.push(a, c); for await (this.last of this.range(2)); let k, r; for await ([k, ...r] of [[1, 2, 3], _.hold(this.get([4]))]) out.push(k, r); return [out, this.last]; }
  /** @asyncTrait */ async closures() { const fs = []; for await (const x of this.range(3)) { let y = x; fs.push(() => [x, y++]); await this.at(0); y += 10; } return fs.map((f) => [f(), f()]); }
  /** @asyncTrait */ async *[Symbol.asyncIterator]() { yield* this.range(2); return yield* [_.hold(this.get("p")), "q"]; }
  /** @asyncTrait */ async *interleaved() { const g = this.range(10); const a = yield (await g.next()).value; const b = yield a + (await g.next()).value; await g.return(); yield [b, await g.next()]; }
  /** @asyncTrait */ static async *of(t, ...xs) { let n = 0; try { for (const x of xs) { n++; const back = yield x; if (back) _.l(t, 'back', back); } } finally { _.l(t, 'of ends', n, await _.get(t, n)); } }
  /** @asyncTrait */ async driven() { const g = S.of(this.t, 1, 2, 3); return [await g.next('lost'), await g.next('b'), await g.return('r'), await g.next()]; }
  /** @asyncTrait */ async driveThrow() { const g = S.of(this.t, 1, 2, 3); await g.next(); try { return await g.throw(new Error('in')); } catch (e) { return [e.message, await g.next()]; } }
}
/** @asyncTrait */ async function main(t) {
  const s = new S(t);
  const tries = { range: () => s.collect(s.range(3)), mapped: () => s.collect(s.mapped(async (x) => x * (await s.get(2)))), zip: () => s.collect(s.zip(s.range(3), s.range(4, 2), s)), most: () => s.collect(s.range(9), 2), nested: () => s.nested(), failing: () => s.failing(), destructured: () => s.destructured(), closures: () => s.closures(), self: () => s.collect(s), inter: () => s.collect(s.interleaved()), of: () => s.collect(S.of(t, 'a', _.hold(s.get("b")), { then(r) { r('c'); } })), driven: () => s.driven(), driveThrow: () => s.driveThrow(), array: () => s.collect([1, _.hold(s.get(2)), _.hold(_.nat(t, 3))]), string: () => s.collect('ab'), bad: () => s.collect(5), sync: () => s.collect((function* () { try { yield 1; yield _.hold(s.get(2)); } finally { _.l(t, 'closed'); } })(), 1) };
  for (const [n, f] of Object.entries(tries)) try { _.l(t, n, await f()); } catch (e) { _.l(t, n, e); }
}
