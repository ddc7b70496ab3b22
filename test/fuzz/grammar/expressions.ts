/** Expressions, with awaits wherever an expression may stand. `_` is the environment (../env.ts), `t` the task. */
import { expression, fixed, item, list, P, type Hole, type Tree } from '../tree';
import { callOf } from './calls';
import { visible, type Choice, type Context } from './context';
import { asyncArrow, classExpression, closure, generatorCall, objectLiteral } from './nested';
import { assignmentPattern, iterable, source } from './patterns';

const simple = (text: string): Tree => expression('literal', text.startsWith('-') ? P.unary : P.primary)`${text}`;

export function literal(choice: Choice): Tree {
  return simple(choice.pick(['0', '1', '2', '3', "'s'", "''", 'true', 'false', 'null', 'undefined', '-1', '1.5']));
}

export function variable(context: Context, choice: Choice): Tree {
  const name = visible(context, choice, false);
  return name === undefined ? literal(choice) : expression('variable')`${name}`;
}

/** From this depth on: variables, literals, and leaves where they may stand. */
export const SMALL = 8;

/** Any expression. */
export function value(context: Context, choice: Choice): Tree {
  const small = context.depth >= SMALL || !choice.spend();
  const deeper: Context = { ...context, depth: context.depth + 1 };
  const sub = (): Tree => value(deeper, choice);
  if (small) return choice.weighted([[3, () => literal(choice)], [4, () => variable(context, choice)], [context.mayAwait ? 2 : 0, () => leaf(() => variable(context, choice), choice)]]);
  const at = (least: number): Hole => [sub(), least];
  return choice.weighted<Tree>([
    [4, () => literal(choice)],
    [10, () => variable(context, choice)],
    [8, () => noted(sub(), choice)],
    [context.mayAwait ? 26 : 0, () => awaited(deeper, choice)],
    [context.mayYield ? 10 : 0, () => expression('yield', P.assign)`yield ${sub()}`],
    [context.mayYield ? 2 : 0, () => expression('yield*', P.assign)`yield* ${iterable(deeper, choice)}`],
    [6, () => binary(at, choice)],
    [4, () => expression('logical', P.and)`${at(P.and)} && ${at(P.bitor)}`],
    [4, () => expression('logical', P.or)`${at(P.or)} || ${at(P.and)}`],
    [4, () => expression('logical', P.nullish)`${at(P.bitor)} ?? ${at(P.bitor)}`],
    [4, () => expression('conditional', P.conditional)`${at(P.nullish)} ? ${sub()} : ${sub()}`],
    [2, () => expression('comma', P.comma)`${sub()}, ${sub()}`],
    [10, () => assignment(deeper, choice)],
    [3, () => update(deeper, choice)],
    [4, () => expression('unary', P.unary)`${choice.pick(['!', '-', '+', '~', 'typeof ', 'void '])}${at(P.update)}`],
    [2, () => expression('delete', P.unary)`delete ${reference(deeper, choice)}`],
    [5, () => access(deeper, choice)],
    [6, () => optionalChain(deeper, choice)],
    [4, () => expression('template')`\`<\${${sub()}}|\${${sub()}}>\``],
    [3, () => expression('tagged template', P.call)`_.${choice.pick(['tag', 'tag', 'o(t).tag'])}\`a\${${sub()}}b\${${sub()}}\``],
    [5, () => expression('array')`[${elements(deeper, choice)}]`],
    [5, () => objectLiteral(deeper, choice)],
    [5, () => call(deeper, choice)],
    [3, () => expression('new', P.primary)`new ${choice.pick(['_.C', '_.C', '_.D'])}(t, ${args(deeper, choice)})`],
    [2, () => expression('in')`(${at(P.compare)} in _.o(t))`],
    [1, () => expression('instanceof', P.compare)`${at(P.compare)} instanceof _.C`],
    [context.hasPrivate ? 2 : 0, () => expression('private')`${choice.pick(['(#v in this)', 'this.#v', '(#v in _.o(t))'])}`],
    [context.self !== undefined ? 4 : 0, () => expression('this')`${choice.pick(['this.f', 'this.g', 'this.f', 'this.missing'])}`],
    [context.hasSuper ? 3 : 0, () => expression('super')`${choice.pick(['super.g', "super['g']", 'super.missing'])}`],
    [context.hasSuper && context.mayAwait ? 1 : 0, () => expression('super')`super[${sub()}]`],
    [context.hasArguments ? 3 : 0, () => expression('arguments')`${choice.pick(['arguments[1]', 'arguments.length', 'arguments[2]'])}`],
    [context.hasArguments ? 1 : 0, () => expression('new.target')`new.target`],
    [5, () => closure(deeper, choice)],
    [context.mayAwait ? 3 : 0, () => asyncArrow(deeper, choice)],
    [3, () => generatorCall(deeper, choice)],
    [2, () => classExpression(deeper, choice)],
    [1, () => expression('regular expression')`/a(\\d)/.exec(\`a\${${sub()}}\`)`],
    [1, () => expression('bigint')`(1n + BigInt(${sub()}))`],
    [choice.lowered ? 1 : 0, () => expression('types', P.assign)`${choice.pick(['<any>', ''])}(${sub()} as any)`],
    [choice.lowered ? 1 : 0, () => expression('types')`(${sub()})!`],
    [1, () => expression('parentheses')`((${sub()}))`],
    [choice.lowered ? 1 : 0, () => expression('types')`(${sub()} satisfies any)`],
    [choice.flavour === 'mixed tasks' ? 3 : 0, () => expression('call not awaited')`_.hold(${callOf(deeper, choice)})`],
    [choice.flavour === 'mixed tasks' && context.mayAwait ? 2 : 0, () => expression('call not awaited', P.unary)`await Promise.${choice.pick(['all', 'allSettled', 'race', 'any'])}([${callOf(deeper, choice)}, ${callOf(deeper, choice)}])`],
  ]);
}

