/** Calls of the program's own async functions: `this.m0(t, ...)`, `super.m1(t, ...)`, `f0(t, ...)` ... */
import { fixed, type Tree } from '../tree';
import type { Choice, Context } from './context';
import { args, value } from './expressions';

export const METHODS = ['m0', 'm1', 'm2'] as const;
export const FUNCTIONS = ['f0§', 'f1§', 'r0§'] as const;
/** Instances at the top of every program. */
export const OBJECTS = ['a§', 'b§', 'o§'] as const;

/** The call itself, without `await`. */
export function callOf(context: Context, choice: Choice): Tree {
  const rest = (): Tree => args({ ...context, depth: context.depth + 2 }, choice, 2);
  const name = choice.call(METHODS);
  const local = context.functions.filter(({ kind }) => kind === 'async');
  const lone = (): string => choice.call(OBJECTS);
  return choice.weighted<Tree>([
    [context.self === 'instance' || context.self === 'object' ? 8 : 0, () => fixed('call of this')`this.${name}(t, ${rest()})`],
    [context.self === 'static' ? 4 : 0, () => fixed('call of this')`this.${choice.call(['s0'])}(t, ${rest()})`],
    [context.hasSuper && context.self === 'instance' ? 5 : 0, () => fixed('call of super')`super.${name}(t, ${rest()})`],
    [context.hasPrivate ? 4 : 0, () => fixed('call of a private method')`this.${choice.call(['#p'])}(t, ${rest()})`],
    [6, () => fixed('call of an object')`${lone()}.${name}(t, ${rest()})`],
    [1, () => fixed('call of an object')`${lone()}['${name}'](t, ${rest()})`],
    [1, () => fixed('call by a computed name')`${lone()}[_.k(t, '${name}')](t, ${rest()})`],
    [1, () => fixed('call by a computed name')`${lone()}[${value({ ...context, depth: context.depth + 3 }, choice)}](t, ${rest()})`],
    [1, () => fixed('optional call')`${lone()}?.${name}(t, ${rest()})`],
    [1, () => fixed('optional call')`${lone()}.${choice.pick([...METHODS, 'none'])}?.(t, ${rest()})`],
    [2, () => fixed('call behind a question')`_.or(t, ${lone()})?.${name}(t, ${rest()})`],
    [1, () => fixed('call behind a question')`_.or(t, { o: _.or(t, ${lone()}) })?.o${choice.pick(['', '?'])}.${name}(t, ${rest()})`],
    [1, () => fixed('call behind a question')`_.or(t, ${lone()})?.[_.k(t, '${name}')]${choice.pick(['', '?.'])}(t, ${rest()})`],
    [1, () => fixed('call behind a question')`_.or(t, ${lone()})?.${choice.pick([...METHODS, 'none'])}?.(t, ${rest()})`],
    [1, () => fixed('optional call')`${choice.call(FUNCTIONS)}?.(t, ${rest()})`],
    [1, () => fixed('borrowed call')`${lone()}.${name}.call(${lone()}, t, ${rest()})`],
    [2, () => fixed('call of a static method')`${choice.call(['A§', 'B§'])}.${choice.call(['s0'])}(t, ${rest()})`],
    [4, () => fixed('call of a function')`${choice.call(FUNCTIONS)}(t, ${rest()})`],
    [local.length > 0 ? 6 : 0, () => fixed('call of a local function')`${choice.pick(local).name}(${rest()})`],
  ]);
}
