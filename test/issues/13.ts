// tasks: single
// strict: true
// lowered: false
// a `finally` that throws inside of a `try` whose own `finally` awaits: what was returned is forgotten
/** @asyncTrait */ async function main(t) {
    try {
        try {
            return _.thn(t, undefined);
        }
        finally {
            _.l(t, 'finally');
            throw 1;
        }
    }
    catch { }
    finally {
        _.l(t, 18, await _.get(t, 17));
    }
    _.l(t, 'after');
}
