// frame: 38
// coroutine: Coroutines.doLoop, Coroutines.forAwait, Coroutines.forLoop, Coroutines.forOfLoop, Coroutines.literals, Coroutines.whileLoop, Frames.forLoop
// @ts-nocheck: what the checker refuses runs all the same, and has to run alike
/** Classes and literals of trait methods that await and stand in the head of a loop: each round has its own. */
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, type Log } from './support/leaf';

type Any = any;

/** What each of them is called, and what its method gives. */
const called = async (leaf: Leaf, made: Any[]): Promise<unknown[]> => {
  const out: unknown[] = [];
  for (const one of made) out.push(one.name, await (one.m ? one : new one()).m(leaf));
  return out;
};

/** The same five loops as frames, as coroutines, and in native functions. */
class Frames extends Case {
  @asyncTrait
  async whileLoop() {
    const made: Any[] = [];
    let Made: Any;
    outer: while ((Made = class extends (await this.leaf.get(Object)) { /** @asyncTrait */ async m(leaf: Leaf) { return [made.indexOf(Made), await leaf.get('m')]; } }) && made.length < 3) {
      made.push(Made);
      if (made.length === 2) continue outer;
      const Made = 1;
      this.note(Made);
    }
    return await called(this.leaf, made);
  }

  @asyncTrait
  async doLoop() {
    const made: Any[] = [];
    let Made: Any;
    do {
      if (Made) made.push(Made);
      if (made.length === 1) continue;
      this.note('body');
    } while ((Made = class Named { /** @asyncTrait */ static async [await this.leaf.get('m')](leaf: Leaf) { return [Named.name, await leaf.get('m')]; } }) && made.length < 2);
    return await called(this.leaf, made);
  }

  @asyncTrait
  async forLoop() {
    const made: Any[] = [];
    let Made: Any;
    for (let i = 0; Made = class { static x = i; /** @asyncTrait */ static async [await this.leaf.get('m')](leaf: Leaf) { return [this.x, i, await leaf.get(i)]; } }, i < 2; i++, Made = class { /** @asyncTrait */ static async [await this.leaf.get('m')](leaf: Leaf) { return ['update', i, await leaf.get(i)]; } }, made.push(Made)) {
      made.push(Made);
      if (i === 0) continue;
      i += 0;
    }
    return await called(this.leaf, made);
  }

  @asyncTrait
  async forOfLoop() {
    const made: Any[] = [];
    const { leaf } = this;
    for (const [x, Made = class extends (await leaf.get(Object)) { /** @asyncTrait */ static async m(leaf: Leaf) { return [x, await leaf.get(x)]; } }] of [[1], [2]] as Any) {
      made.push(Made);
      if (made.length === 1) continue;
      this.note(x);
    }
    for ({ Made: made[2] = class { /** @asyncTrait */ static async [await leaf.get('m')]() { return await leaf.get('three'); } } } of [{}]) this.note(made.length);
    for (var { length, Made = class { /** @asyncTrait */ static async [await leaf.get('m')]() { return await leaf.get(length); } } } in { key: 1 }) made.push(Made);
    return await called(this.leaf, made);
  }

  @asyncTrait
  async literals() {
    const made: Any[] = [];
    let Made: Any;
    const { leaf } = this;
    while ((Made = { __proto__: { x: made.length }, /** @asyncTrait */ async m() { return [super.x, await leaf.get(super.x)]; }, /** @asyncTrait */ async [await leaf.get('n')]() { return await super.toString(); } }) && made.length < 2) made.push(Made);
    return [await called(this.leaf, made), await made[0].n()];
  }

  @asyncTrait
  async forAwait() {
    const made: Any[] = [];
    const { leaf } = this;
    for await (const [x, Made = class extends (await leaf.get(Object)) { /** @asyncTrait */ static async m(leaf: Leaf) { return [x, await leaf.get(x)]; } }] of [[1], [2]] as Any) made.push(Made);
    return await called(this.leaf, made);
  }
}

class Coroutines extends Case {
  @asyncTrait
  async whileLoop() {
    const given = arguments.length;
    const made: Any[] = [];
    let Made: Any;
    outer: while ((Made = class extends (await this.leaf.get(Object)) { /** @asyncTrait */ async m(leaf: Leaf) { return [made.indexOf(Made), await leaf.get('m')]; } }) && made.length < 3) {
      made.push(Made);
      if (made.length === 2) continue outer;
      const Made = 1;
      this.note(Made);
    }
    return [given, await called(this.leaf, made)];
  }

  @asyncTrait
  async doLoop() {
    const given = arguments.length;
    const made: Any[] = [];
    let Made: Any;
    do {
      if (Made) made.push(Made);
      if (made.length === 1) continue;
      this.note('body');
    } while ((Made = class Named { /** @asyncTrait */ static async [await this.leaf.get('m')](leaf: Leaf) { return [Named.name, await leaf.get('m')]; } }) && made.length < 2);
    return [given, await called(this.leaf, made)];
  }

  @asyncTrait
  async forLoop() {
    const given = arguments.length;
    const made: Any[] = [];
    let Made: Any;
    for (let i = 0; Made = class { static x = i; /** @asyncTrait */ static async [await this.leaf.get('m')](leaf: Leaf) { return [this.x, i, await leaf.get(i)]; } }, i < 2; i++, Made = class { /** @asyncTrait */ static async [await this.leaf.get('m')](leaf: Leaf) { return ['update', i, await leaf.get(i)]; } }, made.push(Made)) {
      made.push(Made);
      if (i === 0) continue;
      i += 0;
    }
    return [given, await called(this.leaf, made)];
  }

