import { asyncTrait } from 'boxless';

@asyncTrait
class Cache {
  async #load(key: string): Promise<string> {
    return key;
  }

  async get(key: string): Promise<string> {
    return await this.#load(key);
  }

  static async open(): Promise<Cache> {
    return await Promise.resolve(new Cache());
  }
}
