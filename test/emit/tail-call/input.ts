// What a method returns is its own value: a call that it ends with is polled, and needs no frame of the method.
import { asyncTrait } from 'boxless';

interface Store {
  get(key: string): Promise<string>;
}

class Base {
  /** @asyncTrait */
  async last(): Promise<string> {
    return 'last';
  }
}

@asyncTrait
class Cached extends Base {
  private readonly rows = new Map<string, string>();
  constructor(private readonly store: Store) {
    super();
  }

  async get(key: string): Promise<string> {
    return this.rows.get(key) ?? this.store.get(key);
  }

  async first(): Promise<string> {
    return this.store.get('first');
  }

  async either(test: () => Promise<boolean>): Promise<string> {
    return (await test()) ? this.#load('a') : this.store.get('b');
  }

  override async last(): Promise<string> {
    return super.last();
  }

  async #load(key: string): Promise<string> {
    try {
      return this.store.get(key);
    } finally {
      this.rows.clear();
    }
  }
}
