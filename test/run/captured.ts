// frame: 46
// coroutine: Shadows.enums, Streams._closing, inner
// @ts-nocheck: what the checker refuses runs all the same, and has to run alike
/** Variables that closures share with the code behind an await, and variables used too early. */
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class Captured extends Case {
  @asyncTrait
  async counter() {
    let n = 0;
    const inc = () => ++n;
    inc();
    await this.leaf.get(n);
    inc();
    n += 10;
    const later = await this.leaf.get(() => n);
    n++;
    return [n, inc(), later()];
  }

  @asyncTrait
  async writtenInAnotherClosure() {
    let value: unknown = 'old';
    const set = (to: unknown) => void (value = to);
    const read = () => value;
    await this.leaf.get(1);
    set('new');
    const seen = read();
    value = undefined;
    return [seen, read(), value];
  }

  @asyncTrait
  async everyForm() {
    let n: any = 1;
    let o: any = { a: 1 };
    const read = () => [n, o];
    await this.leaf.get(1);
    n += await this.leaf.get(2);
    n++;
    --n;
    n **= 2;
    n ||= 7;
    n &&= n + 1;
    o ??= 1;
    const short = { n, o };
    ({ n, o = 5 } = { n: n + 1, o: undefined } as any);
    [n, o = () => n] = [n + 1];
    for (n of [3, 4]) this.note(n);
    for (n in { key: 1 }) this.note(n);
    for ({ x: n } of [{ x: 8 }]) this.note(n);
    await this.leaf.get(2);
    return [typeof n, `${n}`, o.name, o(), short, read()[0], (() => n)()];
  }

  @asyncTrait
  async functionsInCells() {
    let f: any = function () { return this === undefined; };
    const swap = () => { f = () => 'swapped'; };
    const before = [f.name, f()];
    await this.leaf.get(1);
    swap();
    const tagged = f`x`;
    return [before, f.name, f(), f?.(), tagged];
  }

  @asyncTrait
  async hoistedFunctionAssigned() {
    const first = f();
    function f(): any { return 1; }
    const other = () => f;
    await this.leaf.get(1);
    (f as any) = () => 2;
    return [first, f(), other()(), f.name, other() === f];
  }

  @asyncTrait
  async vars() {
    const read = () => [a, b, c];
    var a: any = 1, b: any = 2;
    await this.leaf.get(1);
    for (var c: any = 0, d = 5; c < 2; c++) await this.leaf.get(c + d);
    var { a, x = a } = { a: 10 } as any;
    for (var b of [7, 8] as any[]) this.note(b);
    if (a) var c: any = 'again';
    return [a, b, c, x, d, read()];
  }

  @asyncTrait
  async switchScope() {
    const out: unknown[] = [];
    for (const k of [0, 1, 2]) {
      try {
        switch (k) {
          case 0: let x: any = 'zero'; await this.leaf.get(x); out.push(x); break;
          case 1: out.push(typeof x); break;
          default: x = await this.leaf.get(2); out.push(x);
        }
      } catch (error) { out.push((error as Error).name); }
    }
    return out;
  }

  @asyncTrait
  async everyRoundItsOwn() {
    const made: (() => unknown)[] = [];
    for (let i = 0, step = () => (i += 1), stop = 4; i < stop; i++) {
      made.push(() => i, step);
      await this.leaf.get(i);
      if (i === 1) i++;
    }
    return made.map((f) => f());
  }

  @asyncTrait
  async roundsThatAwaitInTheHead() {
    const made: (() => unknown)[] = [];
    for (let i = await this.leaf.get(0), end = await this.leaf.get(3); i < (await this.leaf.get(end)); i++) {
      made.push(() => i);
      if (i === 1) continue;
      await this.leaf.get(i);
    }
    return made.map((f) => f());
  }

  @asyncTrait
  async blocks() {
    const made: (() => unknown)[] = [];
    for (const x of [1, 2]) {
      let y = x;
      made.push(() => ++y);
      await this.leaf.get(y);
      y *= 10;
      { let y = await this.leaf.get('inner'); made.push(() => (y += '!')); await this.leaf.get(y); }
    }
    return made.map((f) => f());
  }

  @asyncTrait
  async catchVariable() {
    const made: (() => unknown)[] = [];
    try { throw new Error('first'); } catch (e: any) {
      made.push(() => e.message);
      await this.leaf.get(1);
      e = new Error('second');
      made.push(() => e.message);
    }
    return made.map((f) => f());
  }
}

