// run: expand generator.ts --schedule microtask
