import { asyncTrait } from 'boxless';

class Batch {
  @asyncTrait
  async all(rows: Record<string, number>): Promise<number> {
    let sum = 0;
    for (const key in rows) sum += await this.get(key);
    return sum;
  }

  @asyncTrait
  async get(key: string): Promise<number> {
    return key.length;
  }
}
