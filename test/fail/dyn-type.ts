// types
import { dynTrait } from 'boxless';

interface Source {
  next(): Promise<number>;
}

interface Callable extends Source {
  (): Promise<number>;
}

interface Newable extends Source {
  new (): Source;
}

dynTrait();
dynTrait<any>();
dynTrait<Callable>();
dynTrait<Newable>();
dynTrait<Record<string, Source>>();
dynTrait<Source | Promise<Source>>();
dynTrait<{}>();
export const of = <T extends Source>() => dynTrait<T>();
