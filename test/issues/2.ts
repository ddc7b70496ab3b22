// tasks: single
// strict: false
// lowered: true
// two `await using`, of which one awaits in its initializer
const o = { f: 1, g: 2, /** @asyncTrait */ async m0(t) { _.f(t); {
        await using u40 = await _.get(t, _.rs(t, 41));
        await using u45 = null;
    } } };
/** @asyncTrait */ async function main(t) { _.f(t); await o.m0(t); }
