// run: report direct-eval.ts no-such-file.ts not-async.ts
