// run: annotate --write no-place-for-a-mark.ts
export const all = (keys: string[]) => Promise.all(keys.map(async (key) => await key));
