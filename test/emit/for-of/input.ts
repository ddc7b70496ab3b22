// A loop over an iterator, entered again in the middle.
import { asyncTrait } from 'boxless';

class Batch {
  @asyncTrait
  async all(keys: Iterable<string>): Promise<string[]> {
    const found: string[] = [];
    for (const key of keys) found.push(await this.get(key));
    return found;
  }

  @asyncTrait
  async get(key: string): Promise<string> {
    return key;
  }
}
