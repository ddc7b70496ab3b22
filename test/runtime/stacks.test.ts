/** Errors that cross awaits carry the logical callers, beside those that V8 notes for the same program. */
import { untouched } from '../harness/compile';
import { outcomeOf } from '../harness/process';

jest.setTimeout(60_000);

const PROGRAM = `
  class Source {
    @asyncTrait async ready() { return 1; }
    @asyncTrait async leaf(how: string): Promise<number> {
      if (how === 'suspended') await undefined;
      if (how === 'promise') await Promise.reject(new Error('boom'));
      throw new Error('boom');
    }
    @asyncTrait async middle(how: string) { await this.ready(); return 1 + (await this.leaf(how)); }
    @asyncTrait async catches(how: string) { try { return await this.middle(how); } catch (error) { throw error; } finally { await this.ready(); } }
    @asyncTrait async coroutine(how: string) { void arguments; return 1 + (await this.catches(how)); }
    @asyncTrait async outer(how: string) { for (;;) { const value = await this.coroutine(how); return value; } }
  }
  const shared = new Error('shared');
  class Shared {
    @asyncTrait async fails() { await undefined; throw shared; }
    @asyncTrait async calls() { await undefined; return await this.fails(); }
  }
  (async () => {
    const stacks: Record<string, string> = {};
    for (const how of ['ready', 'suspended', 'promise']) await new Source().outer(how).catch((error: Error) => (stacks[how] = error.stack!));
    for (let i = 0; i < 50; i++) await new Shared().calls().catch(() => {});
    console.log(JSON.stringify({ stacks, sharedLines: shared.stack!.split('\\n').length }));
  })();`;

interface Printed { readonly stacks: Record<string, string>; readonly sharedLines: number }

/** `Source.leaf`, `Source.middle`, ... of the lines with a position, innermost first. */
function callers(stack: string): string[] {
  return [...stack.matchAll(/^ +at (?:async )?(Source\.\w+) \(.*:\d+:\d+\)$/gm)].map(([, name]) => name!);
}

let ours: Printed, theirs: Printed;
beforeAll(async () => {
  const [compiled, native] = await Promise.all([outcomeOf(PROGRAM), outcomeOf(PROGRAM, untouched)]);
  [ours, theirs] = [JSON.parse(compiled.out) as Printed, JSON.parse(native.out) as Printed];
});

test.each(['ready', 'suspended'])('%s: the callers that V8 names, in its order', (how) => {
  expect(callers(theirs.stacks[how]!)).toEqual(['leaf', 'middle', 'catches', 'coroutine', 'outer'].map((name) => `Source.${name}`));
  expect(callers(ours.stacks[how]!)).toEqual(callers(theirs.stacks[how]!));
});

test('an error of a rejected promise gets the callers it crosses, all that V8 names and more', () => {
  expect(callers(ours.stacks['promise']!)).toEqual(expect.arrayContaining(callers(theirs.stacks['promise']!)));
  expect(callers(ours.stacks['promise']!).slice(-4)).toEqual(['middle', 'catches', 'coroutine', 'outer'].map((name) => `Source.${name}`));
});

test('what has been waited for is async', () => {
  expect(ours.stacks['suspended']).toMatch(/at async Source\.middle .*\n.*at async Source\.catches .*\n.*at async Source\.coroutine .*\n.*at async Source\.outer /);
});

test('an error that is thrown again and again does not grow', () => {
  expect(ours.sharedLines).toBeLessThanOrEqual(theirs.sharedLines + 10);
});
