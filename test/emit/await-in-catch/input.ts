// The handler runs behind the try, since a native one cannot be entered again.
import { asyncTrait } from 'boxless';

class Retry {
  @asyncTrait
  async get(once: () => Promise<number>): Promise<number> {
    try {
      return await once();
    } catch (error) {
      await this.log(error);
      return -1;
    }
  }

  @asyncTrait
  async log(_error: unknown): Promise<void> {}
}
