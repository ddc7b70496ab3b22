// A loop over a stream: polled where it can be, closed on every way out.
import { asyncTrait } from 'boxless';

class Reader {
  @asyncTrait
  async find(rows: AsyncIterable<string>, wanted: string): Promise<string | undefined> {
    for await (const row of rows) {
      if (row.startsWith(wanted)) return row;
    }
    return undefined;
  }
}
