// frame: 2
/** What a method under test awaits, and the ways it is tried. Compiled together with the case, in the same way. */
import { asyncTrait } from 'boxless';

export type Log = (...words: unknown[]) => void;

/** How one call of `leaf.get` turns out. */
export type Outcome = 'ready' | 'soon' | 'later' | 'throws' | 'rejects';

export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The leaf of all awaits: logs each call and turns out as the plan says. */
export class Leaf {
  calls = 0;

  constructor(
    readonly log: Log,
    private readonly plan: readonly Outcome[],
    private readonly others: Outcome,
  ) {}

  @asyncTrait
  async get(value: any = undefined): Promise<any> {
    const outcome = this.plan[this.calls++] ?? this.others;
    this.log('get', value);
    if (outcome === 'soon') await Promise.resolve();
    if (outcome === 'later' || outcome === 'rejects') await turn();
    if (outcome === 'throws' || outcome === 'rejects') throw new Error(`no ${typeof value === 'function' ? value.name : String(value)}`);
    return value;
  }
}

/** A class of methods under test: each is called without arguments on a fresh instance. */
export abstract class Case {
  constructor(
    readonly leaf: Leaf,
    readonly log: Log,
  ) {}

  /** Logs and returns: for the order of evaluation. */
  note<T>(value: T): T {
    this.log('note', value);
    return value;
  }
}

type CaseClass = { new (leaf: Leaf, log: Log): object; readonly name: string; readonly prototype: object };

interface Way {
  readonly name: string;
  readonly call: (instance: any, method: string) => Promise<unknown>;
}

class Computed {
  @asyncTrait
  async drive(instance: any, method: string): Promise<unknown> {
    await undefined;
    return await instance[method]();
  }
}

/** How the method is reached: as a promise, by a poll of its name, by a poll of the function. */
const WAYS: readonly Way[] = [
  { name: 'public', call: (instance, method) => instance[method]() },
  { name: 'polled', call: (instance, method) => new (require(`drive:${method}`).Driver)().drive(instance) },
  { name: 'computed', call: (instance, method) => new Computed().drive(instance, method) },
];

const MOST = 7;

/** Every way the first leaves can turn out that tells something: all alike, alternating, and each one failing. */
function plansFor(calls: number): [Outcome[], Outcome][] {
  const plans: [Outcome[], Outcome][] = [[[], 'ready'], [[], 'later'], [[], 'soon']];
  const many = Math.min(calls, MOST);
  for (let one = 0; one < many; one++) {
    const at = (outcome: Outcome, others: Outcome): [Outcome[], Outcome] => [[...Array<Outcome>(one).fill(others), outcome], others];
    plans.push(at('later', 'ready'), at('ready', 'later'), at('throws', 'ready'), at('rejects', 'ready'), at('throws', 'later'), at('rejects', 'later'));
    plans.push([[...Array<Outcome>(one).fill('ready'), 'rejects', 'throws'], 'ready']);
  }
  return plans;
}

/** Helpers begin with an underscore. */
function methodsOf(prototype: object): string[] {
  const members = Object.entries(Object.getOwnPropertyDescriptors(prototype));
  return members.filter(([name, { value }]) => name !== 'constructor' && !name.startsWith('_') && typeof value === 'function').map(([name]) => name);
}

/** Runs every public method of the classes with every plan, in every way, one after the other. */
export async function matrix(log: Log, ...classes: CaseClass[]): Promise<void> {
  for (const tested of classes) {
    const methods = methodsOf(tested.prototype);
    for (const method of methods) {
      for (const way of WAYS) {
        const first = new Leaf(() => {}, [], 'ready');
        await way.call(new tested(first, () => {}), method).catch(() => {});
        for (const [plan, others] of plansFor(first.calls)) {
          log(`${tested.name}.${method}, ${way.name}:`, [...plan, others].join(' '));
          const leaf = new Leaf(log, plan, others);
          try {
            log('result', await way.call(new tested(leaf, log), method));
          } catch (error) {
            log('error', error);
          }
        }
      }
    }
  }
}
