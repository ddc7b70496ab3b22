/** Async context: after every await a method reads from an AsyncLocalStorage what native code reads, whoever resumes it. */
import { untouched } from '../harness/compile';
import { outcomeOf } from '../harness/process';

jest.setTimeout(60_000);

/** Prints, for every step of every call, the store that was read. */
const HEAD = `
  import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
  import { Completer, join, race } from 'boxless';
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const seen: string[] = [];
`;

const CLASS = `
  class Service {
    gate = new Completer<string>();
    promise: Promise<string>; open: any;
    constructor() { this.promise = new Promise((resolve) => (this.open = resolve)); }
    see(where: string) { seen.push(where + ': ' + storage.getStore() + '/' + other.getStore()); }
    @asyncTrait async ready() { this.see('ready'); return 'ready'; }
    @asyncTrait async leaf(how: string): Promise<string> {
      this.see('leaf');
      const value = how === 'completer' ? await this.gate.future : how === 'promise' ? await this.promise : how === 'tick' ? await (undefined as any) : await this.ready();
      this.see('leaf after ' + how);
      return value;
    }
    @asyncTrait async middle(how: string) {
      await this.ready();
      const value = await this.leaf(how);
      this.see('middle');
      return value;
    }
    @asyncTrait async outer(how: string) {
      this.see('outer');
      try { await this.middle(how); this.see('outer after first'); await this.middle(how); }
      finally { this.see('outer finally'); }
      return 'outer';
    }
    @asyncTrait async together(how: string) {
      await this.ready();
      await join(this.leaf(how), this.leaf(how));
      this.see('joined');
      await race(this.leaf(how), this.leaf(how));
      this.see('raced');
    }
    @asyncTrait async enters() {
      await undefined;
      storage.enterWith('entered');
      this.see('entered');
      await this.ready();
      this.see('entered, after ready');
      await this.gate.future;
      this.see('entered, after the gate');
    }
    @asyncTrait async entersAfterReady() {
      await this.ready();
      storage.enterWith('entered after ready');
      await this.gate.future;
      this.see('inside');
    }
    @asyncTrait async entersAtOnce() { storage.enterWith('at once'); await this.gate.future; this.see('inside'); }
    @asyncTrait async callsEnters(which: 'enters' | 'entersAfterReady' | 'entersAtOnce') {
      await this.ready();
      await this[which]();
      this.see('after ' + which);
      if (which === 'enters') await this.enters();
      if (which === 'entersAfterReady') await this.entersAfterReady();
      if (which === 'entersAtOnce') await this.entersAtOnce();
      this.see('after ' + which + ' by name');
    }
    @asyncTrait async runs() {
      await this.ready();
      const inner = storage.run('inner', () => this.middle('completer'));
      this.see('after the call');
      await inner;
      this.see('after inner');
      const snapshot = AsyncLocalStorage.snapshot();
      const bound = AsyncResource.bind(() => this.middle('completer'));
      await storage.run('elsewhere', () => snapshot(() => this.middle('completer')));
      this.see('after snapshot');
      await storage.run('elsewhere', () => bound());
      this.see('after bind');
    }
  }
`;

const STORES = `const storage = new AsyncLocalStorage<string>(), other = new AsyncLocalStorage<string>();`;

/** Completes whatever is waited for, from a context of its own. */
const DRIVE = (calls: string): string => `
  const service = new Service();
  const calls: Promise<unknown>[] = [];
  ${calls}
  let ended = false;
  void Promise.all(calls).then(() => (ended = true));
  const resolver = async () => {
    for (let i = 0; !ended && i < 100; i++) {
      await turn();
      const value = 'v' + i;
      storage.run('resolver', () => { service.gate.resolve(value); service.open(value); });
      service.gate = new Completer();
    }
    console.log(JSON.stringify({ ended, seen: seen.sort() }));
  };
  void other.run('of the resolver', resolver);`;

async function same(text: string, options: string[] = []): Promise<string[]> {
  const [compiled, native] = await Promise.all([outcomeOf(text, undefined, options), outcomeOf(text, untouched, options)]);
  expect({ code: native.code, err: native.err.replace(/boxless: @asyncTrait ran as a plain decorator.*/s, '') }).toEqual({ code: 0, err: '' });
  expect(compiled.err).toBe('');
  const [ours, theirs] = [compiled, native].map(({ out }) => JSON.parse(out) as { ended: boolean; seen: string[] });
  expect(theirs!.ended).toBe(true);
  expect(ours).toEqual(theirs);
  return ours!.seen;
}

test.each(['completer', 'promise', 'tick', 'ready'])('run: calls that wait for a %s, resumed by somebody else', async (how) => {
  const seen = await same(HEAD + STORES + CLASS + DRIVE(`for (const name of ['a', 'b']) calls.push(storage.run(name, () => other.run(name + '2', () => service.outer('${how}'))));`));
  expect(seen).toContain('outer finally: a/a2');
});

test('where no AsyncResource can be had, as in Node before 20.16, a promise keeps the context', async () => {
  const seen = await same(
    HEAD + STORES + CLASS + DRIVE(`
      seen.push('' + typeof (process as any).getBuiltinModule);
      for (const name of ['a', 'b']) calls.push(storage.run(name, () => other.run(name + '2', () => service.outer('completer'))));`),
    ['--import', 'data:text/javascript,delete process.getBuiltinModule'],
  );
  expect(seen).toContain('undefined');
  expect(seen).toContain('outer finally: a/a2');
});

test.each(['completer', 'promise'])('join and race of calls that wait for a %s', async (how) => {
  const seen = await same(HEAD + STORES + CLASS + DRIVE(`for (const name of ['a', 'b']) calls.push(storage.run(name, () => service.together('${how}')));`));
  expect(seen).toContain('raced: a/undefined');
});

test.each(['enters', 'entersAfterReady', 'entersAtOnce'])('enterWith in a callee stays there: %s', async (which) => {
  const seen = await same(HEAD + STORES + CLASS + DRIVE(`calls.push(storage.run('a', () => service.callsEnters('${which}')));`));
  expect(seen.length).toBeGreaterThan(3);
});

test('enterWith as the very first use of a store', async () => {
  const seen = await same(HEAD + STORES + CLASS + DRIVE(`calls.push(service.callsEnters('enters'));`));
  expect(seen).toContain('after enters: undefined/undefined');
});

test('run, snapshot and bind inside of a method', async () => {
  await same(HEAD + STORES + CLASS + DRIVE(`calls.push(storage.run('a', () => service.runs()), other.run('b', () => service.runs()));`));
});

test('a call that began to wait before there was any store has none afterwards', async () => {
  const seen = await same(HEAD + STORES + CLASS + DRIVE(`calls.push(service.outer('completer'));`));
  expect(seen).toContain('outer after first: undefined/undefined');
});