export function noted(inside: Tree, choice: Choice): Tree {
  return expression('noted', P.call)`_.v(t, ${choice.number()}, ${inside})`;
}

/** A truth value: often planned, so that runs of one program take different ways. */
export function condition(context: Context, choice: Choice): Tree {
  return choice.weighted<Tree>([
    [4, () => expression('planned condition', P.call)`_.b(t)`],
    [context.mayAwait ? 3 : 0, () => expression('await', P.unary)`await _.get(t, _.b(t))`],
    [3, () => value({ ...context, depth: context.depth + 1 }, choice)],
  ]);
}

function leaf(inside: () => Tree, choice: Choice): Tree {
  return choice.weighted<Tree>([
    [6, () => expression('await trait leaf', P.unary)`await _.get(t, ${inside()})`],
    [2, () => expression('await native leaf', P.unary)`await _.nat(t, ${inside()})`],
    [2, () => expression('await value or promise', P.unary)`await _.val(t, ${inside()})`],
    [2, () => expression('await thenable', P.unary)`await _.thn(t, ${inside()})`],
    [1, () => expression('await promise', P.unary)`await _.pro(t, ${inside()})`],
    [1, () => expression('await value', P.unary)`await ${[inside(), P.unary]}`],
  ]);
}

function awaited(context: Context, choice: Choice): Tree {
  return choice.weighted<Tree>([
    [5, () => leaf(() => value(context, choice), choice)],
    [5, () => expression('await on the spot', P.unary)`await ${callOf(context, choice)}`],
    [choice.lowered ? 2 : 0, () => expression('await on the spot', P.unary)`await (${callOf(context, choice)} as any)`],
    [choice.lowered ? 1 : 0, () => expression('await on the spot', P.unary)`await (${callOf(context, choice)})!`],
    [1, () => expression('await on the spot', P.unary)`await (${callOf(context, choice)})`],
    [1, () => expression('await beside the spot', P.unary)`await _.id(${callOf(context, choice)})`],
    [1, () => expression('await beside the spot', P.unary)`await [${callOf(context, choice)}][0]`],
    [1, () => expression('await beside the spot', P.unary)`await (0, ${callOf(context, choice)})`],
    [1, () => expression('await of a choice', P.unary)`await (_.b(t) ? ${callOf(context, choice)} : ${callOf(context, choice)})`],
    [1, () => expression('await of a choice', P.unary)`await ((${value(context, choice)}) ${choice.pick(['??', '&&', '||'])} ${callOf(context, choice)})`],
    [1, () => expression('await beside the spot', P.unary)`await (_.b(t) ? ${callOf(context, choice)} : ${leafCall(value(context, choice), choice)})`],
  ]);
}

