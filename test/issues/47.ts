// tasks: single
// strict: false
// lowered: false
// A chain in parentheses that is called keeps its object, and evaluates the arguments where it is cut short. Found by test262-asyncify, seed 3
/** @asyncTrait */ async function main(t) {
  const a = { b(x) { return [this === a, x]; }, o: { c(x) { return [this === a.o, x]; } }, async am(x) { return [this === a, await _.get(t, x)]; }, get d() { _.l(t, 'd'); return this.b; } };
  const tries = [
    async (o) => ((await _.get(t, o))?.b)(1),
    async (o) => ((await _.get(t, o))?.b)?.(1),
    async (o) => (o?.b)(await _.get(t, 2)),
    async (o) => (o?.b)?.(await _.get(t, 2)),
    async (o) => (o?.o.c)(await _.get(t, 3)),
    async (o) => ((await _.get(t, o))?.o.c)?.(3),
    async (o) => ((await _.get(t, o))?.o.c)(_.v(t, 4, 4)),
    async (o) => (o.b)?.(await _.get(t, 5)),
    async (o) => ((await _.get(t, o)).b)?.(5),
    async (o) => (o['b'])?.(await _.get(t, 6)),
    async (o) => (o?.[await _.get(t, 'd')])?.(6),
    async (o) => ((o)?.d)?.(await _.get(t, 7), _.v(t, 7, 7)),
    async (o) => await (o?.am)(8),
    async (o) => await (o?.am)(_.v(t, 8, 8)),
    async (o) => await (o?.am)?.(await _.get(t, 9)),
    async (o) => await ((await _.get(t, o))?.am)(9),
    async (o) => ((await _.get(t, o))?.b.bind(o))(10),
    async (o) => delete (o?.o)[await _.get(t, 'x')],
  ].map((f) => f);
  for (const [i, f] of tries.entries()) for (const o of [a, null]) try { _.l(t, i, await f(o)); } catch (e) { _.l(t, i, e); }
}
