// Where a link is missing, the rest of the chain is not evaluated.
import { asyncTrait } from 'boxless';

class Cache {
  constructor(private readonly store: { get?(key: string): { rows: string[] } } | undefined) {}

  @asyncTrait
  async rows(key: () => Promise<string>) {
    return this.store?.get?.(await key()).rows;
  }

  @asyncTrait
  async first(source: { next(): Promise<string>; close?(): Promise<void> } | undefined) {
    const row = await source?.next();
    await source?.close?.();
    return row;
  }
}
