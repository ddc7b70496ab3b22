// run: exapnd generator.ts
