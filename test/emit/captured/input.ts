// A variable that a closure and the code behind an await share, and that changes, is kept in a box.
import { asyncTrait } from 'boxless';

class Tasks {
  @asyncTrait
  async all(get: (i: number) => Promise<number>) {
    let done = 0;
    const finish = () => done++;
    const later: (() => number)[] = [];
    for (let i = 0; i < 3; i++) {
      later.push(() => i);
      await get(i);
      finish();
    }
    const total = await get(done);
    return [later, late()];

    function late() {
      return total + done;
    }
  }

  /** Nothing is written behind the await but by the closure itself: no box. */
  @asyncTrait
  async sum(get: () => Promise<number[]>) {
    let sum = 0;
    const list = await get();
    list.forEach((n) => (sum += n));
    return sum;
  }
}
