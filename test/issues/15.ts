// tasks: single
// strict: true
// lowered: false
// a template has one strings object, also as an argument of a call on the spot
const seen = [];
const tag = (strings) => { if (!seen.includes(strings)) seen.push(strings); return seen.length; };
class A { /** @asyncTrait */ async m(x) { return x; } }
/** @asyncTrait */ async function main(t) {
    const a = new A();
    for (let i = 0; i < 3; i++) {
        if (i === 2) a.m = async (x) => x;
        _.l(t, await a.m(tag`x`));
    }
    _.l(t, seen.length);
}
