// A stream: its body stops at every yield, with the locals in its frame.
import { asyncTrait } from 'boxless';

class Range {
  constructor(private readonly to: number) {}

  @asyncTrait
  async *items(from = 0): AsyncGenerator<number, string, number | undefined> {
    for (let i = from; i < this.to; i++) {
      i += (yield i) ?? 0;
    }
    return await this.name();
  }

  /** A yield in a try: leaving the stream there runs the finally, which waits. */
  @asyncTrait
  async *watched(): AsyncGenerator<number> {
    try {
      yield* this.items();
    } finally {
      await this.name();
    }
  }

  @asyncTrait
  async name(): Promise<string> {
    return 'range';
  }
}
