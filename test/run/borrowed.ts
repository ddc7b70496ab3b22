// frame: 9
// coroutine: call, early, inner, nested, neverReady, write
// @ts-nocheck: what the checker refuses runs all the same, and has to run alike
/**
 * Arrow functions with the `this`, `arguments`, `super` and `new.target` of the function around them, which become generators,
 * because of an `await using` that is never reached; `counted` stays in a frame.
 */
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, type Log } from './support/leaf';

type Any = any;

const NEVER: boolean = false;

class Base {
  constructor(readonly leaf: Leaf) {}
  tag = 'base';
  greet(...names: Any[]) { return ['greet', this.tag, ...names]; }
  template(strings: TemplateStringsArray, ...values: Any[]) { return [strings.raw.join('|'), values, this.tag]; }
  get value() { return `value of ${this.tag}`; }
  set value(x: Any) { (this as Any).written = x; }
}

class Derived extends Base {
  constructor(leaf: Leaf, made?: Any[]) {
    /** @asyncTrait */
    const early = async () => { if (NEVER) { await using never = undefined; void never; } let n = 0; const add = () => ++n; await leaf.get('early'); add(); return [n, typeof this, this.tag, new.target === Derived]; };
    /** @asyncTrait */
    const neverReady = async () => { if (NEVER) { await using never = undefined; void never; } let n = 0; const add = () => ++n; await leaf.get('late'); add(); return n; };
    made?.push(neverReady());
    super(leaf);
    made?.push(early());
  }

  override tag = 'derived';

  arrows(..._: Any[]): Any {
    /** @asyncTrait */
    const call = async () => {
      if (NEVER) { await using never = undefined; void never; }
      let n = 0;
      const add = () => ++n;
      await this.leaf.get(arguments.length);
      add();
      return [n, super.greet(arguments[0], await this.leaf.get('greet')), await super.greet(1), super.greet?.(...arguments), super.template`a${n}b`, arguments.length, { arguments }.arguments[0], new.target];
    };
    /** @asyncTrait */
    const write = async (key = 'value', first = arguments[0], inherited = super.value) => {
      if (NEVER) { await using never = undefined; void never; }
      let n = 0;
      const add = () => ++n;
      add();
      super.value = await this.leaf.get('written');
      const written = (this as Any).written;
      (super[key as 'value'] as Any) += await this.leaf.get('more');
      add();
      super.value ||= 'unused';
      [super.value] = [await this.leaf.get('pattern')];
      (super.value as Any)++;
      return [n, first, inherited, written, (this as Any).written, typeof super.value];
    };
    /** @asyncTrait */
    const nested = async () => {
      if (NEVER) { await using never = undefined; void never; }
      let n = 0;
      const add = () => ++n;
      /** @asyncTrait */
      const inner = async () => { if (NEVER) { await using never = undefined; void never; } let m = 0; const count = () => ++m; count(); await this.leaf.get(arguments[0]); count(); return [m, super.greet(arguments[0]), [arguments[0], () => arguments[0]][0]]; };
      add();
      const found = await inner();
      const object = { [`${arguments[0]}`]: super.tag, method() { return arguments.length; } };
      return [n, add(), found, object, object.method(), ((...more: Any[]) => [arguments[0], ...more])(1)];
    };
    /** @asyncTrait */
    const counted = async () => {
      let n = 0;
      const add = () => (n += arguments.length);
      add();
      n += await this.leaf.get(super.tag);
      add();
      super.value = n;
      return [n, super.greet(arguments[0], await this.leaf.get('greet')), (this as Any).written, new.target];
    };
    return { call, write, nested, counted };
  }

  field = /** @asyncTrait */ async () => { if (NEVER) { await using never = undefined; void never; } let n = 0; const add = () => ++n; await this.leaf.get('field'); add(); return [n, super.greet("field")]; };
}

class Arrows extends Case {
  @asyncTrait
  async called() { return await new Derived(this.leaf).arrows('a', 'b').call(); }

  @asyncTrait
  async written() { return await new Derived(this.leaf).arrows('a').write(); }

  @asyncTrait
  async counted() { return await new Derived(this.leaf).arrows('a').counted(); }

  @asyncTrait
  async nested() { return await new Derived(this.leaf).arrows('a').nested(); }

  @asyncTrait
  async fields() { return await new Derived(this.leaf).field(); }

  @asyncTrait
  async constructors() {
    const made: Any[] = [];
    new Derived(this.leaf, made);
    return await Promise.all(made);
  }

  @asyncTrait
  async statics() {
    class A { static tag = 'A'; static greet(x: Any) { return [x, this.tag]; } }
    class B extends A {
      static override tag = 'B';
      static of = /** @asyncTrait */ async (leaf: Leaf) => { let n = 0; const add = () => ++n; await leaf.get('static'); add(); return [n, super.greet('x'), this.tag]; };
      static made: Any;
      static { this.made = /** @asyncTrait */ async (leaf: Leaf) => { let n = 0; const add = () => ++n; await leaf.get('block'); add(); return [n, super.greet('y')]; }; }
    }
    return [await B.of(this.leaf), await B.made(this.leaf)];
  }

  @asyncTrait
  async newTarget() {
    const { leaf } = this;
    function Made(this: Any) { this.read = /** @asyncTrait */ async () => { if (NEVER) { await using never = undefined; void never; } let n = 0; const add = () => ++n; await leaf.get('target'); add(); return [n, new.target === Made]; }; }
    const made = new (Made as Any)();
    return await made.read();
  }
}

export const main = (log: Log) => matrix(log, Arrows);
