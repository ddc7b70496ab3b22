/** Statements, with awaits in every place of theirs, and jumps that cross what has to be left in order. */
import { expression, fixed, list, P, statement, type Tree } from '../tree';
import { callOf } from './calls';
import { declare, inner, type Choice, type Context } from './context';
import { condition, reference, target, value } from './expressions';
import { loop } from './loops';
import { classDeclaration, localFunction } from './nested';
import { bindingPattern, source } from './patterns';

/** A list of statements in a scope that is already open. What they declare is visible to those after them. */
export function statements(context: Context, choice: Choice, most: number): Tree {
  let here = context;
  const made: Tree[] = [];
  const count = choice.below(most) + 1;
  for (let index = 0; index < count; index++) {
    made.push(...one(here, choice, (name, kind) => {
      here = { ...here, functions: [...here.functions, { name, kind }] };
    }));
  }
  if (context.mayReturn && choice.once(4)) made.push(jump(here, choice));
  return list('statements', made);
}

/** `{ ... }` with a scope of its own. */
export function block(context: Context, choice: Choice, most = 3, more: Partial<Context> = {}): Tree {
  return fixed('block')`{ ${statements(inner(context, more), choice, most)} }`;
}

type AddFunction = (name: string, kind: Context['functions'][number]['kind']) => void;

function one(context: Context, choice: Choice, addFunction: AddFunction): Tree[] {
  const { mayAwait } = context;
  const small = context.depth > 6 || !choice.spend(2);
  if (small) return [small && mayAwait && choice.once(2) ? shown(expression('await trait leaf', P.unary)`await _.get(t, ${choice.number()})`, choice) : shown(value(context, choice), choice)];
  return choice.weighted<Tree[]>([
    [10, () => [shown(value(context, choice), choice)]],
    [8, () => [statement('expression statement')`${[value(context, choice), P.comma]};`]],
    [10, () => [declaration(context, choice)]],
    [4, () => [statement('assignment')`${target(context, choice)} = ${value(context, choice)};`]],
    [8, () => [branch(context, choice)]],
    [10, () => [loop(context, choice)]],
    [12, () => [tryStatement(context, choice)]],
    [6, () => [switchStatement(context, choice)]],
    [3, () => [labelled(context, choice)]],
    [3, () => [statement('block statement')`${block(context, choice)}`]],
    [5, () => {
      const { statement: made, name, kind } = localFunction(context, choice);
      addFunction(name, kind);
      return kind.endsWith('generator') ? [made, useGenerator(name, kind, context, choice)] : [made];
    }],
    [2, () => classDeclaration(context, choice)],
    [1, () => {
      const name = `h${choice.number()}`;
      return [statement('function of a block')`{ ${statements(inner(context), choice, 2)} function ${name}() { return ${name}; } ${statements(inner(context), choice, 1)} }`, shown(fixed('name of a block')`typeof ${name}`, choice)];
    }],
    [choice.lowered ? 6 : 0, () => [usingStatement(context, choice)]],
    [mayAwait ? 4 : 0, () => [startedFirst(context, choice)]],
    [choice.lowered ? 1 : 0, () => [statement('enum')`enum E${choice.number()} { a = ${String(choice.below(5))}, b }`]],
    [1, () => [statement('empty')`;`]],
    [context.depth > 2 ? 5 : 1, () => [jump(context, choice)]],
  ]);
}

function shown(of: Tree, choice: Choice): Tree {
  return statement('log')`_.l(t, ${choice.number()}, ${of});`;
}

function declaration(context: Context, choice: Choice): Tree {
  const kind = choice.pick(['let', 'let', 'const', 'var'] as const);
  // The initializer stands where the new name already hides outer ones; it is generated before the name is chosen.
  if (choice.once(3)) {
    const from = source(context, choice);
    return statement('destructuring declaration')`${kind} ${bindingPattern(context, choice, kind)} = ${from};`;
  }
  const initial = value(context, choice);
  const name = declare(context, choice, kind);
  if (kind === 'let' && choice.once(6)) return statement('declaration without a value')`let ${name};`;
  if (choice.once(6)) {
    const second = value(context, choice);
    return statement('declaration')`${kind} ${name} = ${initial}, ${declare(context, choice, kind)} = ${second};`;
  }
  return statement('declaration')`${kind} ${name}${choice.lowered && choice.once(3) ? ': any' : ''} = ${initial};`;
}

function branch(context: Context, choice: Choice): Tree {
  const test = condition(context, choice);
  return choice.once(2)
    ? statement('if')`if (${[test, P.comma]}) ${block(context, choice)} else ${block(context, choice)}`
    : statement('if')`if (${[test, P.comma]}) ${choice.once(3) ? jump(context, choice) : block(context, choice)}`;
}

function tryStatement(context: Context, choice: Choice): Tree {
  const body = (more: Partial<Context>): Tree => block(context, choice, 3, more);
  const handler = (more: Partial<Context>): Tree => {
    const scope = inner(context, more);
    if (choice.once(3)) return fixed('catch without a name')`catch { ${statements(scope, choice, 2)} }`;
    if (choice.once(4)) {
      const pattern = bindingPattern(scope, choice, 'catch', { ...scope, depth: scope.depth + 4 });
      return fixed('catch with a pattern')`catch (${pattern}) { ${statements(scope, choice, 2)} }`;
    }
    const name = declare(scope, choice, 'catch');
    return fixed('catch')`catch (${name}) { _.l(t, 'caught', ${name}); ${statements(scope, choice, 2)} }`;
  };
  const finalizer = (): Tree => fixed('finally')`finally { _.l(t, 'finally'); ${statements(inner(context), choice, 2)} }`;
  return choice.weighted<Tree>([
    [3, () => statement('try catch')`try ${body({})} ${handler({})}`],
    [3, () => statement('try finally')`try ${body({ waitsOnLeaving: true })} ${finalizer()}`],
    [3, () => statement('try catch finally')`try ${body({ waitsOnLeaving: true })} ${handler({ waitsOnLeaving: true })} ${finalizer()}`],
  ]);
}

