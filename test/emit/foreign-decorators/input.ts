// Decorators of others get the public function and the class as natively: ours are the innermost.
import { asyncTrait } from 'boxless';
import { injectable, logged } from './mine';

@injectable
export class Service {
  @logged
  @asyncTrait
  async load(): Promise<number> {
    return 1;
  }
}

// Whoever lowers decorators gives each the method that the class has at last.
export class Twice {
  @logged
  @asyncTrait
  // @ts-ignore
  async load(): Promise<number> {
    return 1;
  }

  @asyncTrait
  // @ts-ignore
  async load(): Promise<number> {
    return 2;
  }
}
