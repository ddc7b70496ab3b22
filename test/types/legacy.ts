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
  // @ts-expect-error not async
  @asyncTrait
  sync(): number {
    return 1;
  }
}
