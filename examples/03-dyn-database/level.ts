import { asyncTrait } from 'boxless';
import { ClassicLevel } from 'classic-level';
import type { Database, User } from './database.js';

/** Sorts behind every character an id may have. */
const LAST = '\uffff';

/** Users in a LevelDB database, as JSON under their id. Every call waits for it. */
export class LevelDatabase implements Database, AsyncDisposable {
  readonly name = 'LevelDB';
  private readonly level: ClassicLevel;

  /** Opens the database in `folder`, or makes it there. */
  constructor(folder: string) {
    this.level = new ClassicLevel(folder);
  }

  @asyncTrait
  async getUser(id: string): Promise<User | undefined> {
    const text = await this.level.get(id);
    return text === undefined ? undefined : JSON.parse(text);
  }

  @asyncTrait
  async putUser(user: User): Promise<void> {
    await this.level.put(user.id, JSON.stringify(user));
  }

  @asyncTrait
  async query<T>(prefix: string, select: (user: User) => T, limit = Infinity): Promise<T[]> {
    const rows = await this.level.iterator({ gte: prefix, lt: prefix + LAST, limit }).all();
    return rows.map(([, text]) => select(JSON.parse(text)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.level.close();
  }
}
