import { asyncTrait } from 'boxless';

const max = 3;

@asyncTrait({ pool: { max } })
export class Cursor {
  @asyncTrait({ pool: 3 })
  async a(): Promise<void> {}

  @asyncTrait({ pool: { max: 0 } })
  async b(): Promise<void> {}

  @asyncTrait({ pool: { max: 1.5, onExhausted: 'block', scope: 'module' } })
  async c(): Promise<void> {}

  @asyncTrait({ pool: { maximum: 3 } })
  async d(): Promise<void> {}

  @asyncTrait({ pool: { onExhausted: 'throw' } })
  async e(): Promise<void> {}

  @asyncTrait({ exclusive: 'yes' })
  async f(): Promise<void> {}

  @asyncTrait({ reuse: 'always' })
  async g(): Promise<void> {}

  @asyncTrait({ returns: 'Promise' })
  async h(): Promise<void> {}

  /** @asyncTrait { exclusiv: true } */
  async i(): Promise<void> {}

  /**
   * Reads on.
   * @asyncTrait({
   *   pool: { max: -1 },
   * })
   */
  async j(): Promise<void> {}
}
