// compilerOptions: { "experimentalDecorators": true, "emitDecoratorMetadata": true }
// The older dialect looks at parameters: their decorators and types stay, and the hidden parameter is not among them.
import { asyncTrait } from 'boxless';
import { inject, logged, Store } from './mine';

export class Service {
  @logged
  @asyncTrait
  async load(@inject store: Store, key: string): Promise<string> {
    return await store.get(key);
  }
}
