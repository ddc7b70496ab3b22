/** Loops. Each ends by itself; `_.f(t)` ends the program if they are nested too deep. */
import { expression, fixed, P, statement, type Tree } from '../tree';
import { declare, inner, type Choice, type Context } from './context';
import { condition, reference, value } from './expressions';
import { bindingPattern, iterable } from './patterns';
import { block, statements } from './statements';

export function loop(context: Context, choice: Choice): Tree {
  const name = `L${context.labels.length}`;
  const isLabelled = choice.once(3);
  const inside: Context = { ...context, inLoop: true, inSwitch: false, labels: isLabelled ? [...context.labels, { name, isLoop: true }] : context.labels };
  const label = isLabelled ? `${name}: ` : '';
  return choice.weighted<Tree>([
    [5, () => forLoop(inside, choice, label)],
    [3, () => whileLoop(inside, choice, label)],
    [6, () => forOf({ ...inside, waitsOnLeaving: true }, choice, label)],
    [3, () => forIn(inside, choice, label)],
    [context.mayAwait ? 5 : 0, () => forAwait({ ...inside, waitsOnLeaving: true }, choice, label)],
  ]);
}

function forLoop(context: Context, choice: Choice, label: string): Tree {
  const head = inner(context);
  const kind = choice.pick(['let', 'let', 'let', 'var'] as const);
  const start = choice.once(3) ? value({ ...head, depth: head.depth + 3 }, choice) : expression('literal')`0`;
  const name = declare(head, choice, kind);
  const extra = choice.once(3) ? fixed('second variable')`, ${declare(head, choice, kind)} = ${value({ ...head, depth: head.depth + 3 }, choice)}` : fixed('no second variable')``;
  const limit = expression('limit', P.compare)`${name} < ${String(choice.below(3) + 1)}`;
  const test = choice.once(3) ? expression('limit', P.and)`${[limit, P.and]} && ${[condition({ ...head, depth: head.depth + 3 }, choice), P.bitor]}` : limit;
  const step = choice.weighted<Tree>([
    [3, () => expression('update', P.update)`${name}++`],
    [context.mayAwait ? 2 : 0, () => expression('await in a loop head', P.assign)`${name} += await _.get(t, 1)`],
    [1, () => expression('comma', P.comma)`${name}++, ${[value({ ...head, depth: head.depth + 4 }, choice), P.assign]}`],
  ]);
  return statement('for')`${label}for (${kind} ${name} = ${start}${extra}; _.f(t) && ${[test, P.bitor]}; ${[step, P.comma]}) ${block(head, choice)}`;
}

function whileLoop(context: Context, choice: Choice, label: string): Tree {
  const counter = `w${choice.number()}`;
  const more = choice.once(2) ? fixed('no condition')`` : fixed('condition')` && ${[condition({ ...context, depth: context.depth + 3 }, choice), P.bitor]}`;
  const test = fixed('limit')`${counter}++ < ${String(choice.below(3) + 1)} && _.f(t)${more}`;
  return choice.once(2)
    ? statement('while')`{ let ${counter} = 0; ${label}while (${test}) ${block(context, choice)} }`
    : statement('do while')`{ let ${counter} = 0; ${label}do ${block(context, choice)} while (${test}); }`;
}

/** What takes the values: a declaration, a pattern, a variable, a member. */
function heads(context: Context, choice: Choice, of: 'of' | 'in'): { head: Tree; scope: Context } {
  const scope = inner(context);
  const deep = { ...scope, depth: scope.depth + 3 };
  const head = choice.weighted<Tree>([
    [6, () => {
      const kind = choice.pick(['const', 'let', 'var'] as const);
      return fixed('declaration')`${kind} ${declare(scope, choice, kind)}`;
    }],
    [of === 'of' ? 3 : 0, () => {
      const kind = choice.pick(['const', 'let'] as const);
      return fixed('declared pattern')`${kind} ${bindingPattern(scope, choice, kind, deep)}`;
    }],
    [2, () => reference(deep, choice)],
  ]);
  return { head, scope };
}

function forOf(context: Context, choice: Choice, label: string): Tree {
  const over = choice.once(8) ? fixed('iterable of objects')`[_.o(t), _.o(t)]` : iterable({ ...context, depth: context.depth + 2 }, choice);
  const { head, scope } = heads(context, choice, 'of');
  return statement('for of')`${label}for (${head} of ${over}) { _.f(t); ${statements(inner(scope), choice, 3)} }`;
}

function forIn(context: Context, choice: Choice, label: string): Tree {
  const over = choice.weighted<Tree>([
    [4, () => fixed('enumerated')`_.o(t)`],
    [1, () => fixed('enumerated')`_.maybe(t)`],
    [2, () => fixed('enumerated')`${value({ ...context, depth: context.depth + 3 }, choice)}`],
    [1, () => fixed('enumerated')`_.proxy(t)`],
  ]);
  const { head, scope } = heads(context, choice, 'in');
  const change = choice.once(3) ? choice.pick(['delete _.o(t).q;', 'delete _.o(t).r; _.o(t).r = 1;', '_.o(t).z = 1;']) : '';
  return statement('for in')`${label}for (${head} in ${over}) { _.f(t); ${change} ${statements(inner(scope), choice, 3)} }`;
}

function forAwait(context: Context, choice: Choice, label: string): Tree {
  const over = choice.weighted<Tree>([
    [4, () => fixed('async iterable')`_.ai(t, ${String(choice.below(4))})`],
    [3, () => iterable({ ...context, depth: context.depth + 2 }, choice)],
    [1, () => fixed('iterable of promises')`[_.pro(t, 1), _.val(t, 2)]`],
    [3, () => fixed('async generator method')`${choice.call(['a§', 'b§'])}.${choice.call(['ag'])}(t, ${value({ ...context, depth: context.depth + 3 }, choice)})`],
  ]);
  const { head, scope } = heads(context, choice, 'of');
  return statement('for await')`${label}for await (${head} of ${over}) { _.f(t); ${statements(inner(scope), choice, 3)} }`;
}
