// frame: 10
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class Switches extends Case {
  @asyncTrait
  async bodies() {
    const out: unknown[] = [];
    for (const x of ['a', 'b', 'c', 'd', 'e']) {
      switch (x) {
        case 'a':
          out.push(await this.leaf.get('a1'));
        case 'b':
          out.push('fall', await this.leaf.get('b1'));
          break;
        case 'c': {
          const local = await this.leaf.get('c1');
          out.push(local);
          continue;
        }
        case 'd':
        default:
          out.push('default');
      }
      out.push(x);
    }
    return out;
  }

  @asyncTrait
  async discriminant() {
    switch (await this.leaf.get(2)) {
      case this.note(1): return 'one';
      case this.note(2): return 'two';
      case this.note(3): return 'never';
    }
  }

  @asyncTrait
  async tests() {
    const out: unknown[] = [];
    for (const x of [1, 2, 3]) {
      switch (x) {
        case await this.leaf.get(1): out.push('one'); break;
        default: out.push('default');
        case await this.leaf.get(2): out.push('two');
      }
    }
    return out;
  }

  @asyncTrait
  async defaultInTheMiddle() {
    const out: unknown[] = [];
    for (const x of [0, 1, 2]) {
      switch (x) {
        case 1: out.push(await this.leaf.get('one'));
        default: out.push(await this.leaf.get('default'));
        case 2: out.push(await this.leaf.get('two'));
      }
    }
    return out;
  }

  @asyncTrait
  async scope() {
    switch (await this.leaf.get(1)) {
      case 1:
        let shared: any = await this.leaf.get('shared');
      case 2:
        shared = [shared, await this.leaf.get('more')];
        const read = () => shared.length;
        return [shared, read()];
    }
  }

  @asyncTrait
  async noneMatches() {
    switch (this.note<number>(9)) {
      case 1: await this.leaf.get('never');
    }
    return await this.leaf.get('end');
  }

  @asyncTrait
  async labelled() {
    out: switch (await this.leaf.get(1)) {
      case 1:
        for (const x of [1, 2]) {
          if ((await this.leaf.get(x)) === 2) break out;
        }
        return 'never';
    }
    return 'end';
  }

  @asyncTrait
  async tryInside() {
    switch (1 as number) {
      case 1:
        try {
          await this.leaf.get(1);
          break;
        } finally {
          await this.leaf.get(2);
        }
      case 2: return 'never';
    }
    return 'end';
  }

  @asyncTrait
  async nested() {
    const out: unknown[] = [];
    switch (1 as number) {
      case 1:
        switch (await this.leaf.get('x')) {
          case 'x': out.push(await this.leaf.get('inner')); break;
        }
        out.push(await this.leaf.get('outer'));
        break;
      default: out.push('never');
    }
    return out;
  }

  @asyncTrait
  async functionsInTheScope() {
    switch (await this.leaf.get(1)) {
      case 1: return [inner(), await this.leaf.get(2), inner()];
      case 2: function inner() { return 'hoisted'; }
    }
  }
}

export const main = (log: Log) => matrix(log, Switches);
