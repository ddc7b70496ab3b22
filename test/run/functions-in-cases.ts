// frame: 24
// coroutine: Declared._counted
// @ts-nocheck: what the checker refuses runs all the same, and has to run alike
/** Functions of clauses: all clauses see them, they see the variables of the clauses, and the value that is switched on sees neither. */
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

type Any = any;

class Declared extends Case {
  private _variables(kind: unknown): Any {
    const { leaf } = this;
    const x = 'outer';
    switch (kind) {
      case 0: {
        const x = 'block';
        return read;
      }
      case 1:
        let x = 'clause';
        class Local { static y = 'class'; }
        return read;
      /** @asyncTrait */
      async function read(z: unknown) { return [await leaf.get(z), x, Local.y]; }
    }
    return x;
  }

  @asyncTrait
  async seeTheVariablesOfTheClauses() {
    return await this._variables(1)('x');
  }

  @asyncTrait
  async seeThatAVariableIsNotThere() {
    return await this._variables(0)('x');
  }

  @asyncTrait
  async inASwitchThatWaits() {
    const { leaf } = this;
    const out: unknown[] = [];
    const again = 'outer';
    for (const kind of [0, 1, 2, 3]) {
      pick: switch (await leaf.get(kind)) {
        case 0:
          out.push(await read(0), typeof again);
          break;
        case 1: {
          out.push(await read(1));
          if (out.length > 1) break pick;
        }
        /** @asyncTrait */
        async function read(x: unknown) { return [x, kind, await leaf.get(x), await again(x)]; }
        default:
          let late = await leaf.get('late');
          out.push(await again(late));
          /** @asyncTrait */
          async function again(x: unknown) { return [await leaf.get(x), kind > 1 && late]; }
      }
    }
    return out;
  }

  @asyncTrait
  async whereTestsWait() {
    const { leaf } = this;
    const out: unknown[] = [];
    for (const kind of [0, 1, 2]) {
      switch (kind) {
        default:
          let x = ['x', kind];
          out.push(await read(kind));
          break;
        case await first(0):
          out.push(await first(1));
        case await leaf.get(1):
          out.push(read.name, read.length);
          /** @asyncTrait */
          async function read(y: unknown) { return [await leaf.get(y), x]; }
          /** @asyncTrait */
          async function first(y: unknown) { return await leaf.get(y); }
      }
    }
    return out;
  }

  @asyncTrait
  async assignedTo() {
    const { leaf } = this;
    switch (await leaf.get(0)) {
      case 0:
        let x = 1;
        const old = read;
        await leaf.get(1);
        read = async () => ['new', x, await old('old')];
        return await read();
      /** @asyncTrait */
      async function read(y: unknown) { return [x, y, typeof read, read === old, await leaf.get(y)]; }
    }
  }

  @asyncTrait
  async inACoroutine() {
    return await this._counted(0, 1);
  }
  @asyncTrait
  async _counted(_a: unknown, _b: unknown) {
    const { leaf } = this;
    switch (await leaf.get(arguments.length)) {
      case await first(2):
        let x = 'x';
        return [await read(1), read === first];
      /** @asyncTrait */
      async function read(y: unknown) { return [x, await leaf.get(y)]; }
      /** @asyncTrait */
      async function first(y: unknown) { return await leaf.get(y); }
    }
  }

  async inANativeFunction() {
    const { leaf } = this;
    switch (await leaf.get(0)) {
      case 0:
        let x = 'x';
        return await read(await first(1));
      case await first(2):
        /** @asyncTrait */
        async function read(y: unknown) { return [x, await leaf.get(y)]; }
        /** @asyncTrait */
        async function first(y: unknown) { return await leaf.get(y); }
    }
  }

  @asyncTrait
  async eachRoundHasItsOwn() {
    const { leaf } = this;
    const made: Any[] = [];
    for (const kind of [0, 1]) {
      switch (await leaf.get(kind)) {
        default:
          let x = kind;
          made.push(read);
          x += 10;
          /** @asyncTrait */
          async function read() { return [x, kind, await leaf.get(x)]; }
      }
    }
    return [made[0] === made[1], await made[0](), await made[1]()];
  }

  @asyncTrait
  async streams() {
    const { leaf } = this;
    const out: unknown[] = [];
    switch (await leaf.get(0)) {
      case 0:
        const x = 'x';
        for await (const item of items(2)) out.push(item);
        return out;
      /** @asyncTrait */
      async function* items(n: number) { for (let i = 0; i < n; i++) yield [x, await leaf.get(i)]; }
    }
  }
}

/** What closures of clauses and tests see. */
class Closures extends Case {
  @asyncTrait
  async madeInATest() {
    let x = 0;
    let read: Any;
    switch (await this.leaf.get(0)) {
      default:
        await this.leaf.get(1);
        x = 5;
        return read();
      case (read = () => x, 1):
    }
  }

  @asyncTrait
  async testsWaitBeforeClauses() {
    let x = 0;
    const read = () => x;
    switch (await this.leaf.get(0)) {
      default:
        x = 5;
        return read();
      case await this.leaf.get(1):
    }
  }

  @asyncTrait
  async declaredAndAssigned() {
    switch (await this.leaf.get(0)) {
      case 0:
        let x = 1;
        await this.leaf.get(1);
        read = read;
        return read();
      function read() { return [x, typeof read]; }
    }
  }

  @asyncTrait
  async declaredBehindATest() {
    switch (await this.leaf.get(0)) {
      default:
        let x = 1;
        return read();
      case await this.leaf.get(1):
        function read() { return x; }
    }
  }
}

export const main = (log: Log) => matrix(log, Declared, Closures);
