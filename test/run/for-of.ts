// frame: 24
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

interface Manners {
  nextThrows?: number;
  returnThrows?: boolean;
  returnGives?: unknown;
  length?: number;
}

class Iterations extends Case {
  _watched({ nextThrows, returnThrows, returnGives = {}, length = 3 }: Manners = {}): Iterable<number> {
    const { log } = this;
    return {
      [Symbol.iterator]() {
        log('open');
        let i = 0;
        return {
          get next() {
            log('read next');
            return () => {
              log('next', i);
              if (i === nextThrows) throw new Error('next');
              return i < length ? { done: false, value: i++ } : ({ done: true, value: 'ignored' } as never);
            };
          },
          get return() {
            log('read return');
            return () => {
              log('return');
              if (returnThrows) throw new Error('return');
              return returnGives as IteratorResult<number>;
            };
          },
        };
      },
    };
  }

  @asyncTrait
  async arrays() {
    const out: unknown[] = [];
    const list = [1, 2, 3];
    for (const x of list) {
      if (x === 1) list.push(4);
      out.push(x, await this.leaf.get(x));
    }
    for (const x of await this.leaf.get([5])) out.push(x);
    for (const [key, value = 'v'] of [['a', 1], ['b']]) out.push(key, value, await this.leaf.get(key));
    return out;
  }

  @asyncTrait
  async strings() {
    let out = '';
    for (const c of 'aé😀') out += await this.leaf.get(c);
    for (const [k, v] of new Map([['k', 'v']])) out += k + (await this.leaf.get(v));
    return out;
  }

  @asyncTrait
  async toTheEnd() {
    for (const x of this._watched()) await this.leaf.get(x);
    return 'end';
  }

  @asyncTrait
  async broken() {
    for (const x of this._watched()) {
      if ((await this.leaf.get(x)) === 1) break;
    }
    return 'end';
  }

  @asyncTrait
  async returned() {
    for (const x of this._watched()) {
      await this.leaf.get(x);
      if (x === 1) return this.note('value');
    }
    return 'end';
  }

  @asyncTrait
  async thrown() {
    for (const x of this._watched()) {
      await this.leaf.get(x);
      if (x === 1) throw new Error('body');
    }
  }

  @asyncTrait
  async outerContinue() {
    outer: for (const x of [1, 2]) {
      for (const y of this._watched()) {
        await this.leaf.get(y);
        if (y === 1) continue outer;
      }
    }
    return 'end';
  }

  @asyncTrait
  async nextThrows() {
    for (const x of this._watched({ nextThrows: 1 })) await this.leaf.get(x);
  }

  @asyncTrait
  async returnThrowsOnBreak() {
    for (const x of this._watched({ returnThrows: true })) {
      await this.leaf.get(x);
      break;
    }
    return 'end';
  }

  @asyncTrait
  async returnThrowsOnReturn() {
    for (const x of this._watched({ returnThrows: true })) {
      await this.leaf.get(x);
      return 'value';
    }
    return 'end';
  }

  @asyncTrait
  async bodyErrorWins() {
    for (const x of this._watched({ returnThrows: true })) {
      await this.leaf.get(x);
      throw new Error('body');
    }
  }

  @asyncTrait
  async returnGivesNoObject() {
    for (const x of this._watched({ returnGives: 1 })) {
      await this.leaf.get(x);
      break;
    }
    return 'end';
  }

  @asyncTrait
  async returnGivesNoObjectAndBodyThrows() {
    for (const x of this._watched({ returnGives: 1 })) {
      await this.leaf.get(x);
      throw new Error('body');
    }
  }

  @asyncTrait
  async patternThrows() {
    for (const { x } of [{ x: 1 }, null] as any[]) await this.leaf.get(x);
  }

  @asyncTrait
  async patternThrowsAndCloses() {
    const rows = function* (this: Iterations) {
      try {
        yield { x: 1 };
        yield null;
      } finally {
        this.log('closed');
      }
    };
    for (const { x } of rows.call(this) as Iterable<any>) await this.leaf.get(x);
  }

  @asyncTrait
  async generators() {
    const { log } = this;
    function* rows() {
      try {
        yield 1;
        yield 2;
      } finally {
        log('closed');
      }
    }
    for (const x of rows()) {
      try {
        if ((await this.leaf.get(x)) === 2) return 'two';
      } finally {
        this.note('body finally');
      }
    }
    return 'end';
  }

  @asyncTrait
  async notIterable() {
    for (const x of (await this.leaf.get(5)) as any) await this.leaf.get(x);
  }

  @asyncTrait
  async iteratorIsNoObject() {
    for (const x of { [Symbol.iterator]: () => 1 } as any) await this.leaf.get(x);
  }

  @asyncTrait
  async resultIsNoObject() {
    for (const x of { [Symbol.iterator]: () => ({ next: () => 1 }) } as any) await this.leaf.get(x);
  }

  @asyncTrait
  async assignedTargets() {
    let x: any;
    const o: any = {};
    for (x of [1, 2]) await this.leaf.get(x);
    for (o.x of [3, 4]) await this.leaf.get(o.x);
    for ([x, o.y = 5] of [[6]]) await this.leaf.get(x);
    for (var v of [7, 8]) await this.leaf.get(v);
    return [x, o, v!];
  }

  @asyncTrait
  async capturedElements() {
    const made: (() => unknown)[] = [];
    for (const x of [1, 2, 3]) {
      made.push(() => x);
      await this.leaf.get(x);
    }
    for (let y of [1, 2]) {
      made.push(() => y++);
      await this.leaf.get(y);
      made.push(() => y);
    }
    return made.map((f) => f());
  }

  @asyncTrait
  async nested() {
    const out: unknown[] = [];
    for (const x of this._watched({ length: 2 })) {
      for (const y of this._watched({ length: 2 })) {
        if (y === 1) break;
        out.push([x, y, await this.leaf.get(x + y)]);
      }
    }
    return out;
  }

  @asyncTrait
  async withoutAwaitInside() {
    const out: unknown[] = [];
    for (const x of this._watched()) {
      if (x === 1) break;
      out.push(x);
    }
    out.push(await this.leaf.get('after'));
    for (const x of this._watched()) if (x === 1) return out;
    return 'never';
  }

  @asyncTrait
  async forAwait() {
    const { log, leaf } = this;
    async function* rows() {
      try {
        yield await leaf.get(1);
        yield await leaf.get(2);
      } finally {
        log('closed');
      }
    }
    for await (const x of rows()) {
      if ((await this.leaf.get(x)) === 2) break;
    }
    for await (const x of [this.leaf.get(3), 4]) this.note(x);
    return 'end';
  }
}

export const main = (log: Log) => matrix(log, Iterations);
