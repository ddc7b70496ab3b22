/** Is a value that is thrown an error with a stack of its own? A Proxy is none, and must not notice that somebody asks. */
import { once } from './shared';

interface Realm {
  readonly Error: { readonly isError?: (value: unknown) => boolean };
  readonly process?: { readonly getBuiltinModule?: (name: string) => unknown };
}

/** Only where neither the language nor Node tells (other engines before `Error.isError`), a Proxy is asked for its prototype. */
export const isError = once('isError', () => {
  const { Error: errors, process } = globalThis as unknown as Realm;
  const node = process?.getBuiltinModule?.('node:util') as { types: { isProxy(value: unknown): boolean } } | undefined;
  return (errors.isError ?? ((value) => !node?.types.isProxy(value) && value instanceof Error)) as (value: unknown) => value is Error;
});
