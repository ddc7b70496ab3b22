/** Runs a `main` and tells what happened. */
import type { Main } from './compile';
import type { Env } from './env';
import type { Plan } from './run';
import type { Flavour } from './grammar/context';
import { withErrorsWorded } from './show';

export const PLANS: readonly Plan[] = ['ready', 'later', 1, 2, 3, 4, 5, 6];

/** Turns without anything to wait for, after which a task that has not ended never will. */
const IDLE = 4;

export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Lines `task|what happened`, or `task@tick|...`. */
export interface Played {
  readonly lines: readonly string[];
  readonly ticked: readonly string[];
}

/** What `difference` looks for: checked mode has reported a frame that nobody awaited. */
export const LEAK = '0|leak';

export async function play(main: Main, env: Env, flavour: Flavour, plan: Plan): Promise<Played> {
  env.reset(plan);
  const { error: print } = console;
  console.error = (...words: unknown[]): void => {
    const { code, message } = (words[0] ?? {}) as { code?: unknown; message?: string };
    if (code !== 'BOXLESS_LEAK') print(...words);
    // A program may drop a stream in the middle.
    else if (!message!.startsWith('A stream')) env.l(0, 'leak', message);
  };
  try {
    return await withErrorsWorded(() => played(main, env, flavour));
  } finally {
    console.error = print;
  }
}

async function played(main: Main, env: Env, flavour: Flavour): Promise<Played> {
  const tasks = flavour === 'single' ? [1] : [1, 2, 3];
  let running = tasks.length;
  for (const t of tasks) {
    const end = (word: string) => (value: unknown): void => {
      env.l(t, word, value);
      running--;
    };
    try {
      main(t).then(end('result'), end('error'));
    } catch (error) {
      end('threw')(error);
    }
  }
  for (let idle = 0; running > 0 && idle < IDLE; idle++) {
    await turn();
    const next = env.waiting.shift();
    if (next === undefined) continue;
    idle = 0;
    env.observe();
    next();
  }
  if (running > 0) env.l(0, 'never ends', running);
  // Tasks nobody waited for come to their end.
  for (let idle = 0; flavour === 'mixed tasks' && idle < IDLE; idle++) {
    await turn();
    const next = env.waiting.shift();
    if (next !== undefined) idle = 0;
    env.observe();
    next?.();
  }
  env.finish();
  return { lines: env.events.map(({ t, text }) => `${t}|${text}`), ticked: env.events.map(({ t, tick, text }) => `${t}@${tick}|${text}`) };
}
