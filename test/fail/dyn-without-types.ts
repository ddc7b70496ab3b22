import { dynTrait } from 'boxless';

interface Source {
  next(): Promise<number>;
}

export const DynSource = dynTrait<Source>();
