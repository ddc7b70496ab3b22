// What a frame cannot keep: a generator does.
import { asyncTrait } from 'boxless';

class Counting {
  @asyncTrait
  async run(f: () => Promise<void>): Promise<number> {
    let n = 0;
    const increment = () => n++;
    await f();
    increment();
    return n;
  }
}
