// A dyn wrapper: one class per trait, and the vtable decides what runs.
import { asyncTrait, dynTrait } from 'boxless';

interface Entry {
  key: string;
}

interface KvIterator {
  next(): Promise<Entry | null>;
  seek(key: string): Promise<void>;
  /** An argument may be left out: all are passed on as they come. */
  take(limit?: number): Promise<Entry[]>;
  peek?(): Promise<Entry>;
  close(): void;
  readonly size: number;
}

export const DynKvIterator = dynTrait<KvIterator>();
