import { asyncTrait } from 'boxless';

/** @asyncTrait */
export async function declared(a: number): Promise<number> {
  return a;
}

/** @asyncTrait */
export const arrow = async (a: number, b: number): Promise<number> => a + b;

/** @asyncTrait */
export const expression = async function (): Promise<number> {
  return declared(arrow.length);
};
