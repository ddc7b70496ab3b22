// `&&`, `||`, `??` and `?:` become branches where their right sides wait.
import { asyncTrait } from 'boxless';

class Choice {
  @asyncTrait
  async pick(f: () => Promise<number | null>): Promise<number> {
    const one = (await f()) ?? (await f()) ?? 0;
    return one > 0 && (await f()) ? one : 1;
  }
}
