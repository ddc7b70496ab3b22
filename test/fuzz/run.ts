/** One run of a program: how its leaves turn out, planned by number so that it can be repeated, and what happened in it. */
export type Outcome = 'ready' | 'tick' | 'later' | 'throw' | 'reject';
export type Task = number;

/** How the leaves of a run turn out: all in one way, or mixed by a seed. */
export type Plan = 'ready' | 'tick' | 'later' | number;

const MIXED: readonly Outcome[] = ['ready', 'ready', 'ready', 'ready', 'ready', 'ready', 'ready', 'tick', 'tick', 'tick', 'later', 'later', 'later', 'ready', 'throw', 'reject'];

/** Ticks without an event after which the observer stops, to let macrotasks in. */
const PATIENCE = 24;

export class Run {
  /** Events: the task, the tick since the turn began, what happened. */
  events: { t: Task; tick: number; text: string }[] = [];
  /** What waits for a turn of its own. */
  waiting: (() => void)[] = [];
  protected plan: Plan = 'ready';
  private counters = new Map<string, number>();
  private fuel = new Map<Task, number>();
  private tick = 0;
  private quiet = 0;
  private observing = false;

  constructor(private readonly show: (value: unknown) => string) {}

  reset(plan: Plan): void {
    this.plan = plan;
    this.events = [];
    this.waiting = [];
    this.counters.clear();
    this.fuel.clear();
    this.observe();
  }

  /** Counts ticks from now on. */
  observe(): void {
    this.tick = this.quiet = 0;
    if (this.observing) return;
    this.observing = true;
    const count = (): void => {
      this.tick++;
      if (++this.quiet < PATIENCE) queueMicrotask(count);
      else this.observing = false;
    };
    queueMicrotask(count);
  }

  l(t: Task, ...words: unknown[]): void {
    this.quiet = 0;
    this.events.push({ t, tick: this.tick, text: words.map((word) => (typeof word === 'string' && word.length < 50 ? word : this.show(word))).join(' ') });
  }

  protected planned(t: Task, what: string): number {
    const key = t + what;
    const count = (this.counters.get(key) ?? 0) + 1;
    this.counters.set(key, count);
    let hash = (typeof this.plan === 'number' ? this.plan : 7) * 2654435761 + t * 40503 + count * 2246822519 + what.charCodeAt(0) * 3266489917;
    hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489917);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  protected outcome(t: Task, what: string): Outcome {
    return typeof this.plan === 'number' ? MIXED[this.planned(t, what) % MIXED.length]! : this.plan;
  }

  protected turn(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  f(t: Task, cost = 1): true {
    const left = (this.fuel.get(t) ?? 60) - cost;
    this.fuel.set(t, left);
    if (left < 0) throw new Error('fuel');
    return true;
  }

  b(t: Task): boolean {
    return this.planned(t, 'boolean') % 5 < 3;
  }

  n(t: Task, below: number): number {
    return this.planned(t, 'number') % below;
  }
}
