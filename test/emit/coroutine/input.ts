// What a frame cannot keep: a generator does.
import { asyncTrait } from 'boxless';

class Counting {
  @asyncTrait
  async run(f: () => Promise<void>): Promise<number> {
    await f();
    return arguments.length;
  }
}
