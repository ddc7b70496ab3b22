// frame: 52
// coroutine: Forms.arrowsSeeArguments, Parameters._arguments
/** Nested functions over locals, `this`, `arguments`, parameters, and the forms a trait function can have. */
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, turn, type Log } from './support/leaf';

class Closures extends Case {
  @asyncTrait
  async overConstants() {
    const id = await this.leaf.get(2);
    const list = [1, 2, 3].filter((x) => x >= id);
    await this.leaf.get(list.length);
    return list.map((x) => x * id);
  }

  @asyncTrait
  async overAChangingVariable() {
    let n = 0;
    const increment = () => ++n;
    increment();
    await this.leaf.get(1);
    increment();
    n += 10;
    await this.leaf.get(2);
    return [n, increment()];
  }

  @asyncTrait
  async madeBeforeAndCalledAfter() {
    let late = 'old';
    const read = () => late;
    await this.leaf.get(1);
    late = 'new';
    return read();
  }

  @asyncTrait
  async declaredFunctions() {
    this.note(twice(1));
    const two = await this.leaf.get(2);
    function twice(x: number): number { return 2 * x; }
    function recursive(x: number): number { return x <= 0 ? 0 : x + recursive(x - 1); }
    return [twice(two), recursive(3), twice.name];
  }

  @asyncTrait
  async declaredFunctionOverALocal() {
    const base = this.note(5);
    function add(x: number) { return base + x; }
    await this.leaf.get(1);
    return add(await this.leaf.get(2));
  }

  @asyncTrait
  async localClasses() {
    const factor = await this.leaf.get(3);
    class Local { static made = 0; constructor(readonly x: number) { Local.made++; } get y() { return this.x * factor; } }
    const one = new Local(await this.leaf.get(1));
    return [one.y, new Local(2).y, Local.made, Local.name];
  }

  @asyncTrait
  async thisInArrows() {
    const read = () => this.leaf.calls;
    await this.leaf.get(1);
    return [read(), [1, 2].map((x) => x + this.leaf.calls)];
  }

  @asyncTrait
  async selfReference() {
    const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
    return factorial(await this.leaf.get(4)) + factorial(await this.leaf.get(3));
  }

  @asyncTrait
  async sameNameInManyBlocks() {
    const out: unknown[] = [];
    let x: any = 1;
    {
      let x: any = await this.leaf.get('inner');
      { const x = await this.leaf.get('innermost'); out.push(x); }
      out.push(x);
      x = 0;
    }
    if (x) { const x = await this.leaf.get('if'); out.push(() => x); }
    out.push(x);
    return out.map((item) => (typeof item === 'function' ? item() : item));
  }

  @asyncTrait
  async temporalDeadZone() {
    try {
      const read = () => later;
      await this.leaf.get(1);
      this.note(read());
      let later = await this.leaf.get(2);
      return later;
    } catch (error) {
      return (error as Error).name;
    }
  }

  @asyncTrait
  async constantIsAssigned() {
    const x: any = await this.leaf.get(1);
    try {
      // @ts-expect-error the point
      x = 2;
    } catch (error) {
      return [(error as Error).name, await this.leaf.get(x)];
    }
  }

  @asyncTrait
  async hoistedVariables() {
    const out: unknown[] = [v];
    if (await this.leaf.get(true)) { var v: any = 'set'; }
    out.push(v, await this.leaf.get(v));
    var v: any;
    return [...out, v];
  }

  @asyncTrait
  async asyncFunctionsInside() {
    const inner = async (x: number) => (await this.leaf.get(x)) + 1;
    return (await inner(1)) + (await inner(2));
  }

  @asyncTrait
  async immediatelyCalled() {
    return await (async () => { this.note('in'); return await this.leaf.get('v'); })();
  }

  @asyncTrait
  async generatorInside() {
    const n = await this.leaf.get(3);
    function* upTo(limit: number) { for (let i = 0; i < limit; i++) yield i; }
    return [...upTo(n)];
  }
}

class Parameters extends Case {
  @asyncTrait
  async _defaults(a: any = this.note('a'), b: any = [a, 'b'], { c = this.note('c'), ...rest }: any = {}, [d = a]: any[] = []) {
    await this.leaf.get(1);
    return [a, b, c, d, rest];
  }

  @asyncTrait
  async defaults() {
    return [await this._defaults(), await this._defaults(undefined, 2), await this._defaults(1, null, { c: 3, x: 4 }, [5])];
  }

  @asyncTrait
  async _throwing(a: any = this._fail()) {
    this.note('never');
    return await this.leaf.get(a);
  }
  _fail(): never { throw new Error('default'); }

  @asyncTrait
  async throwingDefaultRejects() {
    let promise;
    try { promise = this._throwing(); } catch { return 'thrown at the call'; }
    try { await promise; } catch (error) { return ['rejected', error]; }
    return 'neither';
  }

  @asyncTrait
  async throwingDefaultOnTheSpot() {
    return await this._throwing();
  }

  @asyncTrait
  async _pattern({ a }: any) {
    return await this.leaf.get(a);
  }

  @asyncTrait
  async patternOfNothing() {
    return await this._pattern(undefined);
  }

