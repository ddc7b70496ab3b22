// Modules that import one another see a function before the module that declares it has begun.
import { asyncTrait } from 'boxless';

/** @asyncTrait */
export async function load(key: string, ...more: string[]): Promise<string> {
  return key;
}

/** @asyncTrait */
export default async function (): Promise<unknown> {
  return [asyncTrait, await load('x')];
}
