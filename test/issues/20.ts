// tasks: single
// strict: true
// lowered: false
// The head of `for await` mentions a variable of its pattern, which awaits. Found in mode default, plan none; seed 301, batch 81, program 40
/** @asyncTrait */ async function main(t) {
  const later = [];
  for await (const { p: [z] = [await _.get(t, 1)], ...y } of [(later.push(() => [z, y]), {})]) {
    _.l(t, z, y);
  }
  try {
    _.l(t, later[0]());
  } catch (e) {
    _.l(t, e.message);
  }
  for await (const { p: x = await _.get(t, 2) } of _.ai(t, x)) _.l(t, x);
}
