import { dynTrait, type Dyn } from 'boxless';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly visits: number;
}

/** The trait of this example: users by their id. Every call *may* wait; how often depends on what is behind it. */
export interface Database {
  readonly name: string;
  getUser(id: string): Promise<User | undefined>;
  putUser(user: User): Promise<void>;
  /** What `select` makes of the users whose id begins with `prefix`, in the order of their ids; of the first `limit`, if given. */
  query<T>(prefix: string, select: (user: User) => T, limit?: number): Promise<T[]>;
}

/**
 * Any database behind one class: `DynDatabase.from(impl)`. A place that calls databases of many classes sees one class, and the
 * vtable of the implementation's class decides what runs.
 *
 * With the plugin `dynTrait<Database>()` is enough: it reads the members from the type. Here they are told, so that the build
 * without the plugin runs too; TypeScript checks that none is missing. With the plugin the class is generated in either case.
 */
export const DynDatabase = dynTrait<Database>({ name: 'member', getUser: 'async', putUser: 'async', query: 'async' });

export type AnyDatabase = Dyn<Database>;
