import { asyncTrait } from 'boxless';
import type { AnyDatabase, Database, User } from './database.js';

/**
 * A database with another in front of it. It knows neither class: both come as dyn wrappers, so this class is compiled once and
 * each call in it sees one class, whatever is composed.
 */
export class CachedDatabase implements Database, AsyncDisposable {
  hits = 0;
  misses = 0;

  constructor(
    private readonly cache: AnyDatabase,
    private readonly database: AnyDatabase,
  ) {}

  get name(): string {
    return `${this.cache.name} in front of ${this.database.name}`;
  }

  @asyncTrait
  async getUser(id: string): Promise<User | undefined> {
    const known = await this.cache.getUser(id);
    if (known !== undefined) {
      this.hits++;
      return known;
    }
    this.misses++;
    const user = await this.database.getUser(id);
    if (user !== undefined) await this.cache.putUser(user);
    return user;
  }

  @asyncTrait
  async putUser(user: User): Promise<void> {
    await this.database.putUser(user);
    await this.cache.putUser(user);
  }

  /** Only the database behind knows everybody. */
  @asyncTrait
  async query<T>(prefix: string, select: (user: User) => T, limit?: number): Promise<T[]> {
    return await this.database.query(prefix, select, limit);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cache[Symbol.asyncDispose]();
    await this.database[Symbol.asyncDispose]();
  }
}
