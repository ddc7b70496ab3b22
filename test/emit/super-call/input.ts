import { asyncTrait } from 'boxless';

class Base {
  @asyncTrait
  async next(): Promise<number> {
    return 1;
  }
}

class Derived extends Base {
  @asyncTrait
  override async next(): Promise<number> {
    return (await super.next()) + 1;
  }
}