  @asyncTrait
  async forOfLoop() {
    const given = arguments.length;
    const made: Any[] = [];
    const { leaf } = this;
    for (const [x, Made = class extends (await leaf.get(Object)) { /** @asyncTrait */ static async m(leaf: Leaf) { return [x, await leaf.get(x)]; } }] of [[1], [2]] as Any) {
      made.push(Made);
      if (made.length === 1) continue;
      this.note(x);
    }
    for ({ Made: made[2] = class { /** @asyncTrait */ static async [await leaf.get('m')]() { return await leaf.get('three'); } } } of [{}]) this.note(made.length);
    for (var { length, Made = class { /** @asyncTrait */ static async [await leaf.get('m')]() { return await leaf.get(length); } } } in { key: 1 }) made.push(Made);
    return [given, await called(this.leaf, made)];
  }

  @asyncTrait
  async literals() {
    const given = arguments.length;
    const made: Any[] = [];
    let Made: Any;
    const { leaf } = this;
    while ((Made = { __proto__: { x: made.length }, /** @asyncTrait */ async m() { return [super.x, await leaf.get(super.x)]; }, /** @asyncTrait */ async [await leaf.get('n')]() { return await super.toString(); } }) && made.length < 2) made.push(Made);
    return [await called(this.leaf, made), await made[0].n()];
  }

  @asyncTrait
  async forAwait() {
    const given = arguments.length;
    const made: Any[] = [];
    const { leaf } = this;
    for await (const [x, Made = class extends (await leaf.get(Object)) { /** @asyncTrait */ static async m(leaf: Leaf) { return [x, await leaf.get(x)]; } }] of [[1], [2]] as Any) made.push(Made);
    return [given, await called(this.leaf, made)];
  }
}

class Natives extends Case {
  async whileLoop() {
    const made: Any[] = [];
    let Made: Any;
    outer: while ((Made = class extends (await this.leaf.get(Object)) { /** @asyncTrait */ async m(leaf: Leaf) { return [made.indexOf(Made), await leaf.get('m')]; } }) && made.length < 3) {
      made.push(Made);
      if (made.length === 2) continue outer;
      const Made = 1;
      this.note(Made);
    }
    return await called(this.leaf, made);
  }

  async doLoop() {
    const made: Any[] = [];
    let Made: Any;
    do {
      if (Made) made.push(Made);
      if (made.length === 1) continue;
      this.note('body');
    } while ((Made = class Named { /** @asyncTrait */ static async [await this.leaf.get('m')](leaf: Leaf) { return [Named.name, await leaf.get('m')]; } }) && made.length < 2);
    return await called(this.leaf, made);
  }

  async forLoop() {
    const made: Any[] = [];
    let Made: Any;
    for (let i = 0; Made = class { static x = i; /** @asyncTrait */ static async [await this.leaf.get('m')](leaf: Leaf) { return [this.x, i, await leaf.get(i)]; } }, i < 2; i++, Made = class { /** @asyncTrait */ static async [await this.leaf.get('m')](leaf: Leaf) { return ['update', i, await leaf.get(i)]; } }, made.push(Made)) {
      made.push(Made);
      if (i === 0) continue;
      i += 0;
    }
    return await called(this.leaf, made);
  }

  async forOfLoop() {
    const made: Any[] = [];
    const { leaf } = this;
    for (const [x, Made = class extends (await leaf.get(Object)) { /** @asyncTrait */ static async m(leaf: Leaf) { return [x, await leaf.get(x)]; } }] of [[1], [2]] as Any) {
      made.push(Made);
      if (made.length === 1) continue;
      this.note(x);
    }
    for ({ Made: made[2] = class { /** @asyncTrait */ static async [await leaf.get('m')]() { return await leaf.get('three'); } } } of [{}]) this.note(made.length);
    for (var { length, Made = class { /** @asyncTrait */ static async [await leaf.get('m')]() { return await leaf.get(length); } } } in { key: 1 }) made.push(Made);
    return await called(this.leaf, made);
  }

  async literals() {
    const made: Any[] = [];
    let Made: Any;
    const { leaf } = this;
    while ((Made = { __proto__: { x: made.length }, /** @asyncTrait */ async m() { return [super.x, await leaf.get(super.x)]; }, /** @asyncTrait */ async [await leaf.get('n')]() { return await super.toString(); } }) && made.length < 2) made.push(Made);
    return [await called(this.leaf, made), await made[0].n()];
  }

  async forAwait() {
    const made: Any[] = [];
    const { leaf } = this;
    for await (const [x, Made = class extends (await leaf.get(Object)) { /** @asyncTrait */ static async m(leaf: Leaf) { return [x, await leaf.get(x)]; } }] of [[1], [2]] as Any) made.push(Made);
    return await called(this.leaf, made);
  }
}

/** The head has variables of the names it declares, without values. */
class DeadZones extends Case {
  @asyncTrait
  async inNativeFunctions() {
    const x = 'outer';
    const { leaf } = this;
    const of = async () => {
      const made: Any[] = [];
      for (const [x, Made = class { /** @asyncTrait */ static async [await leaf.get('m')]() { return await leaf.get(x); } }] of [[() => x]]) made.push(Made);
      for (const [x, Made = class { /** @asyncTrait */ static async [await leaf.get('m')]() { return await leaf.get(x); } }] of [[(() => { try { return x; } catch (error) { return error.name; } })()]]) made.push(Made);
      return await called(leaf, made);
    };
    return await of();
  }
}

export const main = (log: Log) => matrix(log, Frames, Coroutines, Natives, DeadZones);
