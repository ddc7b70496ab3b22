/** What dyn wrappers cost, where it is exact: bytes per ready call, bytes per wrapper, vtables per class, hidden classes per trait. */
import { join } from 'node:path';
import { compiled, untouched } from '../harness/compile';
import { TEST } from '../harness/discover';
import { FLAGS, inProcess } from '../harness/in-process';

const SOURCE = join(TEST, 'cost', 'dyn-programs.ts');
const ROUNDS = 100_000;

/** As in cost.test.ts: what V8 takes for itself, however many calls there are. One object in a hundred calls would be over it. */
const CONSTANT = 400 * 1024;

const bytes = inProcess<Record<string, number>>(SOURCE, compiled(), `() => programs.bytesOfReadyCalls(${ROUNDS})`);

test.each(Object.entries(bytes))('a ready call through a wrapper costs 0 bytes: %s', (_, taken) => {
  expect(taken).toBeLessThan(CONSTANT);
});

describe.each([['generated', compiled()], ['described', untouched]])('a %s class', (_, compile) => {
  test('wrapping costs one object of three fields', () => {
    const words = 6;
    // What V8 takes for itself meanwhile differs from run to run: 48.0 to 58.3 bytes a wrapper.
    const runs = Array.from({ length: 4 }, () => inProcess<number>(SOURCE, compile, '() => programs.bytesOfWrapping(200000)'));
    expect(Math.min(...runs)).toBeLessThan((words + 1) * 8);
  });

  test('a thousand wrappers share one vtable; the vtables of twelve classes, and of strategies, have one hidden class, the wrappers too', () => {
    const found = inProcess<{ vtables: number; ofTwelve: number; sameTables: boolean; sameWrappers: boolean }>(SOURCE, compile, `() => {
      const { CLASSES, DynSource } = programs;
      const table = (wrapper) => wrapper[internal.vtable];
      const thousand = Array.from({ length: 1000 }, () => DynSource.from(new CLASSES[0]()));
      const each = CLASSES.map((Class) => DynSource.from(new Class()));
      const others = [DynSource.from({ next() {}, get: async () => {}, take: () => 1 }), DynSource.inline(2).from(new CLASSES[1]())];
      return {
        vtables: new Set(thousand.map(table)).size,
        ofTwelve: new Set(each.map(table)).size,
        sameTables: [...each, ...others].every((wrapper) => %HaveSameMap(table(wrapper), table(each[0]))),
        sameWrappers: [...thousand, ...each, ...others].every((wrapper) => %HaveSameMap(wrapper, each[0])),
      };
    }`, [...FLAGS, '--allow-natives-syntax']);
    expect(found).toEqual({ vtables: 1, ofTwelve: 12, sameTables: true, sameWrappers: true });
  });
});
