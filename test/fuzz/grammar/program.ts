/** Whole programs: two classes (one extends the other), an object, functions, a `main`. */
import { fixed, list, statement, type Tree } from '../tree';
import { FUNCTIONS, METHODS } from './calls';
import { Choice, declare, functionBody, root, type Chance, type Context, type Flavour } from './context';
import { noted, SMALL, value } from './expressions';
import { bindingPattern } from './patterns';
import { statements } from './statements';

export interface Program {
  readonly tree: Tree;
  readonly flavour: Flavour;
}

const TAG = '/** @asyncTrait */ ';

export function generateProgram(chance: Chance, lowered: boolean, mixed: boolean): Program {
  const flavour = (['single', 'single', 'single', 'single', 'separate tasks', mixed ? 'mixed tasks' : 'single'] as const)[chance.nextInt(0, 5)]!;
  const choice = new Choice(chance, flavour, lowered);
  // Unmarked methods stay native between compiled ones (and are compiled with `include: 'all'`).
  const tag = (): string => (choice.once(8) ? '' : TAG);
  const main = part(fixed('main')`${TAG}async function main§(t) ${body({ mayAwait: true }, choice, 6)}`);
  const made = new Made();
  const has = (name: string): boolean => choice.called.has(name);
  // What is made calls more; a set is iterated to the end, whatever is added meanwhile.
  for (const name of choice.called) {
    if ((FUNCTIONS as readonly string[]).includes(name)) made.functions.push(functionOf(name, choice, tag()));
    else if (name === 'a§' || name === 'b§' || name === 'o§' || name === 'A§' || name === 'B§') continue;
    else {
      made.A.push(methodOf(name, false, choice, tag()));
      if (isPublicMethod(name) ? has('o§') : false) made.o.push(fixed('method of an object')`${tag()}async ${name}${parametersAndBody({ self: 'object', hasArguments: true }, choice, 3)}`);
      if ((has('b§') || has('B§')) && (name === '#p' || choice.once(2))) made.B.push(methodOf(name, true, choice, tag()));
    }
  }
  // A mark on a class without async methods is an error.
  const classTag = (methods: readonly Tree[]): string => (methods.length > 0 && choice.once(6) ? TAG : '');
  const accessors = fixed('accessors')`get g() { _.l(0, 'get g'); return this.f; } set g(x) { _.l(0, 'set g', x); this.f = x; }`;
  const fields = fixed('fields')`f = 1; #v = 2;`;
  const asMembers = (all: readonly Tree[]): Tree => list('members', all.map((tree) => ({ ...tree, sort: 'member' as const })));
  const needsB = has('b§') || has('B§');
  // A private method is its class's own.
  if (needsB && has('#p') && !made.B.some(({ kind }) => kind === 'private method')) made.B.push(methodOf('#p', true, choice, tag()));
  const parts: Tree[] = [
    ...(made.A.length > 0 || has('a§') || has('A§') || needsB ? [part(fixed('class')`${classTag(made.A)}class A§ { ${asMembers([fields, accessors, ...made.A])} }`)] : []),
    ...(needsB ? [part(fixed('class')`${classTag(made.B)}class B§ extends A§ { ${asMembers([fields, ...made.B])} }`)] : []),
    ...(has('a§') ? [part(fixed('instance')`const a§ = new A§();`)] : []),
    ...(has('b§') ? [part(fixed('instance')`const b§ = new B§();`)] : []),
    ...(has('o§') ? [part(fixed('object with trait methods')`const o§ = { f: 1, g: 2, ${list('items', made.o.map((tree) => ({ ...tree, sort: 'item' as const })))} };`)] : []),
    ...made.functions,
    ...overrides(choice),
    main,
  ];
  return { tree: list('statements', parts), flavour };
}

/** The parts of a program that are made when something calls them. */
class Made {
  readonly A: Tree[] = [];
  readonly B: Tree[] = [];
  readonly o: Tree[] = [];
  readonly functions: Tree[] = [];
}

const isPublicMethod = (name: string): boolean => (METHODS as readonly string[]).includes(name);

