import { asyncTrait, Completer, join } from 'boxless';
import { print, Rows } from './rows.js';

@asyncTrait
class Pair {
  private readonly begun = new Completer<void>();

  async one(): Promise<number | null> {
    await this.begun.future;
    return await new Rows().next();
  }

  async two(): Promise<number> {
    this.begun.resolve();
    return 2;
  }

  async both(): Promise<unknown[]> {
    return await join(this.one(), this.two());
  }
}

print(new Pair().both());
