// tasks: single
// strict: true
// lowered: false
// a `let` of a case that was jumped over is in its temporal dead zone
/** @asyncTrait */ async function main(t) {
    _.f(t);
    switch (_.n(t, 3)) {
        case 1: let z;
        case 2:
            _.l(t, 18, z);
            _.l(t, 20, await _.get(t, 19));
            break;
    }
}
