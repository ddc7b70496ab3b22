// Every way out is noted, the finally runs, and the way is taken.
import { asyncTrait } from 'boxless';

class Locked {
  @asyncTrait
  async run(work: () => Promise<number>): Promise<number> {
    try {
      return await work();
    } finally {
      await this.unlock();
    }
  }

  @asyncTrait
  async unlock(): Promise<void> {}
}
