// One way to print every suite's result: pass, regression, compiled, left native.
export function printResult(result, { show, verbose }) {
  const { baseline, pass, regressions, excused = {}, flaky = 0, notes = [], tally } = result;
  console.log(`${result.title}: baseline ${baseline}, pass ${pass}, regressions ${regressions.length}`
    + `${flaky ? `, failed once and passed again ${flaky}` : ''}  (${result.seconds.toFixed(1)} s)`);
  for (const note of notes) console.log(`  ${note}`);
  for (const [why, ids] of Object.entries(excused)) {
    if (!ids.length) continue;
    console.log(`  excused, ${why}: ${ids.length}`);
    for (const id of verbose ? ids : []) console.log(`      ${id}`);
  }
  printCounts('compiled', tally?.compiled);
  printCounts('left native', tally?.native);
  printCounts('diagnostics', tally?.diagnostics, true);
  for (const [message, ids] of grouped(regressions).slice(0, verbose ? Infinity : show)) {
    console.log(`  REGRESSION ${String(ids.length).padStart(5)}  ${message}`);
    for (const id of ids.slice(0, verbose ? Infinity : 3)) console.log(`      ${id}`);
  }
}

function printCounts(title, table = {}, onlyIfAny = false) {
  const entries = Object.entries(table).sort((a, b) => b[1] - a[1]);
  if (!entries.length && onlyIfAny) return;
  console.log(`  ${title}: ${entries.reduce((sum, [, n]) => sum + n, 0)}`);
  for (const [name, n] of entries.slice(0, 20)) console.log(`  ${String(n).padStart(8)}  ${name}`);
}

/** Failures with one message in common, most frequent first. */
function grouped(regressions) {
  const groups = new Map();
  for (const { id, message } of regressions) {
    const key = String(message ?? '').split('\n')[0].slice(0, 120);
    groups.set(key, [...groups.get(key) ?? [], id]);
  }
  return [...groups].sort((a, b) => b[1].length - a[1].length);
}
