import { asyncTrait } from 'boxless';

export class Cursor {
  @asyncTrait
  @asyncTrait({ scheduling: 'microtask' })
  async twice(): Promise<number> {
    return 1;
  }

  /** @asyncTrait */
  @asyncTrait
  async both(): Promise<number> {
    return 1;
  }

  @asyncTrait()
  async empty(): Promise<number> {
    return 1;
  }

  @asyncTrait({}, 1)
  async many(): Promise<number> {
    return 1;
  }
}

@asyncTrait
export class Nothing {
  next(): number {
    return 1;
  }
}

/** @asyncTrait */
export class Fields {
  read = async (): Promise<number> => 1;
}