class TooEarly extends Case {
  _caught(f: () => unknown) {
    try { return f(); } catch (error) { return (error as Error).message; }
  }

  @asyncTrait
  async inAClosure() {
    const read = () => x;
    const write = () => { (x as any) = 1; };
    const kind = () => typeof x;
    const early = [this._caught(read), this._caught(write), this._caught(kind)];
    await this.leaf.get(1);
    const again = this._caught(read);
    let x: any = await this.leaf.get('value');
    await this.leaf.get(2);
    return [early, again, read(), write(), x, kind()];
  }

  @asyncTrait
  async inItsOwnInitializer() {
    await this.leaf.get(1);
    const calls = (f: () => unknown) => this._caught(f);
    const x: any = calls(() => x);
    const { a = calls(() => b), b } = { b: 2 } as any;
    const later = () => later;
    await this.leaf.get(2);
    return [x, a, b, later === later()];
  }

  @asyncTrait
  async directly() {
    let message: unknown;
    try { message = (late as any); } catch (error) { message = (error as Error).message; }
    await this.leaf.get(1);
    const late = await this.leaf.get(2);
    try { (late as any)++; } catch (error) { return [message, late, (error as Error).message]; }
    return [message];
  }

  @asyncTrait
  async classes() {
    const make = () => new Late();
    const early = this._caught(make);
    await this.leaf.get(1);
    class Late { self() { return Late; } }
    await this.leaf.get(2);
    return [early, make().self() === Late, make().constructor.name];
  }

  @asyncTrait
  async hoistedHelper() {
    const a = await this.leaf.get(1);
    const out = helper();
    const b = await this.leaf.get(2);
    return [out, helper(), b];
    function helper() { return [a, typeof out]; }
  }

  @asyncTrait
  async headOfALoop() {
    const out: unknown[] = [];
    const x = 'outer';
    try { for (const x of (await this.leaf.get([1]), [() => x])) out.push(x); } catch (error) { out.push((error as Error).message); }
    for (const f of [() => f] as any[]) { await this.leaf.get(1); out.push(this._caught(f) === f); }
    return [out, x];
  }

  @asyncTrait
  async _parameters(this: any, a = this._caught(() => b), b = () => [a, b], { c = a } = {} as any, ...[d, e = d]: any[]) {
    await this.leaf.get(1);
    a = 'changed';
    return [b.name, b()[0], c, d, e];
  }

  @asyncTrait
  async parameters() {
    return [await this._parameters(), await this._parameters(1 as any, undefined, { c: 3 }, 4)];
  }
}

class Shadows extends Case {
  @asyncTrait
  async savedBehindAnother() {
    const x = await this.leaf.get('outer');
    const f = () => 'outer f';
    {
      const x = await this.leaf.get('inner');
      const f = () => 'inner f';
      class C {}
      await this.leaf.get(x);
      this.note([{ x }, f.name, f(), C.name]);
      { const { x, C = 1 } = { x: await this.leaf.get('innermost') } as any; await this.leaf.get(x); this.note([x, C]); }
    }
    for (const x of [await this.leaf.get('loop')]) { await this.leaf.get(x); this.note(x); }
    try { throw await this.leaf.get('thrown'); } catch (x) { await this.leaf.get(x); this.note(x); }
    return [x, f()];
  }

  @asyncTrait
  async _defaults(this: any, value = outer, f = () => outer) {
    const outer = await this.leaf.get('inner');
    return [value, f(), outer];
  }

  @asyncTrait
  async defaultsSeeNothingOfTheBody() {
    return this._defaults();
  }

  @asyncTrait
  async enums() {
    const before = await this.leaf.get(1);
    enum Color { Red = 1, Green = Red << 2 }
    const name = () => Color[Color.Green];
    await this.leaf.get(Color.Red);
    return [before, Color.Green, name(), Color];
  }

  @asyncTrait
  async functionsInBlocks() {
    const out: unknown[] = [];
    for (const n of [1, 2]) {
      out.push(f());
      await this.leaf.get(n);
      out.push(f());
      function f() { return n; }
      { function f() { return -n; } await this.leaf.get(f()); }
    }
    return out;
  }
}

class Together extends Case {
  @asyncTrait
  async countedByOthers() {
    let done = 0;
    const each = async (x: unknown) => { done++; await this.leaf.get(x); done++; };
    await Promise.all([1, 2].map(each));
    await this.leaf.get(done);
    await each(3);
    return done;
  }

