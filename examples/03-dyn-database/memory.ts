import { asyncTrait } from 'boxless';
import type { Database, User } from './database.js';

/** Users in a Map: nothing ever waits. With a capacity it forgets whom nobody has put for longest, as a cache may. */
export class MemoryDatabase implements Database {
  readonly name = 'memory';
  private readonly users = new Map<string, User>();

  constructor(private readonly capacity = Infinity) {}

  @asyncTrait
  async getUser(id: string): Promise<User | undefined> {
    return this.users.get(id);
  }

  @asyncTrait
  async putUser(user: User): Promise<void> {
    // A Map keeps its keys in the order they were added: this one goes to the end.
    this.users.delete(user.id);
    this.users.set(user.id, user);
    if (this.users.size <= this.capacity) return;
    const [oldest] = this.users.keys();
    this.users.delete(oldest);
  }

  @asyncTrait
  async query<T>(prefix: string, select: (user: User) => T, limit = Infinity): Promise<T[]> {
    const ids = [...this.users.keys()].filter((id) => id.startsWith(prefix)).sort();
    return ids.slice(0, limit).map((id) => select(this.users.get(id)!));
  }
}
