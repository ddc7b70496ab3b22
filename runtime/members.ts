/** Trait methods that stand where a class cannot simply be asked for them: under computed keys, decorators, in literals. */
import { callAfter, type Method, pollSymbol, publicSymbol, type AnyFunction, type MethodShape } from './method';
import { bind, makeMethod, nameHelper } from './traits';

/** The key that a computed name comes to (ECMAScript ToPropertyKey): converted once, used at several places. */
export function propertyKey(value: unknown): PropertyKey {
  return typeof value === 'symbol' || typeof value === 'string' ? value : Reflect.ownKeys({ [value as string]: 0 })[0]!;
}

/**
 * The innermost standard decorator of a trait method on which decorators of others stand: takes the poll, and gives those the
 * public function. Whether they leave that in its place, `traits` and the guard of the poll see later.
 */
export function decorated(shape: MethodShape, keep: (method: Method) => void) {
  return (body: AnyFunction, { name }: { name: PropertyKey }): AnyFunction => {
    // The entry is not there yet, and the method may be called before: then the poll is told by its depth to look at nothing
    // and to poll nothing.
    const early: AnyFunction = function (depth, ...args) {
      const { entry } = method;
      return entry === early ? callAfter(body, this, Infinity, args) : callAfter(entry!, this, depth, args);
    };
    const method = makeMethod(name, shape, body, shape.coroutine === undefined ? early : undefined);
    keep(method);
    return method.publicFunction!;
  };
}

/**
 * home({ next: ($next = homeMethod('next', { length: 0 })).publicFunction, [nextPoll]($d) { ... super.next() ... } }, $next)
 *
 * `super` looks into the prototype of the literal that a method was written in. So the polls are methods of it until it is
 * there, under symbols at its end; then they are taken out.
 */
export function home<T extends object>(literal: T, ...methods: Method[]): T {
  const members = literal as Record<PropertyKey, AnyFunction | undefined>;
  const symbols = methods.flatMap(({ name }) => [pollSymbol(name), publicSymbol(name)]);
  methods.forEach((method) => {
    const body = members[pollSymbol(method.name)]!;
    nameHelper(method, body);
    bind(method, body, members[publicSymbol(method.name)]);
  });
  symbols.reverse().forEach((symbol) => delete members[symbol]);
  return literal;
}

/** A variable or property that code elsewhere reaches by functions; both its own words and those of a compiled generator can use it. */
export function reference(get: () => unknown, set: (value: unknown) => void): { value: unknown } {
  return Object.defineProperty({}, 'value', { get, set }) as { value: unknown };
}