  @asyncTrait
  async _rest(first: any, ...rest: any[]) {
    const n = await this.leaf.get(rest.length);
    rest.push('own');
    return [first, n, rest];
  }

  @asyncTrait
  async rest() {
    const list = [1, 2];
    return [await this._rest(0), await this._rest(0, ...list, 3), await (this as any)._rest(), list];
  }

  @asyncTrait
  async _arguments(_a?: any, _b?: any) {
    const before = arguments.length;
    await this.leaf.get(before);
    const inArrow = () => arguments[1];
    return [before, [...arguments], inArrow()];
  }

  @asyncTrait
  async usesArguments() {
    return [await this._arguments(), await this._arguments(1, 2), await (this as any)._arguments(1, 2, 3)];
  }

  @asyncTrait
  async _two(a?: any, b?: any) {
    await this.leaf.get('two');
    return [a, b];
  }

  @asyncTrait
  async wrongNumberOfArguments() {
    return [await this._two(1), await (this as any)._two(1, 2, 3), await (this as any)._two(1, 2, 3, 4, undefined), await this._two(undefined, null)];
  }

  @asyncTrait
  async _assigned(a: any, b = a) {
    a = await this.leaf.get('new');
    return [a, b, ((b = 5), b)];
  }

  @asyncTrait
  async assignedParameters() {
    return await this._assigned('old');
  }

  @asyncTrait
  async _closureDefault(a: any, f = () => a) {
    a = await this.leaf.get('changed');
    return [a, f()];
  }

  @asyncTrait
  async closuresInDefaults() {
    return await this._closureDefault('original');
  }

  @asyncTrait
  async lengthsAndNames() {
    const { prototype } = Parameters as any;
    return ['_defaults', '_rest', '_two', '_assigned'].map((name) => [prototype[name].name, prototype[name].length]);
  }

  @asyncTrait
  async _generic<T extends number>(x: T): Promise<T[]> {
    return [await this.leaf.get(x)];
  }

  _overloaded(x: number): Promise<number>;
  _overloaded(x: string): Promise<string>;
  @asyncTrait
  async _overloaded(x: any): Promise<any> {
    return await this.leaf.get(x);
  }

  @asyncTrait
  async typesOnly() {
    return [await this._generic<1>(1), await this._overloaded('x'), await this._overloaded(2)];
  }
}

/** @asyncTrait */
async function declared(leaf: Leaf, x: number) {
  const one = await leaf.get(x);
  return one + (await leaf.get(x + 1));
}

/** @asyncTrait */
const arrow = async (leaf: Leaf, x = 5) => (await leaf.get(x)) * 2;

/** @asyncTrait */
const expression = async function named(leaf: Leaf, depth: number): Promise<unknown> {
  const value = await leaf.get(depth);
  return depth === 0 ? [value] : [value, await named(leaf, depth - 1)];
};

const literal = {
  prefix: 'literal',
  /** @asyncTrait */
  async method(leaf: Leaf, x: unknown) {
    return [this.prefix, await leaf.get(x)];
  },
  /** @asyncTrait */
  property: async (leaf: Leaf) => await leaf.get('property'),
  /** @asyncTrait */
  async 'quoted name'(leaf: Leaf) {
    return await leaf.get('quoted');
  },
  /** @asyncTrait */
  async [`computed${1}`](leaf: Leaf) {
    return await leaf.get('computed');
  },
};

class Forms extends Case {
  /** @asyncTrait */
  field = async (x: unknown) => [this.leaf.calls, await this.leaf.get(x), this.leaf.calls];

  @asyncTrait
  async functions() {
    return [await declared(this.leaf, 1), await arrow(this.leaf), await expression(this.leaf, 2)];
  }

  @asyncTrait
  async literals() {
    return [await literal.method(this.leaf, 1), await literal.property(this.leaf), await literal['quoted name'](this.leaf), await (literal as any).computed1(this.leaf)];
  }

  @asyncTrait
  async fields() {
    return [await this.field(1), await this.field(2)];
  }

  @asyncTrait
  async arrowInside() {
    const base = this.note(1);
    /** @asyncTrait */
    const inner = async (x: number) => base + (await this.leaf.get(x));
    /** @asyncTrait */
    async function hoisted(leaf: Leaf) { return await leaf.get('hoisted'); }
    return [await inner(1), await inner(2), await hoisted(this.leaf)];
  }

  @asyncTrait
  async arrowsSeeArguments(..._: unknown[]) {
    const outer = this.leaf;
    /** @asyncTrait */
    const inner = async () => [arguments.length, await outer.get('inner'), arguments.length];
    return await inner();
  }

  @asyncTrait
  async namesOfFunctions() {
    const without = [arrow, expression, literal.method, literal.property, literal['quoted name']].map((f) => [f.name, f.length, 'prototype' in f]);
    // A declaration is hoisted, and that of a hoisted function cannot be deleted: it is there, and undefined.
    return [...without, [declared.name, declared.length, declared.prototype]];
  }

  @asyncTrait
  async notConstructible() {
    const out: unknown[] = [];
    for (const f of [declared, arrow, Forms.prototype.functions] as any[]) {
      try { new f(); } catch (error) { out.push((error as Error).name); }
    }
    return out;
  }
}

export const main = (log: Log) => matrix(log, Closures, Parameters, Forms);