function methodOf(name: string, hasSuper: boolean, choice: Choice, tag: string): Tree {
  const instance: Partial<Context> = { self: 'instance', hasSuper, hasPrivate: true, hasArguments: true };
  if (name === '#p') return fixed('private method')`${tag}async #p${parametersAndBody(instance, choice, 3)}`;
  if (name === 's0') return fixed('static method')`${tag}static async s0${parametersAndBody({ self: 'static', hasArguments: true }, choice, 3)}`;
  if (name === 'ag') return fixed('async generator method')`${tag}async *ag${parametersAndBody({ ...instance, mayYield: true, waitsOnLeaving: true }, choice, 3)}`;
  return fixed('trait method')`${tag}async ${choice.once(8) ? `'${name}'` : name}${parametersAndBody(instance, choice, 5)}`;
}

const part = (tree: Tree): Tree => ({ ...tree, sort: 'statement' });

/** `{ ... }` of a function without parameters of its own but the task. */
function body(more: Partial<Context>, choice: Choice, most: number): Tree {
  choice.allot(10, 30);
  return fixed('body')`{ _.f(t); ${statements(functionBody(root, more), choice, choice.below(most) + 1)} }`;
}

/** `(t, a, b = ..., ...c) { ... }` */
function parametersAndBody(more: Partial<Context>, choice: Choice, most: number, arrow = ''): Tree {
  choice.allot(4, 14);
  const context = functionBody(root, { mayAwait: true, ...more });
  // No calls: they would come before the function takes its fuel.
  const early = { ...context, mayAwait: false, mayYield: false, depth: SMALL };
  const one = (): Tree => choice.weighted<Tree>([
    [6, () => fixed('parameter')`${declare(context, choice, 'param')}`],
    [3, () => {
      const initial = choice.once(2) ? value(early, choice) : noted(value(early, choice), choice);
      return fixed('parameter with a default')`${declare(context, choice, 'param')} = ${initial}`;
    }],
    [1, () => fixed('parameter pattern')`${bindingPattern(context, choice, 'param', early)} = _.o(t)`],
  ]);
  const parameters = Array.from({ length: choice.below(3) }, one);
  if (choice.once(6)) parameters.push(fixed('rest parameter')`...${declare(context, choice, 'param')}`);
  const all = list('items', parameters.map((tree) => ({ ...tree, sort: 'item' as const })));
  return fixed('function')`(t, ${all})${arrow} { _.f(t); ${statements(context, choice, choice.below(most) + 1)} }`;
}

function functionOf(name: string, choice: Choice, tag: string): Tree {
  if (name === 'f1§') return part(fixed('async arrow')`${tag}const ${name} = async ${parametersAndBody({}, choice, 3, ' =>')};`);
  if (name === 'f0§') return part(fixed('async function')`${tag}async function ${name}${parametersAndBody({ hasArguments: true }, choice, 4)}`);
  const deep = choice.once(10) ? '250' : '3';
  return part(fixed('recursive function')`${tag}async function ${name}(t, n = ${deep}) { _.f(t, 0.1); if (!(n > 0 && n <= ${deep})) return await _.get(t, n); const r = await ${name}(t, n - 1); return ${choice.once(2) ? 'r' : 'await _.get(t, r)'}; }`);
}

/** What hides a compiled method from its callers: an own property, a wrapper on the prototype, a plain function. */
function overrides(choice: Choice): Tree[] {
  const called = METHODS.filter((name) => choice.called.has(name));
  if (called.length === 0 || !choice.called.has('b§') || !choice.once(2)) return [];
  const method = choice.pick(called);
  return [part(choice.weighted<Tree>([
    [2, () => fixed('overridden by an own property')`b§.${method} = async function (t, x) { _.l(t, 'own', x); return A§.prototype.${method}.call(this, t, x); };`],
    [2, () => fixed('wrapped on the prototype')`A§.prototype.${method} = ((inner) => function (...xs) { _.l(xs[0], 'wrapped'); return inner.apply(this, xs); })(A§.prototype.${method});`],
    [1, () => fixed('overridden by a plain function')`b§.${method} = (t, x) => _.v(t, 'plain', x);`],
    [1, () => fixed('behind a proxy')`b§.${method} = new Proxy(A§.prototype, {}).${method};`],
  ]))];
}

export { statement };
