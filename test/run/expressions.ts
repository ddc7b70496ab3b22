// frame: 36
/** `await` anywhere in an expression: what is evaluated before it, and what after. */
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class Expressions extends Case {
  @asyncTrait
  async sum() {
    return this.note(1) + (await this.leaf.get(2)) * this.note(3) - (await this.leaf.get(4));
  }

  @asyncTrait
  async nested() {
    return await this.leaf.get((await this.leaf.get(1)) + (await this.leaf.get(this.note(2))));
  }

  @asyncTrait
  async receiverThatAwaits() {
    return await (await this.leaf.get(this.leaf)).get(this.note(7));
  }

  @asyncTrait
  async argumentsOfACall() {
    const f = (...args: unknown[]) => this.note(args);
    return f(this.note('a'), await this.leaf.get('b'), this.note('c'), ...(await this.leaf.get(['d', 'e'])), await this.leaf.get('f'), this.note('g'));
  }

  @asyncTrait
  async spreadBeforeAnAwait() {
    const iterable = { *[Symbol.iterator]() { yield 1; yield 2; } };
    const watch = { [Symbol.iterator]: () => (this.log('iterated'), iterable[Symbol.iterator]()) };
    return Math.max(...watch, await this.leaf.get(3), ...watch);
  }

  @asyncTrait
  async receiverAndMethodAreReadFirst() {
    const log = this.log;
    const object = {
      get method() {
        log('read method');
        return (x: unknown) => `first ${String(x)}`;
      },
    };
    let target: any = object;
    const result = target.method(await this.leaf.get('x'), (target = undefined));
    return [result, target];
  }

  @asyncTrait
  async aMethodReplacedWhileItsArgumentsWait() {
    const object = { m: (x: unknown) => ['old', x] };
    return object.m((await this.leaf.get(1), (object.m = (x) => ['new', x]), 2));
  }

  @asyncTrait
  async newExpression() {
    const log = this.log;
    class Made { constructor(...args: unknown[]) { log('made', args); } }
    return new Made(this.note(1), await this.leaf.get(2), ...[3, 4], await this.leaf.get(5));
  }

  @asyncTrait
  async newOfAnAwaitedClass() {
    class Made { value; constructor(value: number) { this.value = value; } }
    return new (await this.leaf.get(Made))(this.note(1)).value;
  }

  @asyncTrait
  async template() {
    const spelled = { toString: () => this.note('spelled') };
    return `a${spelled}b${await this.leaf.get(1)}c${this.note(2)}d${await this.leaf.get(3)}${spelled}`;
  }

  @asyncTrait
  async taggedTemplate() {
    const tag = (strings: TemplateStringsArray, ...values: unknown[]) => [strings.raw.join('|'), Object.isFrozen(strings), values];
    return tag`a\n${this.note(1)}b${await this.leaf.get(2)}c${await this.leaf.get(3)}`;
  }

  @asyncTrait
  async taggedTemplateOfAMember() {
    const object = { name: 'it', tag(strings: TemplateStringsArray, ...values: unknown[]) { return [this.name, strings.length, values]; } };
    return object.tag`a${await this.leaf.get(2)}c${await this.leaf.get(3)}`;
  }

  @asyncTrait
  async arrays() {
    return [this.note(1), , await this.leaf.get(2), ...[this.note(3)], ...(await this.leaf.get([4])), , this.note(5)];
  }

  @asyncTrait
  async objects() {
    const shorthand = this.note('s');
    return { a: this.note(1), shorthand, b: await this.leaf.get(2), ...{ c: this.note(3) }, ...(await this.leaf.get({ d: 4 })), e: this.note(5), m() { return 1; } };
  }

  @asyncTrait
  async objectWithComputedKeys() {
    return { [this.note('a')]: await this.leaf.get(1), [await this.leaf.get('b')]: this.note(2), __proto__: null, get g() { return 7; }, c: await this.leaf.get(3) };
  }

  @asyncTrait
  async objectOrderIsKept() {
    let n = 0;
    const shorthand = () => n;
    const object = { first: n++, shorthand, second: (await this.leaf.get(0)) + n++, third: n++ };
    return [object.first, object.second, object.third, Object.keys(object)];
  }

  @asyncTrait
  async comma() {
    return (this.note(1), await this.leaf.get(2), this.note(3), await this.leaf.get(4));
  }

  @asyncTrait
  async unary() {
    const object: any = { x: 1, y: 2 };
    return [!(await this.leaf.get(0)), -(await this.leaf.get(1)), typeof (await this.leaf.get('s')), void (await this.leaf.get(9)), delete object[await this.leaf.get('x')], object];
  }

  @asyncTrait
  async increments() {
    const object: Record<string, number> = { a: 1, b: 5 };
    const before = object[await this.leaf.get('a')]++;
    const after = --object[await this.leaf.get('b')];
    return [before, after, object];
  }

  @asyncTrait
  async operators() {
    const key = await this.leaf.get('k');
    return [key in { k: 1 }, (await this.leaf.get([])) instanceof Array, 2 ** (await this.leaf.get(3)), (await this.leaf.get(7)) & 3, (await this.leaf.get(1)) === 1];
  }

  @asyncTrait
  async leftOperandIsReadFirst() {
    let x = 1;
    const sum = x + ((await this.leaf.get(10)), (x = 5)) + x;
    return [sum, x];
  }

  @asyncTrait
  async memberIsReadFirst() {
    const object = { x: 1 };
    return object.x + ((object.x = 7), await this.leaf.get(10)) + object.x;
  }

  @asyncTrait
  async parameterReassignedInAnOperand(p = 1) {
    return p + ((p = 2), await this.leaf.get(10)) + p;
  }

  @asyncTrait
  async conditional() {
    const one = (await this.leaf.get(true)) ? await this.leaf.get('yes') : this.note('no');
    const two = this.note(false) ? await this.leaf.get('never') : await this.leaf.get('other');
    const three = this.note(1) ? this.note('plain') : await this.leaf.get('never');
    return [one, two, three];
  }

  @asyncTrait
  async logical() {
    return [
      this.note(0) && (await this.leaf.get('never')),
      this.note(1) && (await this.leaf.get('and')),
      this.note(0) || (await this.leaf.get('or')),
      this.note(1) || (await this.leaf.get('never')),
      this.note(null) ?? (await this.leaf.get('nullish')),
      this.note(0) ?? (await this.leaf.get('never')),
      (await this.leaf.get(0)) || this.note('right'),
      ((await this.leaf.get(1)) && (await this.leaf.get(0))) || this.note('end'),
    ];
  }

  @asyncTrait
  async logicalInCondition() {
    if ((await this.leaf.get(1)) && !(await this.leaf.get(0))) return 'in';
    return 'out';
  }

  @asyncTrait
  async asAndNonNull() {
    const value = (await (this.leaf.get('a') as Promise<string>))!;
    const other = (<any>(await this.leaf.get('b'))) satisfies unknown;
    return [value, other, await (this.leaf.get('c')!)];
  }

  @asyncTrait
  async privateBrand() {
    return [#secret in this && (await this.leaf.get(1)), #secret in (await this.leaf.get({}))];
  }
  #secret = 1;

  @asyncTrait
  async plainValues() {
    return [await 1, await undefined, await null, await 'text', await Promise.resolve(2), await { then: (done: (x: number) => void) => done(3) }];
  }

  @asyncTrait
  async regexpAndBigint() {
    return [/a/g, await this.leaf.get(1n), 2n + (await this.leaf.get(3n)), /b/.test(await this.leaf.get('b'))];
  }

  @asyncTrait
  async namesOfFunctions() {
    const object = { f: () => 1, g: await this.leaf.get(1), h: function () {}, k: class {} };
    return [object.f.name, object.h.name, object.k.name];
  }

  @asyncTrait
  async importCall() {
    try {
      return await import(await this.leaf.get('node:path')).then(() => 'loaded');
    } catch (error) {
      return (error as Error).name;
    }
  }

  @asyncTrait
  async callOfAnAwaited() {
    return (await this.leaf.get((x: number) => x + 1))(this.note(1));
  }

  @asyncTrait
  async memberOfAnAwaited() {
    return (await this.leaf.get({ a: { b: [1, 2] } })).a.b[this.note(1)];
  }

  @asyncTrait
  async methodOfAnAwaited() {
    return (await this.leaf.get({ n: 5, m(x: number) { return this.n + x; } })).m(await this.leaf.get(2));
  }

  @asyncTrait
  async manyLocals() {
    const a = await this.leaf.get(1), b = await this.leaf.get(2), c = a + b, d = c + 1, e = d + 1, f = e + 1, g = f + 1;
    const h = g + 1, i = h + 1, j = i + 1, k = j + 1, l = k + 1, m = l + 1, n = m + 1, o = n + 1;
    const last = await this.leaf.get(3);
    return [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, last];
  }
}

export const main = (log: Log) => matrix(log, Expressions);
