/** How deep a method may call itself before its first await: every call stands on its caller's stack, natively too. */
import { join } from 'node:path';
import { compiled, untouched, type Compile } from '../harness/compile';
import { TEST } from '../harness/discover';
import { inProcess } from '../harness/in-process';

const SOURCE = join(TEST, 'cost', 'recursion-program.ts');

const levels = (compile: Compile, method: string): number => inProcess<number>(SOURCE, compile, `() => programs.levels('${method}')`);

/** Each level of ours is a public call: its function, the future, the entry. */
test.each(['awaited', 'returned'])('at least an eighth of the levels that native code has: %s', (method) => {
  const [native, ours] = [untouched, compiled()].map((compile) => levels(compile, method)) as [number, number];
  console.info(`levels of recursion before the first await, ${method}: ${native} natively, ${ours} compiled`);
  expect(ours).toBeGreaterThan(native / 8);
});
