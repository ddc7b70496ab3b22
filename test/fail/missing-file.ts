// run: expand no-such-file.ts
