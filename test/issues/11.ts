// tasks: single
// strict: true
// lowered: false
// the head of a `for await` sees its own variable, which never gets a value
/** @asyncTrait */ async function main(t) {
    for await (let c of [() => c]) {
        try {
            _.l(t, c());
        }
        catch (e) {
            _.l(t, 'caught', e);
        }
    }
    for await (const c of _.fn(t, c)) _.l(t, c);
}
