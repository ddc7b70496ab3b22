// tasks: single
// strict: false
// lowered: true
// The functions of a clause are made with the switch, before the clause assigns. Found in mode microtask, plan ready; seed 401, batch 78, program 12
/** @asyncTrait */ async function main(t) {
    _.f(t);
    switch (0) {
        default:
            for (var n = 0, z = undefined; _.f(t) && 1; 1) {
                _.l(t, 1, await _.get(t, 1));
                break;
            }
            var a: any = true;
        case 1:
            function* h11(y) { _.f(t); _.l(t, 15, a); }
            for (const v of h11(-1))
                _.l(t, 'v', v);
            break;
    }
}
