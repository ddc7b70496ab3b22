// Only what is used after an await is put into the frame.
import { asyncTrait } from 'boxless';

class Pair {
  @asyncTrait
  async read(get: (key: string) => Promise<number>): Promise<number> {
    const unused = 'before';
    const first = await get(unused);
    const second = await get('b');
    return first + second;
  }
}
