// A method without an await: only the guard is added.
import { asyncTrait } from 'boxless';

export class Counter {
  private row = 0;

  /** The next row. */
  @asyncTrait
  async next(): Promise<number | null> {
    // counts
    return this.row < 10 ? this.row++ : null;
  }

  reset(): void {
    this.row = 0;
  }
}
