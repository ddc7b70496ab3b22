/** In place of is-error.ts in bundles for browsers: before `Error.isError` nobody tells a Proxy there. */
export function isError(value: unknown): value is Error {
  return (Error as { isError?: (value: unknown) => boolean }).isError?.(value) ?? value instanceof Error;
}
