// run: expand not-async.ts
