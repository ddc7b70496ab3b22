/** Destructuring: what is taken apart, and into what. */
import { expression, fixed, item, list, P, type Tree } from '../tree';
import { declare, type Choice, type Context } from './context';
import { target, value } from './expressions';

/** Something to iterate over: mostly what logs each step and whether it is closed. */
export function iterable(context: Context, choice: Choice): Tree {
  const wait = (of: Tree): Tree => (context.mayAwait && choice.once(3) ? expression('await', P.unary)`await _.get(t, ${of})` : of);
  return choice.weighted<Tree>([
    [6, () => wait(expression('iterable', P.call)`_.it(t, ${String(choice.below(4))})`)],
    [3, () => wait(expression('iterable')`[${value(context, choice)}, ${value(context, choice)}]`)],
    [1, () => expression('iterable')`'st'`],
  ]);
}

/** Something to take apart. */
export function source(context: Context, choice: Choice): Tree {
  return choice.weighted<Tree>([
    [3, () => iterable(context, choice)],
    [3, () => expression('object', P.call)`_.o(t)`],
    [context.mayAwait ? 2 : 0, () => expression('await', P.unary)`await _.get(t, ${choice.once(2) ? expression('object', P.call)`_.o(t)` : iterable(context, choice)})`],
    [1, () => value(context, choice)],
  ]);
}

type Leaf = () => Tree;

function pattern(context: Context, choice: Choice, depth: number, leaf: Leaf, rest: Leaf): Tree {
  const inside = (): Tree => (depth > 0 && choice.once(5) ? pattern(context, choice, depth - 1, leaf, rest) : leaf());
  const withDefault = (of: Tree): Tree => (choice.once(3) ? fixed('default in a pattern')`${of} = ${value(context, choice)}` : of);
  const many = choice.below(3) + 1;
  const last = (): Tree[] => (choice.once(5) ? [item('rest')`...${rest()}`] : []);
  if (choice.once(2)) {
    const parts = Array.from({ length: many }, () => (choice.once(8) ? item('hole')`` : item('element')`${withDefault(inside())}`));
    return fixed('array pattern')`[${list('items', [...parts, ...last()])}]`;
  }
  const key = (): Tree => choice.weighted<Tree>([
    [5, () => fixed('key')`${choice.pick(['p', 'q', 'g', 'length', 'missing'])}`],
    [2, () => fixed('computed key')`[${value(context, choice)}]`],
    [1, () => fixed('computed key')`[_.k(t, 'p')]`],
  ]);
  const parts = Array.from({ length: many }, () => item('property')`${key()}: ${withDefault(inside())}`);
  return fixed('object pattern')`{ ${list('items', [...parts, ...last()])} }`;
}

export function assignmentPattern(context: Context, choice: Choice, depth: number): Tree {
  const leaf = (): Tree => target(context, choice);
  return pattern(context, choice, depth, leaf, leaf);
}

/** A pattern that declares; its defaults are evaluated where its names are already in scope. */
export function bindingPattern(context: Context, choice: Choice, kind: 'var' | 'let' | 'const' | 'param' | 'catch', inside: Context = context): Tree {
  const leaf = (): Tree => fixed('name')`${declare(context, choice, kind)}`;
  return pattern(inside, choice, 1, leaf, leaf);
}
