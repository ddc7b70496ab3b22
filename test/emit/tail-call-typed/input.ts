// typed
// Where there are types, only a call that may give a promise is polled at the end of a method.
import { asyncTrait } from 'boxless';

type Loaded<T> = T | Promise<T>;

@asyncTrait
class Table<T> {
  constructor(private readonly rows: Map<string, string>, private readonly load: (key: string) => Loaded<T>, private readonly parse: (row: any) => any) {}

  async get(key: string) {
    return this.load(key);
  }

  async has(key: string) {
    return this.rows.has(key);
  }

  async parsed(key: string) {
    return this.parse(this.rows.get(key));
  }

  async trimmed(key: string) {
    return this.rows.get(key)?.trim() ?? key.trim();
  }
}
