import { asyncTrait } from 'boxless';
import { Digest, type Digested } from '../01-kv-iterator/digest.js';
import type { Database } from './database.js';

const idOf = (index: number): string => `user-${String(index).padStart(5, '0')}`;

/** Which users come: the same sequence each time, the first ones far more often than the last. */
class Sequence {
  private state = 1;

  constructor(private readonly users: number) {}

  next(): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) ** 4 * this.users);
  }
}

/** Visits to a database of users, whatever it is made of. */
export class Visitors {
  private readonly ids: readonly string[];

  constructor(
    private readonly database: Database,
    private readonly users: number,
  ) {
    this.ids = Array.from({ length: users }, (_, index) => idOf(index));
  }

  @asyncTrait
  async register(): Promise<void> {
    for (const id of this.ids) await this.database.putUser({ id, name: id.toUpperCase(), visits: 0 });
  }

  /** Looks up one user after the other. */
  @asyncTrait
  async lookUp(visits: number): Promise<number> {
    const sequence = new Sequence(this.users);
    let found = 0;
    for (let visit = 0; visit < visits; visit++) {
      if ((await this.database.getUser(this.ids[sequence.next()])) !== undefined) found++;
    }
    return found;
  }

  /** Counts one visit after the other, and says what was read. */
  @asyncTrait
  async visit(visits: number): Promise<Digested> {
    const sequence = new Sequence(this.users);
    const digest = new Digest();
    for (let visit = 0; visit < visits; visit++) {
      const user = await this.database.getUser(this.ids[sequence.next()]);
      if (user === undefined) continue;
      digest.add(user.id, String(user.visits));
      await this.database.putUser({ ...user, visits: user.visits + 1 });
    }
    return digest.result();
  }

  /** What `lookUp` reads. */
  @asyncTrait
  async digest(visits: number): Promise<Digested> {
    const sequence = new Sequence(this.users);
    const digest = new Digest();
    for (let visit = 0; visit < visits; visit++) {
      const user = await this.database.getUser(this.ids[sequence.next()]);
      if (user !== undefined) digest.add(user.id, user.name);
    }
    return digest.result();
  }
}
