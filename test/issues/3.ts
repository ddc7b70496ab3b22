// tasks: single
// strict: false
// lowered: false
// a returned thenable takes as many ticks as natively
class A {
    async m0(t) {
        _.f(t);
        _.l(t, 8, await _.get(t, 1));
        return _.thn(t, 1);
    }
}
const a = new A();
/** @asyncTrait */ async function main(t) { _.f(t); await (0, a.m0(t)); }
