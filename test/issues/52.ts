// tasks: single
// strict: true
// lowered: false
// found in mode all, values, plan ready; seed 508, batch 90, program 36: what is spread into a call on the spot was written twice, and with it a template, whose strings are one object
class A {
  constructor(t) { this.t = t; }
  /** @asyncTrait */ async #p(...xs) { return await _.get(this.t, xs); }
  /** @asyncTrait */ async m(...xs) { return await _.get(this.t, xs); }
  /** @asyncTrait */ async frames(n) {
    for (let i = 0; i < n; i++) _.l(this.t, 1, await this.m(...[_.tag`a${i}b`]), await this.#p(i, ...[_.tag`c${i}d`]), await f(...[_.tag`e${i}f`]));
  }
  /** @asyncTrait */ async coroutines(n) {
    for (let i = 0; i < arguments[0]; i++) _.l(this.t, 2, await this.m(...[_.tag`g${i}h`]), await this.#p(i, ...[_.tag`i${i}j`]), await f(...[_.tag`k${i}l`]));
  }
  other(...xs) { return _.nat(this.t, xs); }
}
/** @asyncTrait */ async function f(...xs) { return xs; }
/** @asyncTrait */ async function main(t) {
  const a = new A(t), b = new A(t);
  for (const o of [a, b]) {
    await o.frames(2);
    await o.coroutines(2);
    // The same places, where nothing is polled.
    A.prototype.m = A.prototype.other;
    await o.frames(2);
    await o.coroutines(2);
  }
}
