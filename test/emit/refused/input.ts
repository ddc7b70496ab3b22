// What is not compiled stays whole; only the decorator goes.
import { asyncTrait } from 'boxless';

class Mixed {
  @asyncTrait
  async dynamic(text: string): Promise<unknown> {
    return await eval(text);
  }

  @asyncTrait
  async compiled(): Promise<number> {
    return 1;
  }
}