function leafCall(inside: Tree, choice: Choice): Tree {
  return fixed('leaf call')`_.${choice.pick(['get', 'nat', 'val', 'thn'])}(t, ${inside})`;
}

function binary(at: (least: number) => Hole, choice: Choice): Tree {
  return choice.weighted<Tree>([
    [5, () => expression('binary', P.add)`${at(P.add)} ${choice.pick(['+', '+', '-'])} ${at(P.multiply)}`],
    [2, () => expression('binary', P.multiply)`${at(P.multiply)} ${choice.pick(['*', '/', '%'])} ${at(P.power)}`],
    [1, () => expression('binary', P.power)`${at(P.update)} ** ${at(P.power)}`],
    [2, () => expression('binary', P.compare)`${at(P.compare)} ${choice.pick(['<', '>', '<=', '>='])} ${at(P.add)}`],
    [2, () => expression('binary', P.equal)`${at(P.equal)} ${choice.pick(['===', '!==', '==', '!='])} ${at(P.compare)}`],
    [1, () => expression('binary', P.bitor)`${at(P.bitor)} | ${at(P.equal)}`],
  ]);
}

/** Something that can be read, assigned to and deleted: a member. */
export function reference(context: Context, choice: Choice): Tree {
  const key = (): Tree => choice.weighted<Tree>([
    [3, () => expression('key', P.call)`_.k(t, ${choice.pick(["'p'", "'q'", "'g'", '0', '1'])})`],
    [context.mayAwait ? 3 : 0, () => expression('await', P.unary)`await _.get(t, ${choice.pick(["'p'", "'q'", "'g'", '0'])})`],
    [1, () => value(context, choice)],
  ]);
  return choice.weighted<Tree>([
    [4, () => fixed('member')`_.o(t).${choice.pick(['p', 'q', 'g', 'r'])}`],
    [4, () => fixed('member')`_.o(t)[${key()}]`],
    [2, () => fixed('member')`_.a(t)[${key()}]`],
    [context.mayAwait ? 2 : 0, () => fixed('member')`(${leaf(() => simple('_.o(t)'), choice)})[${key()}]`],
    [context.mayAwait ? 1 : 0, () => fixed('member')`(${leaf(() => simple('_.o(t)'), choice)}).p`],
  ]);
}

/** What can be assigned to. */
export function target(context: Context, choice: Choice): Tree {
  const own = choice.flavour !== 'separate tasks';
  const name = visible(context, choice, true);
  return choice.weighted<Tree>([
    [name === undefined ? 0 : 6, () => fixed('variable')`${name!}`],
    [4, () => reference(context, choice)],
    [own && context.self !== undefined ? 2 : 0, () => fixed('this')`this.${choice.pick(['f', 'f', 'g'])}`],
    [own && context.hasPrivate ? 2 : 0, () => fixed('private')`this.#v`],
    [own && context.hasSuper ? 1 : 0, () => fixed('super')`super.${choice.pick(['f', 'g'])}`],
    [own && context.hasSuper ? 1 : 0, () => fixed('super')`super[${value(context, choice)}]`],
  ]);
}

function assignment(context: Context, choice: Choice): Tree {
  return choice.weighted<Tree>([
    [5, () => expression('assignment', P.assign)`${target(context, choice)} = ${value(context, choice)}`],
    [5, () => expression('compound assignment', P.assign)`${target(context, choice)} ${choice.pick(['+=', '-=', '*=', '|=', '**='])} ${value(context, choice)}`],
    [5, () => expression('logical assignment', P.assign)`${target(context, choice)} ${choice.pick(['&&=', '||=', '??='])} ${value(context, choice)}`],
    [4, () => expression('destructuring assignment', P.primary)`(${assignmentPattern(context, choice, 2)} = ${source(context, choice)})`],
  ]);
}

