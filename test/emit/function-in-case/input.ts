/** Async functions declared in a `case`: every clause sees them, the value that is switched on does not. */
import { asyncTrait } from 'boxless';
export const open = (name: string): unknown => name;

export function reader(kind: number): unknown {
  choose: switch (kind) {
    case 0:
      return read;
    /** @asyncTrait */
    async function read(name: string): Promise<unknown> {
      return await open(name);
    }
    // stands below
    default:
      if (kind > 9) break choose;
      return read('x');
  }
  return asyncTrait;
}

/** @asyncTrait */
export const waiting = async (kind: number): Promise<unknown> => {
  switch (await open('kind')) {
    case kind:
      const name = 'x';
      return read;
    /** @asyncTrait */
    async function read(): Promise<unknown> {
      return name;
    }
  }
  return undefined;
};
