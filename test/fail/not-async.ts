import { asyncTrait } from 'boxless';

export class Cursor {
  @asyncTrait
  next(): number {
    return 1;
  }

  @asyncTrait
  get key(): string {
    return '';
  }

  @asyncTrait
  value = async (): Promise<string> => '';

  @asyncTrait
  limit = 1;

  /** @asyncTrait */
  size(): number {
    return 1;
  }

  /** @asyncTrait */
  count = 1;
}

/** @asyncTrait */
export function read(): number {
  return 1;
}

/** @asyncTrait */
export const one = 1, two = (): number => 2;

export const store = {
  /** @asyncTrait */
  load(): number {
    return 1;
  },
};

/** What only describes is no mistake. */
export abstract class Described {
  /** @asyncTrait */
  abstract next(): Promise<number>;
  /** @asyncTrait */
  load(): Promise<number>;
  async load(key = ''): Promise<number> {
    return key.length;
  }
  /** @asyncTrait */
  read = async (): Promise<number> => 1;
}
