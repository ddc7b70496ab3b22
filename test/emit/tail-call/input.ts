// What a method returns is its own value: a call that it ends with is polled, and needs no frame of the method.
import { asyncTrait } from 'boxless';

interface Store {
  get(key: string): Promise<string>;
}

@asyncTrait
class Cached {
  private readonly rows = new Map<string, string>();
  constructor(private readonly store: Store) {}

  async get(key: string): Promise<string> {
    return this.rows.get(key) ?? this.store.get(key);
  }

  async first(): Promise<string> {
    return this.store.get('first');
  }

  async either(test: () => Promise<boolean>): Promise<string> {
    return (await test()) ? this.#load('a') : this.store.get('b');
  }

  async #load(key: string): Promise<string> {
    try {
      return this.store.get(key);
    } finally {
      this.rows.clear();
    }
  }
}
