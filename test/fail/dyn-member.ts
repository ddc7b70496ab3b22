// types
import { dynTrait } from 'boxless';

declare const outside: { readonly key: unique symbol };

export abstract class Source {
  private row = 0;
  protected rows = [0];
  #secret = 1;
  inner = this.#secret;
  abstract next(): Promise<number>;
  abstract [outside.key](): Promise<void>;
  count(): number {
    return this.row + this.rows.length;
  }
}

export const DynSource = dynTrait<Source>();
