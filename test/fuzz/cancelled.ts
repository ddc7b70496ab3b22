/** Programs that are cancelled where they wait. As frames they must do what they do as generators, on which the engine calls `return()`. */
import type { PooledFuture } from 'boxless';
import * as ts from 'typescript';
import { programsOf } from './batch';
import { compile, environment, evaluate, type Main } from './compile';
import type { Env } from './env';
import { dialectOf, MODES, type Dialect, type Mode } from './modes';
import { turn } from './play';
import type { Plan } from './run';
import { withErrorsWorded } from './show';
import { print } from './tree';

const PLANS: readonly Plan[] = ['later', 1, 2, 3];
/** In which turn a program is cancelled. */
const TURNS = [0, 1, 2, 4, 7];
/** Turns without anything to wait for, after which a program has nothing left to do. */
const IDLE = 5;

export interface Cancelled {
  runs: number;
  /** Runs that ended with an AbortError. */
  aborted: number;
  frames: number;
  coroutines: number;
  readonly differences: string[];
}

/** `async f() { ... }`   ->   `async f() { arguments.length; ... }`, which makes a generator of it */
function asCoroutines(text: string): string {
  const file = ts.createSourceFile('program.ts', text, ts.ScriptTarget.ESNext, true);
  const places: number[] = [];
  const walk = (node: ts.Node): void => {
    const isOne = ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node) || ts.isMethodDeclaration(node);
    if (isOne && node.body !== undefined && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)) places.push(node.body.getStart() + 1);
    ts.forEachChild(node, walk);
  };
  walk(file);
  return places.reduceRight((made, at) => `${made.slice(0, at)} arguments.length; ${made.slice(at)}`, text);
}

interface Side { readonly main: Main; readonly env: Env }

function load(text: string, mode: Mode, dialect: Dialect, into: Cancelled): Side {
  const { code, report } = compile((dialect.isStrict ? "'use strict';\n" : '') + text, mode, dialect);
  for (const { strategy } of report.compiled) into[strategy === 'frame' ? 'frames' : 'coroutines']++;
  const env = environment(mode);
  env.reset('ready');
  return { env, main: evaluate(code, env, ['main_0'])[0]! };
}

async function play({ main, env }: Side, plan: Plan, cancelAt: number): Promise<string> {
  env.reset(plan);
  const future = main(1) as PooledFuture<unknown>;
  future.then((value) => env.l(1, 'result', value), (error: unknown) => env.l(1, 'error', error));
  for (let at = 0, idle = 0; idle < IDLE; at++) {
    if (at === cancelAt) future.cancel('in the test');
    await turn();
    const next = env.waiting.shift();
    idle = next === undefined ? idle + 1 : 0;
    next?.();
  }
  env.finish();
  return env.events.map(({ t, text }) => `${t}|${text}`).join('\n');
}

/** Runs the programs of a batch in both forms. */
export async function runCancelled(seed: number, batch: number, size: number): Promise<Cancelled> {
  const done: Cancelled = { runs: 0, aborted: 0, frames: 0, coroutines: 0, differences: [] };
  const mode = MODES.find(({ name }) => name === (batch % 2 === 0 ? 'default' : 'all'))!;
  const dialect = dialectOf(batch >> 1);
  for (const [index, { tree, flavour }] of programsOf({ seed, batch, size }).entries()) {
    if (flavour !== 'single') continue;
    const text = print(tree).replaceAll('§', '_0');
    let sides: Side[];
    try {
      sides = [text, asCoroutines(text)].map((form) => load(form, mode, dialect, done));
    } catch (error) {
      // The fuzzer without cancellations reports what does not load.
      if (error instanceof SyntaxError) continue;
      throw error;
    }
    for (const plan of PLANS) for (const at of TURNS) {
      const [frames, coroutines] = await withErrorsWorded(async () => [await play(sides[0]!, plan, at), await play(sides[1]!, plan, at)]);
      done.runs++;
      if (frames!.includes('AbortError')) done.aborted++;
      if (frames !== coroutines) done.differences.push(`batch ${batch}, program ${index}, plan ${plan}, cancelled in turn ${at}, mode ${mode.name}\nas frames:\n${frames}\nas coroutines:\n${coroutines}\n${text}`);
    }
  }
  return done;
}
