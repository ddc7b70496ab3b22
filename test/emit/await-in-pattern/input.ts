// Patterns that await are taken apart: key, target, value, default, assign.
import { asyncTrait } from 'boxless';

class Options {
  @asyncTrait
  async read(given: { port?: number; host: string; others: string[] }, fallback: () => Promise<number>) {
    const { host, port = await fallback(), ...rest } = given;
    let first: unknown;
    [first = await fallback()] = given.others;
    return [host, port, rest, first];
  }
}
