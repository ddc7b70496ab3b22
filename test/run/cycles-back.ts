// frame: 3
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, type Log } from './support/leaf';
import standard, { assigned, counted, early, exported, items, plain, polls } from './cycles';

type Any = any;

/** Taken while the other module has not begun, unless it is this one that is asked for. */
export const table = { default: standard, exported, items, assigned, counted };
export const seen = [plain(), exported.name, standard.length];
export const earlyCalls: Promise<Any> = Promise.all([shared(new Leaf(() => {}, [], 'later'), async () => 'other'), counted(1, 2), polls(new Leaf(() => {}, [], 'later')), early().m(new Leaf(() => {}, [], 'later'))]);

/** @asyncTrait */
export async function shared(leaf: Leaf, other: Any): Promise<Any> {
  return ['shared', await leaf.get('shared'), await other(leaf, 'other')];
}

/** @asyncTrait */
export default async function whole(leaf: Leaf): Promise<Any> {
  return ['whole', whole.name, await leaf.get(table.exported === exported)];
}

class Back extends Case {
  @asyncTrait
  async shared() {
    return [await shared(this.leaf, exported), await whole(this.leaf), table.exported === exported, seen];
  }
}

export const main = (log: Log) => matrix(log, Back);
