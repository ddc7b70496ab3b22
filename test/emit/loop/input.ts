// An await in a loop: a ready path with the loop as written, and a second function to resume in.
import { asyncTrait } from 'boxless';

class Concat {
  private current = 0;
  constructor(private readonly inputs: { next(): Promise<string | null> }[]) {}

  @asyncTrait
  async next(): Promise<string | null> {
    while (this.current < this.inputs.length) {
      const entry = await this.inputs[this.current]!.next();
      if (entry !== null) return entry;
      this.current++;
    }
    return null;
  }
}
