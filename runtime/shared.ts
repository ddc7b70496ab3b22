/**
 * One runtime per realm and ABI version, however many copies of the package are installed.
 *
 * Two copies of the runtime would each have their own `pending` sentinel and would take each other's frames for plain
 * values. So everything that compiled code of two packages must agree on is made once and kept on `globalThis` under a
 * registered symbol that carries the ABI version. A copy with another version finds nothing there, and its classes'
 * poll entries stand under other symbols: to us its methods are ordinary methods that return promises.
 */
export const ABI = 1;

const registryKey = Symbol.for(`boxless.runtime/${ABI}`);

type Registry = Record<string, unknown>;

/** Returns what an earlier copy of the runtime made under `name`, or makes it. */
export function once<T>(name: string, make: () => T): T {
  const realm = globalThis as unknown as Record<symbol, Registry | undefined>;
  let registry = realm[registryKey];
  if (registry === undefined) {
    registry = Object.create(null) as Registry;
    Object.defineProperty(realm, registryKey, { value: registry });
  }
  if (!(name in registry)) registry[name] = make();
  return registry[name] as T;
}
