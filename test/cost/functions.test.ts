/** What V8 makes of public functions, asked of V8 itself: exact, and so no matter of time. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { compiled } from '../harness/compile';
import { ROOT, TEST } from '../harness/discover';
import { inProcess } from '../harness/in-process';

const NAMES = ['declared', 'arrow', 'expression'];

test('functions, whose polls are their properties, keep them where V8 finds them at once', () => {
  const isFast = inProcess<boolean[]>(
    join(TEST, 'cost', 'functions-program.ts'), compiled(),
    `() => ${JSON.stringify(NAMES)}.map((name) => %HasFastProperties(programs[name]))`, ['--allow-natives-syntax'],
  );
  expect(isFast).toEqual(NAMES.map(() => true));
});

/** V8's `max_inlined_bytecode_size_small`: what is smaller is inlined at any call. */
const SMALL = 27;

const bytecodeOf = (name: string): number => {
  const main = `const { canPoll, isPoll } = require(${JSON.stringify(join(ROOT, 'dist/runtime/internal.js'))}); canPoll(isPoll, 1); isPoll(canPoll);`;
  const printed = execFileSync(process.execPath, ['--print-bytecode', `--print-bytecode-filter=${name}`, '-e', main], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return Number(/^Bytecode length: (\d+)/m.exec(printed)?.[1]);
};

test.each(['isShallow', 'is'])('%s is so small that V8 always inlines it', (name) => {
  expect(bytecodeOf(name)).toBeGreaterThan(0);
  expect(bytecodeOf(name)).toBeLessThanOrEqual(SMALL);
});
