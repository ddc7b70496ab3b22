// tasks: separate tasks
// strict: false
// lowered: false
// an error of a `finally` takes the place of what its `try` returned, and is caught further out
/** @asyncTrait */ async function main(t) { _.f(t); try {
    try {
        return _.thn(t, 's');
    }
    catch (i) {
        _.l(t, 'caught', i);
        _.l(t, 14, await _.get(t, 13));
    }
    finally {
        _.l(t, 'finally');
        throw _.e(17);
    }
}
catch ([]) {
    _.l(t, 27, await _.get(t, 26));
} }
