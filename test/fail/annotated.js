// run: annotate annotated.js missing.js
export async function load() { await null; }
