// tasks: single
// strict: true
// lowered: false
// an override may have more parameters than the method it overrides
class A {
    /** @asyncTrait */ async m(t) { return [t]; }
    /** @asyncTrait */ async rest(t, ...more) { return [t, more]; }
}
/** @asyncTrait */ async function main(t) {
    const a = new A();
    _.l(t, await a.m(1, 2), await a.rest(1, 2, 3));
    a.m = async function (x, y) { return [x, y, arguments.length]; };
    a.rest = async function (x, y, ...z) { return [x, y, z, arguments.length]; };
    _.l(t, await a.m(1, 2), await a.m(), await a.rest(1, 2, 3), await a.rest());
    class B extends A { async m(x, y = 7) { return [await super.m(x, y), y, arguments.length]; } }
    _.l(t, await new B().m(1, 2), await new B().m(1));
}