  @asyncTrait
  async compiledInside() {
    let n = 1;
    /** @asyncTrait */
    const inner = async (by: number) => {
      n += by;
      let own = n;
      const add = () => (own += n);
      add();
      n += await this.leaf.get(own);
      add();
      return [n, own];
    };
    return [await inner(1), n++, await inner(n), n];
  }

  @asyncTrait
  async calledInACoroutine() {
    let f: any = function (this: unknown, x: unknown) { return [this === undefined, x]; };
    /** @asyncTrait */
    const inner = async function (this: unknown) { return [f(await 1), await f(2), f?.(arguments.length), { f }.f === f]; };
    const before = await inner();
    f = function (this: unknown, x: unknown) { return ['second', this === undefined, x]; };
    return [before, await inner()];
  }

  @asyncTrait
  async classesShareIt() {
    let n = 0;
    class Counter { own = ++n; static made = n++; get seen() { return n; } set seen(to) { n = to; } }
    const a = new Counter();
    await this.leaf.get(n);
    const b = new Counter();
    b.seen += 10;
    return [a.own, a.seen, b.own, Counter.made, n];
  }

  @asyncTrait
  async inLoopsThatGoOn() {
    const made: (() => unknown)[] = [];
    let sum = 0;
    for (let round = 0; round < 2; round++) {
      while (made.length < 3 * (round + 1)) {
        let n = made.length;
        made.push(() => (sum += ++n));
        n += await this.leaf.get(10);
        made[made.length - 1]!();
      }
    }
    return [sum, made.map((f) => f())];
  }

  @asyncTrait
  async inHandlers() {
    let n = 0;
    const add = () => ++n;
    try {
      add();
      n += await this.leaf.get(1);
      throw n;
    } catch (error) {
      add();
      this.note([error, n]);
      if (n > 100) return 'never';
    } finally {
      n = add() + 1;
      this.note(n);
    }
    try { await this.leaf.get(2); } finally { await this.leaf.get(n); add(); }
    return n;
  }

  @asyncTrait
  async loopsOverIt() {
    let key: any, n: any = 0;
    const seen = () => [key, n];
    const out: unknown[] = [];
    for (key in { a: 1, b: 2 }) { await this.leaf.get(key); out.push(seen()); }
    for (n of [1, 2]) { out.push(seen()); await this.leaf.get(n); out.push(seen()); }
    for ([key, n = () => key] of [[3]] as any) { await this.leaf.get(key); out.push(seen()[1](), n.name); }
    for await (n of [this.leaf.get(4)]) out.push(seen());
    return [out, seen()];
  }

  @asyncTrait
  async switchesOverNames() {
    const x = 2;
    const out: unknown[] = [];
    switch (x) {
      case f(1): out.push('one');
      case 2: { out.push(f(x)); }
      default: await this.leaf.get(f(3));
      function f(n: number) { return n; }
      let kept = f;
      await this.leaf.get(4);
      out.push(kept === f);
    }
    switch (await this.leaf.get(x)) {
      case await this.leaf.get(g(1)): out.push('g');
      case g(2): const x = await this.leaf.get('inner'); out.push(x);
      function g(n: number) { return n; }
    }
    switch (x) {
      case 2: let x = 5; await this.leaf.get(x); out.push(x, (() => x)());
      case 3: try { await this.leaf.get(6); out.push(late()); } catch (error) { out.push((error as Error).message); }
      break;
      case 4: let y = 1; var late = () => y;
    }
    switch (out.length) {
      case -1: let z = 1;
      default: const read = () => z; try { await this.leaf.get(7); out.push(read()); } catch (error) { out.push((error as Error).message); }
    }
    return out;
  }

  @asyncTrait
  async hoistedTwice() {
    var f: any = 1;
    const before = typeof f;
    function f() { return f; }
    const first = f;
    f = () => 'second';
    await this.leaf.get(1);
    { const g = h; h = await this.leaf.get(2) as any; function h() { return h; } await this.leaf.get(3); this.note([typeof g, g(), h]); }
    return [before, first, f()];
  }

  @asyncTrait
  async namesInLiterals() {
    let __proto__: any = { x: 1 }, n: any = 1;
    const change = () => { __proto__ = { y: 2 }; n = () => {}; };
    await this.leaf.get(1);
    change();
    const literal = { __proto__, n, [n.name]: n };
    return [Object.keys(literal), Object.getPrototypeOf(literal) === Object.prototype, n.name];
  }

