/**
 * A generated program: text with holes. Knows only as much of the language as printing and shrinking need: where
 * parentheses must stand, which parts are lists, and which parts may stand for one another.
 */
export type Sort = 'expression' | 'statement' | 'member' | 'item' | 'fixed' | 'statements' | 'members' | 'items';

const SEPARATOR: Partial<Record<Sort, string>> = { statements: '\n', members: '\n', items: ', ' };

/** Precedence of an expression (18 binds closest); what a hole asks for at least is written as `[tree, least]`. */
export const P = { comma: 0, assign: 1, conditional: 2, nullish: 3, or: 4, and: 5, bitor: 6, equal: 9, compare: 10, add: 12, multiply: 13, power: 14, unary: 15, update: 16, call: 17, primary: 18 } as const;

export interface Tree {
  readonly sort: Sort;
  /** The construct, for the list of what was covered. */
  readonly kind: string;
  readonly texts: readonly string[];
  readonly children: readonly Tree[];
  readonly least: readonly number[];
  readonly precedence: number;
}

export type Hole = string | Tree | readonly [Tree, number];

const make = (sort: Sort, kind: string, precedence: number, strings: readonly string[], holes: readonly Hole[]): Tree => {
  const texts = [strings[0]!];
  const children: Tree[] = [];
  const least: number[] = [];
  holes.forEach((hole, index) => {
    const after = strings[index + 1]!;
    if (typeof hole === 'string') texts.push(`${texts.pop()!}${hole}${after}`);
    else {
      const [child, minimum] = 'texts' in hole ? [hole, P.assign] : hole;
      children.push(child);
      least.push(minimum);
      texts.push(after);
    }
  });
  return { sort, kind, texts, children, least, precedence };
};

type Template = (strings: TemplateStringsArray, ...holes: Hole[]) => Tree;
export const expression = (kind: string, precedence: number = P.primary): Template => (strings, ...holes) => make('expression', kind, precedence, strings, holes);
export const statement = (kind: string): Template => (strings, ...holes) => make('statement', kind, 0, strings, holes);
export const member = (kind: string): Template => (strings, ...holes) => make('member', kind, 0, strings, holes);
export const item = (kind: string): Template => (strings, ...holes) => make('item', kind, 0, strings, holes);
/** What may not be replaced by anything else: patterns, targets of assignments, calls with a fixed shape. */
export const fixed = (kind: string): Template => (strings, ...holes) => make('fixed', kind, P.primary, strings, holes);
export const list = (sort: 'statements' | 'members' | 'items', children: readonly Tree[]): Tree => ({ sort, kind: sort, texts: [], children, least: [], precedence: 0 });

export function print(tree: Tree): string {
  const separator = SEPARATOR[tree.sort];
  if (separator !== undefined) return tree.children.map(print).filter((text) => text !== '').join(separator);
  let text = tree.texts[0]!;
  tree.children.forEach((child, index) => {
    const inner = print(child);
    const bare = child.sort !== 'expression' || child.precedence >= tree.least[index]!;
    // What begins like a declaration or a block needs parentheses as a statement or as the body of an arrow function.
    const ambiguous = /(^|=> )$/.test(text) && (tree.kind === 'expression statement' || text !== '') && /^(\{|function|class|let\b|async function)/.test(inner) && child.sort === 'expression';
    text += (bare && !ambiguous ? inner : `(${inner})`) + tree.texts[index + 1]!;
  });
  return text;
}

/** How often each construct occurs. */
export function countKinds(tree: Tree, counts: Map<string, number>): void {
  counts.set(tree.kind, (counts.get(tree.kind) ?? 0) + 1);
  for (const child of tree.children) countKinds(child, counts);
}

const ONE = expression('literal')`1`;

/** Everything a little smaller than the tree, large cuts first. Not all of it parses: who asks finds out. */
export function* smaller(tree: Tree): Generator<Tree> {
  const isList = SEPARATOR[tree.sort] !== undefined;
  if (isList) {
    for (let size = tree.children.length; size >= 1; size >>= 1) {
      for (let from = 0; from < tree.children.length; from += size) {
        yield { ...tree, children: tree.children.filter((_, index) => index < from || index >= from + size) };
      }
    }
  }
  if (tree.sort === 'expression' && tree.kind !== 'literal') yield ONE;
  if (tree.sort === 'expression' || tree.sort === 'statement') yield* instead(tree, tree.sort);
  for (const [index, child] of tree.children.entries()) {
    for (const replaced of smaller(child)) yield { ...tree, children: tree.children.with(index, replaced) };
  }
}

/** The nearest parts that may stand in place of the whole. */
function* instead(tree: Tree, sort: 'expression' | 'statement'): Generator<Tree> {
  for (const child of tree.children) {
    if (child.sort === sort || (sort === 'statement' && child.sort === 'statements')) yield child;
    else yield* instead(child, sort);
  }
}
