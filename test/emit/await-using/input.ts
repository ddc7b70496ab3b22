// A generator has no `await`, so TypeScript must find no `await using` in it.
import { asyncTrait } from 'boxless';

export class Store {
  @asyncTrait
  async read(key: string): Promise<string> {
    await using file = await this.open(key);
    using lock = this.lock(key);
    return lock.name + (await file.text());
  }
}
