// tasks: single
// strict: true
// lowered: false
// with `eager: 'values'` a call that is not awaited on the spot yields at its first await too
/** @asyncTrait */ async function f0(t) { return await _.val(t, 2); }
/** @asyncTrait */ async function main(t) {
    await _.get(t, 1);
    const p = f0(t);
    _.l(t, 'started');
    return await p;
}
