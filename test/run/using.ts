// frame: 0
// coroutine: Using.asyncInTheBody, Using.capturedAndInFinally, Using.errors, Using.inABlock, Using.inACoroutine, Using.inLoopHeads, Using.jumps, Using.whatCannotBeDisposed, Using.withoutOtherAwaits
/** `using` and `await using`: disposal order, errors of disposing, in blocks, bodies, loops, around awaits. */
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, type Log } from './support/leaf';

type Any = any;

(Symbol as Any).dispose ??= Symbol('Symbol.dispose');
(Symbol as Any).asyncDispose ??= Symbol('Symbol.asyncDispose');

const shown = (error: Any): unknown => (error?.constructor?.name === 'SuppressedError' || error?.name === 'SuppressedError' ? ['suppressed', shown(error.error), shown(error.suppressed)] : error instanceof Error ? `${error.name}: ${error.message}` : error);

class Using extends Case {
  _open(name: string, fails = false): Any { this.note(`open ${name}`); return { name, [Symbol.dispose]: () => { this.note(`dispose ${name}`); if (fails) throw new Error(`dispose ${name}`); } }; }

  _openAsync(name: string, fails = false): Any {
    this.note(`open ${name}`);
    return { name, [Symbol.asyncDispose]: async () => { this.note(`begin ${name}`); await this.leaf.get(name); this.note(`dispose ${name}`); if (fails) throw new Error(`dispose ${name}`); } };
  }

  @asyncTrait
  async inABlock() {
    try {
      this.note('before');
      {
        using a = this._open('a'), b = this._open('b');
        await this.leaf.get(a.name);
        using c = null;
        await this.leaf.get(b.name);
        this.note(c);
      }
      return await this.leaf.get('after');
    } catch (error) { return shown(error); }
  }

  @asyncTrait
  async asyncInTheBody() {
    using s = this._open('s');
    await using a = this._openAsync('a');
    const value = await this.leaf.get(`${a.name}${s.name}`);
    await using b = this._openAsync('b'), c = this._open('c');
    return [value, b.name, c.name];
  }

  @asyncTrait
  async errors() {
    try {
      using a = this._open('a', true);
      await using b = this._openAsync('b', true);
      using c = this._open('c', true);
      await this.leaf.get([a.name, b.name, c.name].join());
      throw new Error('body');
    } catch (error) { return shown(error); }
  }

  @asyncTrait
  async jumps() {
    const out: Any[] = [];
    outer: for (const i of [0, 1, 2, 3]) {
      for (;;) {
        await using a = this._openAsync(`a${i}`);
        using b = this._open(`b${i}`);
        if (i === 0) continue outer;
        if (i === 1) break;
        if (i === 2) { out.push(await this.leaf.get(i), a.name, b.name); break; }
        return [out, await this.leaf.get('returned')];
      }
      this.note(`round ${i}`);
    }
  }

  @asyncTrait
  async inLoopHeads() {
    for (using a of [this._open('1'), this._open('2')]) await this.leaf.get(a.name);
    for (await using a of [this._openAsync('3'), null, this._open('4')]) { if (a === null) continue; await this.leaf.get(a.name); }
    for (using a = this._open('5'), i = { n: 0, [Symbol.dispose]() {} }; i.n < 2; i.n++) await this.leaf.get([a.name, i.n]);
    for (await using a = this._openAsync('6'); ;) { await this.leaf.get(a.name); break; }
    return 'done';
  }

  @asyncTrait
  async whatCannotBeDisposed() {
    const out: Any[] = [];
    for (const value of [1, {}, { [Symbol.dispose]: 1 }, undefined, null]) {
      try { using x: Any = value as Any; out.push(await this.leaf.get('used'), x === value); } catch (error) { out.push((error as Error).name); }
      try { await using x: Any = value as Any; out.push(await this.leaf.get('used'), x === value); } catch (error) { out.push((error as Error).name); }
    }
    return out;
  }

  @asyncTrait
  async withoutOtherAwaits() {
    const out: Any[] = [];
    const sync = () => { using a = this._open('sync'); out.push(a.name); };
    sync();
    { await using a = this._openAsync('only'); out.push(a.name); }
    { await using nothing = undefined; out.push(nothing); }
    return out;
  }

  @asyncTrait
  async capturedAndInFinally() {
    const reads: Any[] = [];
    try {
      using a = this._open('a');
      reads.push(() => a.name);
      await this.leaf.get('try');
      throw new Error('try');
    } catch (error) {
      await using b = this._openAsync('b');
      reads.push(() => b.name, shown(error));
      await this.leaf.get('catch');
    } finally {
      using c = this._open('c');
      reads.push(() => c.name);
      await this.leaf.get('finally');
    }
    return reads.map((read) => (typeof read === 'function' ? read() : read));
  }

  @asyncTrait
  async inACoroutine(..._: Any[]) {
    const count = arguments.length;
    await using a = this._openAsync('a', true);
    try {
      using b = this._open('b');
      for (await using c of [this._openAsync('c')]) { await this.leaf.get([b.name, c.name, count]); if (count === 0) return 'returned'; }
    } catch (error) { return shown(error); }
  }
}

export const main = (log: Log) => matrix(log, Using);
