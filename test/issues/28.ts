// tasks: single
// strict: false
// lowered: false
// A variable may be called undefined. Found by reading
/** @asyncTrait */ async function main(t) {
  var undefined = 5;
  let a = null, b;
  try { _.l(t, a?.x(await _.get(t, 1)), b?.x(await _.get(t, 2)), delete b?.[await _.get(t, 3)]); } catch (e) { _.l(t, e); }
  try { for (b = { x: (v) => v }; b?.x(await _.get(t, 4)); b = void 0) _.l(t, b?.x(await _.get(t, 4))); } catch (e) { _.l(t, e); }
  class A { m(v) { return v; } }
  class B extends A {
    constructor() {
      const early = /** @asyncTrait */ async () => { _.l(t, await _.get(t, 5)); return this; };
      super();
      this.early = early;
    }
    /** @asyncTrait */ async q(t) { return await _.get(t, 6); }
    ['q'](t) { return _.get(t, 7); }
  }
  const o = new B();
  try { _.l(t, (await o.early()) === o, await o.q(t)); } catch (e) { _.l(t, e); }
}
