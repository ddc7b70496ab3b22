import { asyncTrait } from 'boxless';

declare const logged: (method: unknown) => void;
declare const bases: { next(): Promise<new () => object> };

export async function last(): Promise<unknown> {
  let Made: unknown;
  while ((Made = class extends (await bases.next()) {
    @asyncTrait
    async next(): Promise<number> {
      return 1;
    }
  }));
  return Made;
}

export class Twice {
  @logged
  @asyncTrait
  async next(): Promise<number> {
    return 1;
  }

  @asyncTrait
  async next(): Promise<number> {
    return 2;
  }
}
