import { asyncTrait } from 'boxless';

class Machine {
  @asyncTrait
  async step(kind: string): Promise<string> {
    switch (kind) {
      case 'a':
        await this.wait();
      case 'b':
        return 'b';
      default:
        return await this.wait();
    }
  }

  @asyncTrait
  async wait(): Promise<string> {
    return 'waited';
  }
}
