// A stream that a frame cannot keep: a generator underneath, which says where it waits.
import { asyncTrait } from 'boxless';

class Counting {
  @asyncTrait
  async *each(rows: AsyncIterable<string>): AsyncGenerator<() => number, string> {
    let n = arguments.length;
    for await (const row of rows) {
      n += await this.size(row);
      yield () => n++;
    }
    yield* [() => n];
    return `${n} in all`;
  }

  @asyncTrait
  async size(row: string): Promise<number> {
    return row.length;
  }
}
