import { asyncTrait } from 'boxless';
import { print, Rows } from './rows.js';

@asyncTrait
class Table {
  constructor(private readonly rows: Rows) {}

  async *items(): AsyncGenerator<number, void, void> {
    for (let row = await this.rows.next(); row !== null; row = await this.rows.next()) yield row;
  }

  async total(): Promise<number> {
    let sum = 0;
    for await (const row of this.items()) sum += row;
    return sum;
  }
}

print(new Table(new Rows()).total());
