// tasks: single
// strict: true
// lowered: false
// tests that await see the variables of their switch
/** @asyncTrait */ async function main(t) {
    switch (undefined) {
        case await _.get(t, 3):
            async function h3(y = 1) { _.f(t); }
            break;
        case await _.get(t, typeof h3):
            await h3();
    }
    switch (3) {
        default: let a;
        case await _.get(t, a):
    }
}
