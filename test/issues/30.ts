// tasks: single
// strict: false
// lowered: false
// The head of a class is strict code, also in a sloppy function. Found in mode all, values, plan ready; seed 401, batch 48, program 3
/** @asyncTrait */ async function main(t) { _.f(t); class K1 extends _.C {
    static [await _.thn(t, (1).p = 1)] = '';
} }