  @asyncTrait
  async patternsOfShared() {
    let a: any, b: any, rest: any;
    const seen = () => [a, b, rest];
    [a, b = await this.leaf.get('b'), ...rest] = [1, undefined, 3];
    const first = seen();
    ({ a, [await this.leaf.get('k')]: b = () => a, ...rest } = { a: 5, z: 6 } as any);
    const [c, d = await this.leaf.get('d')] = [() => d];
    let { e, f = await this.leaf.get('f') } = { e: () => f++ } as any;
    e();
    await this.leaf.get(1);
    return [first, a, b.name, b(), rest, c(), d, e(), f];
  }

  @asyncTrait
  async catchesPatterns() {
    try { throw { code: 1, later: undefined }; } catch ({ code, later = await this.leaf.get('later') }: any) {
      const add = () => ++code;
      add();
      await this.leaf.get(code);
      add();
      return [code, later];
    }
  }

  @asyncTrait
  async membersOfHeads() {
    const seen: unknown[] = [];
    const o: any = { set [await this.leaf.get('a')](v: unknown) { seen.push(v); }, [await this.leaf.get('m')](v: unknown, w = v) { return [v, w]; } };
    class C { set [await this.leaf.get('a')](v: unknown) { seen.push([v]); } static [await this.leaf.get('s')](v: unknown) { return v; } }
    o.a = 1;
    (new C() as any).a = 2;
    for (const [x = await this.leaf.get('x'), y] = [] as any[]; ; ) return [seen, o.m(3), (C as any).s(4), x, y];
  }

  @asyncTrait
  async labelled() {
    const out = [f()];
    await this.leaf.get(1);
    f: g: for (const x of [1, 2]) { for (;;) { await this.leaf.get(x); out.push(x); continue f; } }
    return [out, f()];
    function f() { return 'f'; }
  }

  @asyncTrait
  async _changed(a: any, { b, c = () => [a, b, c] }: any = {}, d = () => (a += 1), ...[e = d()]: any[]) {
    const read = () => [a, b, typeof c, e];
    await this.leaf.get(1);
    a++; b = 'b'; e = d();
    return [read(), c().length, d()];
  }

  @asyncTrait
  async parametersChange() { return [await this._changed(1), await this._changed(2, { b: 3 }), await this._changed(4, { c: () => [5] }, () => 6)]; }

  @asyncTrait
  async _again(a: any, b: any) {
    const seen = () => [a, typeof b];
    var a: any;
    const before = seen();
    await this.leaf.get(1);
    a = 2;
    function b() {}
    return [before, seen(), a];
  }

  @asyncTrait
  async declaredAgain() { return await this._again(1, 2); }
}

class Streams extends Case {
  @asyncTrait
  async *_items(from: number): AsyncGenerator<any, any, any> {
    const start = next();
    let n = from, step: any;
    const add = () => (n += step ?? 1);
    step = yield [start, add()];
    add();
    for (let i = 0; i < 2; i++) { yield () => (i += n); add(); yield i; }
    for await (let x of [1, await this.leaf.get(2)]) { const more = () => (x += 1); yield more; yield x; }
    function next() { return [from++, typeof kind]; }
    var kind = () => n;
    yield* [kind(), next()];
    from = await this.leaf.get(from);
    return [n, kind(), next()];
  }

  @asyncTrait
  async driven() {
    const items = this._items(1);
    const out: unknown[] = [];
    for (let i = 0; ; i++) {
      const { value, done } = await items.next(i);
      out.push(typeof value === 'function' ? value() : value);
      if (done) return out;
    }
  }

  @asyncTrait
  async *_closing(seen: unknown[]): AsyncGenerator<any, any, any> {
    const source = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: undefined }), return: () => { seen.push('closed'); return {}; } }) };
    for await (const [x = yield 1, y = await this.leaf.get(2)] of [source]) seen.push(x, y);
  }

  @asyncTrait
  async leftInsideAPattern() {
    const seen: unknown[] = [];
    const items = this._closing(seen);
    await items.next();
    const left = await items.return('left');
    const more = this._closing(seen);
    await more.next();
    return [left, await more.next('x'), seen];
  }

  @asyncTrait
  async left() {
    const items = this._items(5);
    await items.next();
    const { value } = await items.next(2);
    return [value(), await items.return('left'), await items.next()];
  }
}

const outer = 'module';

export const main = (log: Log) => matrix(log, Captured, TooEarly, Shadows, Together, Streams);
