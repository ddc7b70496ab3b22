/** The same decorator under `experimentalDecorators`. */
import { asyncTrait } from 'boxless';

@asyncTrait
export class Legacy {
  @asyncTrait
  async m(x: number): Promise<number> {
    return x;
  }
  @asyncTrait({ scheduling: 'microtask' })
  static async s(): Promise<void> {}
  @asyncTrait({ exclusive: true, pool: { max: 2, onExhausted: 'throw', scope: 'class' } })
  async limited(): Promise<void> {}
  @asyncTrait({ reuse: 'await-once' })
  async once(): Promise<void> {}
  // @ts-expect-error no such value
  @asyncTrait({ returns: 'native' })
  async native(): Promise<void> {}
  // @ts-expect-error not async
  @asyncTrait
  sync(): number {
    return 1;
  }
}
