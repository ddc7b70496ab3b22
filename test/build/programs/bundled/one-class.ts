import { asyncTrait } from 'boxless';
import { print, Rows } from './rows.js';

@asyncTrait
class Total {
  async of(rows: { next(): Promise<number | null> }): Promise<number> {
    let sum = 0;
    for (;;) {
      const row = await rows.next();
      if (row === null) return sum;
      sum += row;
    }
  }
}

print(new Total().of(new Rows()));
