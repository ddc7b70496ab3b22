// tasks: single
// strict: true
// lowered: false
// a `var` behind the first await of a function with a rest parameter
/** @asyncTrait */ const f1 = async (t, ...x) => { _.f(t); var n = await _.thn(t, 1); return [n, x]; };
/** @asyncTrait */ async function main(t) { _.f(t); return await f1(t, 2); }
