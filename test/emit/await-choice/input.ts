// Whichever call it is, it is polled.
import { asyncTrait } from 'boxless';

interface Source {
  next(): Promise<number>;
}

class Either {
  constructor(private readonly first: Source, private readonly second: Source, private readonly known?: number) {}

  @asyncTrait
  async next(isFirst: boolean): Promise<number> {
    return await (isFirst ? this.first.next() : this.second.next());
  }

  @asyncTrait
  async unlessKnown(): Promise<number> {
    const value = await (this.known ?? this.first.next());
    return value;
  }
}