function switchStatement(context: Context, choice: Choice): Tree {
  const scope = inner(context, { inSwitch: true });
  const count = choice.below(4) + 1;
  const standard = choice.below(count + 1);
  const clauses = Array.from({ length: count }, (_, index) => {
    const body = statements(scope, choice, 2);
    const end = choice.once(2) ? 'break;' : '';
    if (index === standard) return fixed('default clause')`default: ${body} ${end}`;
    const test = choice.once(2) ? expression('literal')`${String(choice.below(3))}` : value({ ...scope, depth: scope.depth + 2 }, choice);
    return fixed('case clause')`case ${test}: ${body} ${end}`;
  });
  const on = choice.once(2) ? expression('planned number', P.call)`_.n(t, 3)` : value(context, choice);
  return statement('switch')`switch (${[on, P.comma]}) { ${list('statements', clauses)} }`;
}

function labelled(context: Context, choice: Choice): Tree {
  const name = `L${context.labels.length}`;
  return statement('labelled block')`${name}: ${block(context, choice, 3, { labels: [...context.labels, { name, isLoop: false }] })}`;
}

function useGenerator(name: string, kind: string, context: Context, choice: Choice): Tree {
  if (kind === 'generator') return statement('for of a generator')`for (const v of ${name}(${value(context, choice)})) _.l(t, 'v', v);`;
  if (!context.mayAwait) return statement('call of an async generator')`_.l(t, typeof ${name}(1).next);`;
  const scope = inner(context, { inLoop: true, waitsOnLeaving: true });
  return statement('for await of a generator')`for await (const v of ${name}(${value(context, choice)})) { _.l(t, 'v', v); ${statements(scope, choice, 2)} }`;
}

function usingStatement(context: Context, choice: Choice): Tree {
  const isAsync = context.mayAwait && choice.once(2);
  const scope = inner(context, { waitsOnLeaving: true });
  const resource = (): Tree => choice.weighted<Tree>([
    [4, () => fixed('resource')`_.${isAsync && choice.once(2) ? 'ra' : 'rs'}(t, ${choice.number()})`],
    [1, () => fixed('resource')`null`],
    [context.mayAwait ? 2 : 0, () => fixed('resource')`await _.get(t, _.rs(t, ${choice.number()}))`],
  ]);
  const one = (): Tree => fixed('using')`${isAsync ? 'await using' : 'using'} u${choice.number()} = ${resource()};`;
  return statement(isAsync ? 'await using' : 'using')`{ ${one()} ${statements(scope, choice, 2)} ${choice.once(3) ? one() : fixed('no second')``} }`;
}

/** A call that is not awaited on the spot, and what its caller does before it waits for it. */
function startedFirst(context: Context, choice: Choice): Tree {
  const name = `p${choice.number()}`;
  const start = callOf(context, choice);
  return statement('call not awaited on the spot')`{ const ${name} = ${start}; _.l(t, 'started'); ${choice.once(2) ? '' : `_.l(t, _.isPromise(${name}));`} _.l(t, await ${name}); }`;
}

/** Leaves where control is: seldom without a condition, or nothing after it would ever run. */
export function jump(context: Context, choice: Choice): Tree {
  const { labels, mayReturn, mayAwait } = context;
  const sub = (): Tree => value({ ...context, depth: context.depth + 1 }, choice);
  const loops = labels.filter(({ isLoop }) => isLoop);
  const leave = choice.weighted<Tree>([
    [mayReturn ? 5 : 0, () => statement('return')`return ${[sub(), P.comma]};`],
    [mayReturn ? 1 : 0, () => statement('return')`return;`],
    [mayReturn && mayAwait && !context.mayYield ? 2 : 0, () => statement('return of an await')`return await ${callOf(context, choice)};`],
    [mayReturn && mayAwait && !context.waitsOnLeaving && !context.mayYield ? 2 : 0, () => statement('return of a promise')`return ${callOf(context, choice)};`],
    [mayReturn && mayAwait && !context.waitsOnLeaving && !context.mayYield ? 1 : 0, () => statement('return of a choice')`return _.b(t) ? ${callOf(context, choice)} : ${callOf(context, choice)};`],
    [mayReturn && mayAwait && !context.waitsOnLeaving && !context.mayYield ? 1 : 0, () => statement('return of a choice')`return (${value(context, choice)}) ${choice.pick(['??', '&&', '||'])} ${callOf(context, choice)};`],
    [mayReturn && mayAwait && !context.mayYield ? 1 : 0, () => statement('return of a thenable')`return _.thn(t, ${sub()});`],
    [3, () => statement('throw')`throw _.e(${choice.number()});`],
    [1, () => statement('throw')`throw ${sub()};`],
    [context.inLoop ? 5 : 0, () => statement('continue')`continue;`],
    [context.inLoop || context.inSwitch ? 4 : 0, () => statement('break')`break;`],
    [labels.length > 0 ? 5 : 0, () => statement('break to a label')`break ${choice.pick(labels).name};`],
    [loops.length > 0 ? 5 : 0, () => statement('continue of a label')`continue ${choice.pick(loops).name};`],
  ]);
  return choice.once(5) ? leave : statement('jump by condition')`if (_.b(t)) ${leave}`;
}

export { reference };
