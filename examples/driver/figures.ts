/** What one child process tells the driver; it crosses the process boundary, so plain data only. */

/** Everything measured about one job in one process. */
export interface Figures {
  job: string;
  items: number;
  /** Of every row the job yields, in order. Both processes must agree on it. */
  digest: string;
  nsPerItem: number;
  /** Null if the collector never kept still long enough to tell. */
  bytesPerItem: number | null;
  /** Time in the garbage collector during one run. */
  gcMsPerRun: number;
  /** The same work in hand-written code without async per row, or null where there is none. */
  byHandNsPerItem: number | null;
}

export type Message =
  | { kind: 'working'; job: string }
  | { kind: 'done'; figures: Figures[] };
