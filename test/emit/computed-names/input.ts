// A computed name is evaluated once; of several members of one name the last wins, also where that shows only at run time.
import { asyncTrait } from 'boxless';

export class Resource {
  @asyncTrait
  async [Symbol.asyncDispose](): Promise<void> {
    this.open = false;
  }

  get [`is${'Open'}`](): boolean {
    return this.open;
  }

  private open = true;
}
