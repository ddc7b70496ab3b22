/** What options a trait has, and what each can be: one table for the decorator, the JSDoc tag and the plugin's defaults. */

type Rule = readonly (string | boolean)[] | 'count' | Rules;
interface Rules { readonly [name: string]: Rule }

export const TRAIT_OPTIONS = {
  scheduling: ['eager', 'microtask'],
  pool: { max: 'count', onExhausted: ['grow', 'throw', 'wait'], scope: ['instance', 'class'] },
  exclusive: [true, false],
  reuse: ['never', 'await-once'],
  returns: ['future', 'promise'],
  signal: ['last'],
} as const satisfies Rules;

export type Problem =
  | { readonly kind: 'unknown'; readonly path: string; readonly known: string }
  /** `at` is where it is said: the option itself, or what demands it. */
  | { readonly kind: 'bad'; readonly path: string; readonly allowed: string; readonly at: string };

/** What is wrong with `options`, by path: `pool.max`. */
export function problemsOf(options: object, rules: Rules = TRAIT_OPTIONS, path = ''): Problem[] {
  const found = Object.entries(options).flatMap(([name, value]): Problem[] => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const at = path + name;
    if (rule === undefined) return [{ kind: 'unknown', path: at, known: Object.keys(rules).join(', ') }];
    if (isRules(rule) && typeof value === 'object' && value !== null) return problemsOf(value as object, rule, `${at}.`);
    return fits(rule, value) ? [] : [{ kind: 'bad', path: at, allowed: allowedBy(rule), at }];
  });
  const { onExhausted, max } = options as { onExhausted?: unknown; max?: unknown };
  if (path === 'pool.' && max === undefined && (onExhausted === 'throw' || onExhausted === 'wait')) {
    found.push({ kind: 'bad', path: 'pool.max', allowed: `a whole number of at least 1 where onExhausted is '${onExhausted}'`, at: 'pool.onExhausted' });
  }
  return found;
}

function isRules(rule: Rule): rule is Rules {
  return typeof rule === 'object' && !Array.isArray(rule);
}

function fits(rule: Rule, value: unknown): boolean {
  if (rule === 'count') return Number.isInteger(value) && (value as number) >= 1;
  return Array.isArray(rule) && rule.includes(value as string);
}

function allowedBy(rule: Rule): string {
  if (rule === 'count') return 'a whole number of at least 1';
  if (isRules(rule)) return `an object literal with ${Object.keys(rule).join(', ')}`;
  return rule.map((word) => (typeof word === 'string' ? `'${word}'` : String(word))).join(' or ');
}
