// tasks: single
// strict: false
// lowered: false
// A generator is no place for arrow functions with a parameter `yield`. Found by reading
/** @asyncTrait */ async function main(t) {
  var yield = 1;
  const f = (yield) => yield + 1, g = ({ yield: a = 7, b = (yield, c = yield) => [yield, c] }) => [a, b(8)];
  const h = ([yield], ...rest) => { var yield; return (() => [yield, { yield }, function yield() { return yield.name; }()])(); }, i = (...yield) => ((yield) => yield)(yield.length);
  const j = ({ yield = 2 }, k = () => yield) => { var l = yield; yield++; return [yield, k(), l]; };
  const m = /** @asyncTrait */ async (yield) => { yield += await _.get(t, 3); return yield; };
  const n = async (yield) => yield + await _.get(t, 4);
  _.l(t, arguments.length, f(await _.get(t, 1)), g({}), h([2]), i(1, 2), j({}), yield, await m(1), await n(2));
}
