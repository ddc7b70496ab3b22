/** Functions, classes and object literals inside of expressions. */
import { expression, fixed, item, list, member, P, type Tree } from '../tree';
import { declare, functionBody, inner, type Choice, type Context } from './context';
import { noted, SMALL, value } from './expressions';
import { iterable } from './patterns';
import { statements } from './statements';

/** Arrow functions see the `this`, `super` and `arguments` around them; other functions do not. */
const OWN: Partial<Context> = { self: undefined, hasSuper: false, hasPrivate: false, hasArguments: true };

/** A function that captures what is around: called now, or when the program is over. */
export function closure(context: Context, choice: Choice): Tree {
  const inside = functionBody(context, {});
  return choice.weighted<Tree>([
    [5, () => expression('closure called later', P.call)`_.d(t, () => ${value(inside, choice)})`],
    [3, () => expression('closure called now', P.call)`(() => ${value(inside, choice)})()`],
    [2, () => expression('closure called now', P.call)`(() => { ${statements(inside, choice, 2)} })()`],
    [1, () => expression('function called now', P.call)`(function () { ${statements(functionBody(context, OWN), choice, 2)} })()`],
  ]);
}

export function asyncArrow(context: Context, choice: Choice): Tree {
  return expression('async arrow called now', P.unary)`await (async () => { ${statements(functionBody(context, { mayAwait: true }), choice, 3)} })()`;
}

export function generatorCall(context: Context, choice: Choice): Tree {
  const inside = functionBody(context, { ...OWN, mayYield: true });
  return expression('generator called now')`[...(function* () { ${statements(inside, choice, 2)} })()]`;
}

export function objectLiteral(context: Context, choice: Choice): Tree {
  const method = (): Context => functionBody(context, { ...OWN, self: undefined });
  return expression('object')`{ ${list('items', Array.from({ length: choice.below(4) }, () => choice.weighted<Tree>([
    [6, () => item('property')`${choice.pick(['p', 'q', 'x', "'y z'", '5'])}: ${value(context, choice)}`],
    [2, () => item('computed property')`[${value(context, choice)}]: ${value(context, choice)}`],
    [1, () => item('spread')`...${value(context, choice)}`],
    [1, () => item('method')`m() { ${statements(method(), choice, 1)} }`],
    [1, () => item('getter')`get h() { ${statements(method(), choice, 1)} }`],
    [1, () => item('computed method')`[${value(context, choice)}]() { return ${value(method(), choice)}; }`],
    [1, () => item('property')`fn: () => ${value(functionBody(context, {}), choice)}`],
  ])))} }`;
}

/** Members of a class that stands inside of a function. */
function localMembers(context: Context, choice: Choice): Tree {
  const body = (more: Partial<Context> = {}): Context => functionBody(context, { ...OWN, ...more });
  const field = (): Context => functionBody(context, { ...OWN, hasArguments: false, mayReturn: false });
  return list('members', Array.from({ length: choice.below(4) }, () => choice.weighted<Tree>([
    [3, () => member('static field')`static x = ${noted(value(field(), choice), choice)};`],
    [2, () => member('computed method')`[${value(context, choice)}]() { return ${value(body(), choice)}; }`],
    [2, () => member('computed static field')`static [${value(context, choice)}] = ${value(field(), choice)};`],
    [1, () => member('static block')`static { ${statements(field(), choice, 1)} }`],
    [1, () => privateField(choice.number())],
    [2, () => member('async method')`/** @asyncTrait */ async q(t, ${fixed('name')`k`}) { ${statements(body({ mayAwait: true, self: undefined }), choice, 3)} }`],
  ])));
}

function privateField(number: string): Tree {
  return member('private field')`#z${number} = 1; z() { return this.#z${number}; }`;
}

function heritage(context: Context, choice: Choice): Tree {
  return choice.weighted<Tree>([
    [4, () => fixed('no heritage')``],
    [2, () => fixed('heritage')`extends _.C`],
    [context.mayAwait ? 2 : 0, () => fixed('heritage')`extends (await _.get(t, _.C))`],
    [1, () => fixed('heritage')`extends (${value(context, choice)})`],
  ]);
}

export function classExpression(context: Context, choice: Choice): Tree {
  return expression('class expression', P.call)`_.cls(t, class ${choice.pick(['', 'N '])}${heritage(context, choice)} { ${localMembers(context, choice)} })`;
}

/** `class K1 { ... }` as statements, with a call of its async method. */
export function classDeclaration(context: Context, choice: Choice): Tree[] {
  const name = `K${choice.number()}`;
  const declaration = fixed('class declaration')`class ${name} ${heritage(context, choice)} { ${localMembers(inner(context), choice)} }`;
  const use = fixed('use of a class')`_.cls(t, ${name});`;
  const call = context.mayAwait && choice.once(2) ? [fixed('call of a local class')`_.l(t, await new ${name}(t).q?.(t, 1));`] : [];
  return [declaration, use, ...call].map((tree) => ({ ...tree, sort: 'statement' as const }));
}

/** `function h1(x) { ... }` and the like: what it is called, and the statement. */
export function localFunction(context: Context, choice: Choice): { statement: Tree; name: string; kind: 'sync' | 'async' | 'generator' | 'async generator' } {
  const name = `h${choice.number()}`;
  const kind = choice.weighted<'sync' | 'async' | 'generator' | 'async generator'>([[4, () => 'sync'], [4, () => 'async'], [2, () => 'generator'], [2, () => 'async generator']]);
  const isAsync = kind === 'async' || kind === 'async generator';
  const isArrow = (kind === 'sync' || kind === 'async') && choice.once(2);
  const inside = functionBody(context, { ...(isArrow ? {} : OWN), mayAwait: isAsync, mayYield: kind.endsWith('generator') });
  const first = declare(inside, choice, 'param');
  const parameters = fixed('parameters')`${first}${choice.once(3) ? fixed('default')` = ${value({ ...inside, mayAwait: false, mayYield: false, depth: SMALL }, choice)}` : fixed('no default')``}`;
  const tag = isAsync && !choice.once(4) ? '/** @asyncTrait */ ' : '';
  const star = kind.endsWith('generator') ? '*' : '';
  const body = statements(inside, choice, 3);
  const tree = isArrow
    ? fixed(`local ${kind} arrow`)`${tag}const ${name} = ${isAsync ? 'async ' : ''}(${parameters}) => { _.f(t); ${body} };`
    : fixed(`local ${kind} function`)`${tag}${isAsync ? 'async ' : ''}function${star} ${name}(${parameters}) { _.f(t); ${body} }`;
  return { statement: { ...tree, sort: 'statement' }, name, kind };
}

export { iterable };
