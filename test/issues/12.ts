// tasks: single
// strict: false
// lowered: false
// the variable of a `for (var ... in ...)` in a function with a rest parameter
class A {
    async m2(t, ...a) { L0: for (var n in await [this.#p(t)][0]) {
        _.f(t);
    } }
    /** @asyncTrait */ async #p(t) { _.f(t); }
}
const a = new A();
/** @asyncTrait */ async function main(t) { _.f(t); await [a.m2(t)][0]; }
