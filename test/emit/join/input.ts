// The calls in `join` and `race` are polled; what has to wait is waited for together.
import { asyncTrait, join, race } from 'boxless';

class Page {
  @asyncTrait
  async load(id: string): Promise<string[]> {
    return await join(this.user(id), this.rights(id.trim()), 'constant');
  }

  @asyncTrait
  async first(promise: Promise<string>): Promise<string> {
    return await race(this.user('a'), promise);
  }

  @asyncTrait
  async user(id: string): Promise<string> {
    return `user ${id}`;
  }

  @asyncTrait
  async rights(id: string): Promise<string> {
    return `rights ${id}`;
  }
}
