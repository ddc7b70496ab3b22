// frame: 18
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class Base extends Case {
  get inherited() { return this.note('get inherited'); }
  set inherited(value: string) { this.log('set inherited', value); }
}

class Assignments extends Base {
  readonly a: any[] = [10, 20, 30];
  o: any = { x: 1 };
  #p = 100;
  index = 0;
  _i() {
    this.log('i', this.index);
    return this.index++;
  }
  get self() {
    this.log('self');
    return this;
  }

  @asyncTrait
  async compoundMember() {
    this.a[this._i()] += await this.leaf.get(5);
    this.self.a[this._i()] *= this.note(2) + (await this.leaf.get(1));
    return this.a;
  }

  @asyncTrait
  async oldValueIsReadFirst() {
    let x = 1;
    x += ((x = 100), await this.leaf.get(10));
    this.o.x += ((this.o.x = 50), await this.leaf.get(3));
    return [x, this.o.x];
  }

  @asyncTrait
  async plainMember() {
    this.self.o[this.note('k')] = await this.leaf.get('v');
    this.self.o.y = await this.leaf.get('w');
    return this.o;
  }

  @asyncTrait
  async awaitInTheTarget() {
    (await this.leaf.get(this.o)).z = this.note(1);
    this.o[await this.leaf.get('q')] = this.note(2);
    this.o[await this.leaf.get('x')] += await this.leaf.get(4);
    return this.o;
  }

  @asyncTrait
  async targetReplacedMeanwhile() {
    const first = this.o;
    this.o.x = ((this.o = { other: true }), await this.leaf.get('new'));
    return [first, this.o];
  }

  @asyncTrait
  async nullTarget() {
    let nothing: any = null;
    nothing.x = await this.leaf.get('evaluated');
  }

  @asyncTrait
  async nullTargetWithKey() {
    let nothing: any = null;
    nothing[this.note('key')] = await this.leaf.get('evaluated');
  }

  @asyncTrait
  async nullTargetCompound() {
    let nothing: any = null;
    nothing.x += await this.leaf.get('never');
  }

  @asyncTrait
  async keyIsConvertedOnce() {
    const key: any = { toString: () => this.note('x') };
    this.o[key] += await this.leaf.get(1);
    return this.o;
  }

  @asyncTrait
  async superMember() {
    super.inherited = await this.leaf.get('s');
    super.inherited += await this.leaf.get('t');
    super[this.note('inherited' as const)] = await this.leaf.get('u');
    return super.inherited;
  }

  @asyncTrait
  async privateMember() {
    this.#p += await this.leaf.get(1);
    this.#p = (await this.leaf.get(2)) + this.#p;
    return this.#p++ + (await this.leaf.get(3));
  }

  @asyncTrait
  async logicalAssignments() {
    const o: any = { zero: 0, one: 1, none: null };
    o.zero ||= await this.leaf.get('or');
    o.one ||= await this.leaf.get('never');
    o.one &&= await this.leaf.get('and');
    o.none ??= await this.leaf.get('nullish');
    o.one ??= await this.leaf.get('never');
    let v: any;
    v ??= await this.leaf.get('v');
    return [o, v, (o.missing ??= await this.leaf.get('m'))];
  }

  @asyncTrait
  async chained() {
    let x: any, y: any;
    x = y = this.o.c = await this.leaf.get('c');
    return [x, y, this.o, (x = await this.leaf.get(1)) + x];
  }

  @asyncTrait
  async operators() {
    let n = 100;
    n -= await this.leaf.get(1);
    n /= await this.leaf.get(3);
    n %= await this.leaf.get(20);
    n **= await this.leaf.get(2);
    n <<= await this.leaf.get(1);
    n |= await this.leaf.get(1);
    return n;
  }

  @asyncTrait
  async destructuring() {
    const { a, b: { c = this.note('default') }, ...rest } = await this.leaf.get({ a: 1, b: {}, d: 4, e: 5 });
    const [first, , third = this.note(3), ...others] = await this.leaf.get([1, 2, undefined, 4, 5]);
    let x, y;
    ({ x, y = this.note('y') } = await this.leaf.get({ x: 1 }));
    [x, y] = [y, x];
    [this.o.p, this.o[this.note('q')]] = await this.leaf.get(['p', 'q']);
    return [a, c, rest, first, third, others, x, y, this.o];
  }

  @asyncTrait
  async awaitInAPattern() {
    const { a = await this.leaf.get('default'), [await this.leaf.get('key')]: b } = this.note<any>({ key: 'value' });
    const [c = await this.leaf.get('c')] = [] as any[];
    let d;
    [d = await this.leaf.get('d')] = [] as any[];
    return [a, b, c, d];
  }

  @asyncTrait
  async destructuringOfNothing() {
    const { a } = await this.leaf.get(null);
    return a;
  }

  @asyncTrait
  async severalDeclarations() {
    const a = this.note(1), b = await this.leaf.get(a + 1), c = this.note(b + 1), d = await this.leaf.get(c);
    let e, f = await this.leaf.get(d);
    var g = await this.leaf.get(f), h = g;
    return [a, b, c, d, e, f, g, h];
  }
}

export const main = (log: Log) => matrix(log, Assignments);
