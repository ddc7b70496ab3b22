// tasks: single
// strict: true
// lowered: false
// Classes and literals with traits that await in their heads and keys, inside of one another. Found in mode default, plan none; seed 301, batch 298, program 36
const base = (x) => (typeof x === 'function' ? x : Object);
class A {
  /** @asyncTrait */ async m(t) {
    class B extends base(await _.get(t, 1)) {
      /** @asyncTrait */ async q(t) {
        class C extends base(await _.get(t, 2)) {
          /** @asyncTrait */ async r(t) { return await _.get(t, 3); }
          static [await _.get(t, 's')] = 4;
        }
        return [await new C().r(t), C.s];
      }
      static [await _.get(t, 'u')] = async () => await _.get(t, 5);
    }
    const o = {
      /** @asyncTrait */ async [await _.get(t, 'v')](t) { return { [await _.get(t, 'w')]: async () => 6, /** @asyncTrait */ async x(t) { return await _.get(t, 7); } }; },
    };
    const inner = await o.v(t);
    _.l(t, ...(await new B().q(t)), B.u.name, await B.u(), inner.w.name, await inner.w(), await inner.x(t));
  }
}
/** @asyncTrait */ async function main(t) { await new A().m(t); }
