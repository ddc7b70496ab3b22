// run: report generator.ts no-such-file.ts not-async.ts
