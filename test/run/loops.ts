// frame: 19
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class Loops extends Case {
  @asyncTrait
  async whileLoop() {
    let n = 0;
    while ((await this.leaf.get(n)) < 3) {
      n++;
      if (n === 2) continue;
      this.note(n);
    }
    return n;
  }

  @asyncTrait
  async doLoop() {
    let n = 0;
    do {
      n++;
      if (n === 2) continue;
      if (n === 5) break;
      this.note(n);
    } while ((await this.leaf.get(n)) < 10);
    return n;
  }

  @asyncTrait
  async doLoopWithAwaitInside() {
    let n = 0;
    do {
      if ((await this.leaf.get(n)) === 1) continue;
      this.note(n);
    } while (++n < 3);
    return n;
  }

  @asyncTrait
  async forLoop() {
    let sum = 0;
    for (let i = await this.leaf.get(0); i < (await this.leaf.get(3)); i += await this.leaf.get(1)) {
      if (i === 1) continue;
      sum += i;
    }
    return sum;
  }

  @asyncTrait
  async forLoopWithSeveralVariables() {
    const out: unknown[] = [];
    for (let i = 0, j = 10; i < j; i += 3, j--) out.push(i, j, await this.leaf.get(i));
    for (let i = await this.leaf.get(0), j = await this.leaf.get(2); i < j; i++) out.push(i);
    return out;
  }

  @asyncTrait
  async forLoopWithoutHead() {
    let i = 0;
    for (;;) {
      if (i++ > 3) break;
      await this.leaf.get(i);
    }
    for (var v = 0; v < 2; v++) await this.leaf.get(v);
    for (i = 5; i < 7; ) i = (await this.leaf.get(i)) + 1;
    return [i, v];
  }

  @asyncTrait
  async emptyBody() {
    let n = 3;
    while (await this.leaf.get(--n));
    for (; await this.leaf.get(n < 2 ? ++n : 0); );
    return n;
  }

  @asyncTrait
  async nestedLoops() {
    const out: unknown[] = [];
    outer: for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        const x = await this.leaf.get(`${i}${j}`);
        if (j === 1 && i === 0) continue outer;
        if (i === 2) break outer;
        if (j === 2) break;
        out.push(x);
      }
      out.push(i);
    }
    return out;
  }

  @asyncTrait
  async ifInALoop() {
    const out: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      if (i % 2) out.push(await this.leaf.get('odd'));
      else if (i === 2) out.push(await this.leaf.get('two'));
      else {
        const local = await this.leaf.get('zero');
        out.push(local, await this.leaf.get(i), local);
      }
    }
    return out;
  }

  @asyncTrait
  async freshVariableInEachRound() {
    const out: unknown[] = [];
    for (let i = 0; i < 3; i++) {
      let kept;
      if (i === 0) kept = 'first';
      out.push(kept, await this.leaf.get(i), kept);
      kept = i;
    }
    return out;
  }

  @asyncTrait
  async perIterationBindings() {
    const made: (() => unknown)[] = [];
    for (let i = 0; i < 3; i++) {
      made.push(() => i);
      await this.leaf.get(i);
      made.push(() => i * 10);
    }
    return made.map((f) => f());
  }

  @asyncTrait
  async perIterationBindingsThatChange() {
    const made: (() => unknown)[] = [];
    for (let i = 0; i < 4; i++) {
      made.push(() => i++);
      await this.leaf.get(i);
      i++;
      made.push(() => i);
    }
    return made.map((f) => f());
  }

  @asyncTrait
  async constantsOfTheBody() {
    const made: (() => unknown)[] = [];
    let n = 0;
    while (n < 3) {
      const mine = await this.leaf.get(n++);
      made.push(() => mine);
      const { next = mine } = await this.leaf.get({});
      made.push(() => [mine, next]);
    }
    return made.map((f) => f());
  }

  @asyncTrait
  async forIn() {
    const out: unknown[] = [];
    const object: any = { a: 1, b: 2, c: 3, d: 4 };
    for (const key in object) {
      if (key === 'a') delete object.b;
      if (key === 'c') continue;
      out.push(key, await this.leaf.get(object[key]));
    }
    for (const key in await this.leaf.get({ x: 1 })) out.push(key);
    for (const key in undefined as any) out.push(key, await this.leaf.get('never'));
    let outside: string;
    for (outside in Object.create({ inherited: 1 })) out.push(await this.leaf.get(outside));
    return out;
  }

  @asyncTrait
  async forInBreaks() {
    for (const key in { a: 1, b: 2 }) {
      if ((await this.leaf.get(key)) === 'b') return key;
    }
    return 'none';
  }

  @asyncTrait
  async awaitAfterALoop() {
    const list = [1, 2, 3].map((x) => x * 2);
    let sum = 0;
    for (const x of list) sum += x;
    for (let i = 0; i < 3; i++) sum += i;
    return sum + (await this.leaf.get(1));
  }

  @asyncTrait
  async awaitBeforeALoop() {
    const n = await this.leaf.get(3);
    const out: number[] = [];
    for (let i = 0; i < n; i++) {
      if (i === 1) continue;
      out.push(i);
    }
    while (out.length > 1) out.pop();
    return out;
  }

  @asyncTrait
  async labelledBlock() {
    block: {
      this.note('in');
      if ((await this.leaf.get(1)) === 1) break block;
      this.note('never');
    }
    one: two: for (;;) {
      if (await this.leaf.get(0)) continue one;
      break two;
    }
    return 'out';
  }

  @asyncTrait
  async jumpsWithoutAwaitsInAWaitingLoop() {
    const out: number[] = [];
    outer: for (let i = 0; i < 4; i++) {
      await this.leaf.get(i);
      for (const x of [1, 2, 3]) {
        if (x === 2) continue;
        if (i === 1) continue outer;
        if (i === 3) break outer;
        if (x === 3) break;
        out.push(i * 10 + x);
      }
      switch (i) {
        case 0: continue;
        case 2: break;
      }
      out.push(i);
    }
    return out;
  }
}

export const main = (log: Log) => matrix(log, Loops);
