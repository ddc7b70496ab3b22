// tasks: single
// strict: true
// lowered: false
// `super` stays in the method when a case of a `switch` awaits inside of it
class A {
}
/** @asyncTrait */ class B extends A {
    async m0(t) { _.f(t); switch (1) {
        case super[await _.nat(t, 1)]: break;
    } }
}
/** @asyncTrait */ async function main(t) { _.f(t); await new B().m0(t); }
