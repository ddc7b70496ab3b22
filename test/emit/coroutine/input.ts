// What a frame cannot keep: a generator does.
import { asyncTrait } from 'boxless';

class Counting {
  @asyncTrait
  async run(f: () => Promise<void>): Promise<number> {
    await f();
    return arguments.length;
  }

  // Arguments that await, and receivers of computed members, are evaluated once and before.
  @asyncTrait
  async load(store: Store, key: string): Promise<unknown[]> {
    const row = await store.get(await store.key(key), () => arguments.length);
    return [row, await store['get'](key)];
  }
}

interface Store { get(key: string, count?: () => number): Promise<unknown>; key(key: string): Promise<string>; }
