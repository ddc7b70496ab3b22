// The head of a class belongs to the function around it.
import { asyncTrait } from 'boxless';

type Base = new () => object;

class Plugins {
  @asyncTrait
  async load(base: () => Promise<Base>, key: () => Promise<string>) {
    class Plugin extends (await base()) {
      [await key()]() {
        return 1;
      }
    }
    return new Plugin();
  }
}
