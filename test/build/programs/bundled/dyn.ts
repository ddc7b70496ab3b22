import { asyncTrait, dynTrait } from 'boxless';
import { print, Rows } from './rows.js';

interface Source {
  next(): Promise<number | null>;
}

const DynSource = dynTrait<Source>();

@asyncTrait
class Total {
  async of(rows: Source): Promise<number> {
    let sum = 0;
    for (;;) {
      const row = await rows.next();
      if (row === null) return sum;
      sum += row;
    }
  }
}

print(new Total().of(DynSource.from(new Rows())));
