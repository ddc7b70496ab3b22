import { asyncTrait } from 'boxless';

@asyncTrait({ returns: 'promise' })
export class Cursor {
  @asyncTrait({ reuse: 'await-once' })
  async next(): Promise<void> {}
}

/** @asyncTrait { reuse: 'await-once', returns: 'promise' } */
export const load = async (): Promise<void> => {};
