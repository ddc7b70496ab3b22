// tasks: single
// strict: true
// lowered: false
// what is spread is taken apart before later arguments are evaluated, also where those are kept
const o = { /** @asyncTrait */ async m1(t, ...xs) { return xs; } };
/** @asyncTrait */ async function main(t) {
    _.l(t, await o.m1(t, ..._.it(t, 2), [...(function* () { _.l(t, 3, 's'); })(), 1, 2, 3]));
    _.l(t, 5, await o.m1(t, ...1, [...(function* () { _.l(t, 3, 's'); })(), 1, 2, 3]));
}
