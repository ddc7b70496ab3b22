// options: { "compilerOptions": { "alwaysStrict": false } }
/** @asyncTrait */
async function count(xs) {
  var let = 0, n = 0;
  for (var x of xs) let
  n += await x;
  return n;
}