function update(context: Context, choice: Choice): Tree {
  const operator = choice.pick(['++', '--']);
  return choice.once(2)
    ? expression('update', P.update)`${target(context, choice)}${operator}`
    : expression('update', P.unary)`${operator}${target(context, choice)}`;
}

function access(context: Context, choice: Choice): Tree {
  return choice.once(3) ? expression('member', P.call)`(${value(context, choice)}).p` : expression('member', P.call)`${reference(context, choice)}`;
}

function optionalChain(context: Context, choice: Choice): Tree {
  const start = choice.weighted<Tree>([
    [3, () => fixed('optional chain')`_.maybe(t)`],
    [2, () => fixed('optional chain')`_.o(t)`],
    [context.mayAwait ? 3 : 0, () => fixed('optional chain')`(${leaf(() => simple('_.maybe(t)'), choice)})`],
    [1, () => fixed('optional chain')`(${value(context, choice)})`],
  ]);
  const sub = (): Tree => value(context, choice);
  return choice.weighted<Tree>([
    [3, () => expression('optional chain', P.call)`${start}?.p`],
    [3, () => expression('optional chain', P.call)`${start}?.[${sub()}]`],
    [3, () => expression('optional chain', P.call)`${start}?.m(t, ${sub()})`],
    [2, () => expression('optional chain', P.call)`${start}?.o?.[${sub()}].p`],
    [2, () => expression('optional chain', P.call)`${start}?.o.m?.(t, ${sub()}, ${sub()})`],
    [1, () => expression('optional chain', P.call)`${start}?.m(t, ${sub()})?.toString()`],
    [1, () => expression('optional chain', P.unary)`delete ${start}?.[${sub()}]`],
    [1, () => expression('optional chain', P.call)`(${start}?.o).m(t, ${sub()})`],
    [1, () => expression('chain called', P.call)`(${start}?.${choice.pick(['m', 'o.m'])})${choice.pick(['', '?.'])}(t, ${sub()})`],
    [context.mayAwait ? 1 : 0, () => expression('chain called', P.unary)`await (${start}?.${choice.pick(['am', 'o.am'])})${choice.pick(['', '?.'])}(t, ${sub()})`],
    [1, () => expression('optional chain', P.call)`${start}?.no?.(${sub()})`],
    [context.mayAwait ? 3 : 0, () => expression('await optional call', P.unary)`await ${start}?.am(t, ${sub()})`],
    [context.mayAwait ? 1 : 0, () => expression('await optional call', P.unary)`await ${start}?.o?.am(t, ${sub()})`],
  ]);
}

function elements(context: Context, choice: Choice): Tree {
  const count = choice.below(4);
  return list('items', Array.from({ length: count }, () => choice.weighted<Tree>([
    [6, () => item('element')`${value(context, choice)}`],
    [2, () => item('spread')`...${iterable(context, choice)}`],
    [1, () => item('hole')` `],
  ])));
}

/** Arguments after the task. */
export function args(context: Context, choice: Choice, most = 3): Tree {
  return list('items', Array.from({ length: choice.below(most + 1) }, () => choice.weighted<Tree>([
    [6, () => item('argument')`${value(context, choice)}`],
    [1, () => item('spread')`...${iterable(context, choice)}`],
  ])));
}

function call(context: Context, choice: Choice): Tree {
  const own = context.functions.filter(({ kind }) => kind === 'sync');
  return choice.weighted<Tree>([
    [own.length > 0 ? 4 : 0, () => expression('local call', P.call)`${choice.pick(own).name}(${args(context, choice)})`],
    [3, () => expression('call', P.call)`_.fn(t, ${args(context, choice)})`],
    [3, () => expression('call', P.call)`_.o(t).m(t, ${args(context, choice)})`],
    [2, () => expression('call', P.call)`_.o(t)[${value(context, choice)}](t, ${args(context, choice)})`],
    [1, () => expression('call', P.call)`(0, _.o(t).m)(t, ${args(context, choice)})`],
  ]);
}
