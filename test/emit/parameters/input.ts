// Defaults run after the guard; the hidden argument stands behind the written ones.
import { asyncTrait } from 'boxless';

class Page {
  @asyncTrait
  async read(from: number, count = from + 10, { step = 1 } = {}): Promise<number[]> {
    await this.seek(from);
    return [from, count, step];
  }

  @asyncTrait
  async readAll(first: number, ...others: number[]): Promise<number> {
    await this.seek(first);
    return others.length;
  }

  @asyncTrait
  private async seek(_row: number): Promise<void> {}
}
