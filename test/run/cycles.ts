// frame: 15
// coroutine: counted
/** Modules that import one another: functions are there before the module that declares them has begun. */
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, type Log } from './support/leaf';
import whole, { earlyCalls, seen, shared, table } from './cycles-back';

type Any = any;

/** @asyncTrait */
export async function exported(leaf: Leaf, x: Any, ..._rest: Any[]): Promise<Any> {
  return ['exported', await leaf.get(x), await inner(leaf, x)];
}

/** @asyncTrait */
async function inner(leaf: Leaf, x: Any): Promise<Any> {
  return ['inner', await leaf.get(x), await new Made().m(leaf)];
}

/** @asyncTrait */
export async function* items(leaf: Leaf, n: number): AsyncGenerator<Any> {
  for (let i = 0; i < n; i++) yield await leaf.get(i);
}

/** @asyncTrait */
export async function counted(_a: Any, _b: Any): Promise<Any> {
  return arguments.length;
}

/** @asyncTrait */
export default async function (this: unknown, leaf: Leaf): Promise<Any> {
  return ['default', this, await leaf.get('default')];
}

/** @asyncTrait */
export async function polls(leaf: Leaf): Promise<Any> {
  return ['polls', await leaf.get('early')];
}

/** What a function makes that is called before its module has begun. */
export function early(): Any {
  return new (class {
    /** @asyncTrait */ async n(leaf: Leaf): Promise<Any> { return ['n', await leaf.get('n')]; }
    /** @asyncTrait */ async m(leaf: Leaf): Promise<Any> { return ['m', await this.n(leaf), await leaf.get('m')]; }
  })();
}

export function plain(): Any {
  return [typeof inner, inner.name];
}

class Made {
  @asyncTrait async m(leaf: Leaf): Promise<Any> { return await leaf.get('made'); }
}

/** @asyncTrait */
export async function assigned(): Promise<Any> { return 'first'; }
const first = assigned;
(assigned as Any) = async () => ['second', await first()];

class Cycles extends Case {
  @asyncTrait
  async theSameFunctions() {
    return [table.exported === exported, table.items === items, table.assigned === first, table.counted === counted, seen, await assigned()];
  }
  @asyncTrait
  async whatTheyAre() {
    return [exported, items, counted, inner, table.default, whole, shared].map((one: Any) => [one.name.replace(/_\d$/, ''), one.length, typeof one, Object.getPrototypeOf(one).constructor.name, one.prototype === undefined]);
  }
  @asyncTrait
  async notConstructors() {
    const out: unknown[] = [];
    for (const one of [exported, table.default] as Any[]) try { new one(); } catch (error) { out.push((error as Error).name); }
    return out;
  }
  @asyncTrait
  async called() {
    const out: Any[] = [await exported(this.leaf, 1), await table.default.call(5, this.leaf), await whole(this.leaf), await shared(this.leaf, exported)];
    for await (const item of items(this.leaf, 2)) out.push(item);
    return [...out, await counted(1, 2), await (counted as Any)(1, 2, 3)];
  }
  @asyncTrait
  async calledEarly() {
    return [await earlyCalls, await early().m(this.leaf)];
  }
  @asyncTrait
  async notAwaited() {
    const call = exported(this.leaf, 1);
    this.note('called');
    return await call;
  }
}

export const main = (log: Log) => matrix(log, Cycles);
