// A cancellation passes every `catch` by, as a `return` does; `finally` blocks run.
import { asyncTrait } from 'boxless';

class Reader {
  @asyncTrait
  async read(from: { get(): Promise<string> }): Promise<string> {
    try {
      return await from.get();
    } catch (error) {
      return String(error);
    }
  }

  @asyncTrait
  async code(from: { get(): Promise<string> }): Promise<number> {
    try {
      await from.get();
    } catch ({ code }: any) {
      return code;
    } finally {
      console.log('read');
    }
    return 0;
  }
}
