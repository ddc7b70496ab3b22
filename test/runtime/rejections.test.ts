/** Unhandled rejections are reported once, when native code reports them, and handled ones never. */
import { untouched } from '../harness/compile';
import { outcomeOf } from '../harness/process';

jest.setTimeout(60_000);

const CLASS = `
  import { Completer, join, race } from 'boxless';
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const log: string[] = [];
  class Source {
    kept: Promise<unknown> | undefined = undefined;
    gate = new Completer<number>();
    @asyncTrait async fails(name: string): Promise<never> { throw new Error(name); }
    @asyncTrait async failsLater(name: string): Promise<never> { await turn(); throw new Error(name); }
    @asyncTrait async passesOn(name: string) { return await this.failsLater(name); }
    @asyncTrait async catches(name: string) { try { return await this.failsLater(name); } catch { return 'caught'; } }
    @asyncTrait async keeps(name: string) { this.kept = this.failsLater(name); await turn(); await turn(); log.push('keeps goes on'); }
    @asyncTrait async keepsAndAwaits(name: string) { const call = this.failsLater(name); await turn(); await turn(); await turn(); try { await call; } catch { log.push('too late'); } }
    @asyncTrait async two() { return await Promise.all([this.failsLater('first of two'), this.failsLater('second of two')]); }
    @asyncTrait async joined() { return await join(this.failsLater('first joined'), this.failsLater('second joined')); }
    @asyncTrait async raced() { return await race(turn(), this.failsLater('loser')); }
    @asyncTrait async waits() { return await this.gate.future; }
  }
  const source = new Source();
  process.on('unhandledRejection', (error: any) => log.push('unhandled ' + error.message));
  process.on('rejectionHandled', () => log.push('handled after all'));
  process.on('exit', () => console.log(JSON.stringify(log)));
`;

test.each(['join', 'race'])('an argument of %s that throws: the calls before it go on for nobody, and their rejections are reported', async (how) => {
  const text = `${CLASS}
    const throws = (): unknown => { throw new Error('thrown'); };
    class Joins {
      constructor(readonly source: Source) {}
      @asyncTrait async ready() { await undefined; return await ${how}(this.source.fails('ready'), throws()); }
      @asyncTrait async later() { await undefined; return await ${how}(this.source.failsLater('first'), 1, this.source.failsLater('second'), throws()); }
      @asyncTrait async caught() { await undefined; return await ${how}(this.source.catches('none'), throws()); }
      @asyncTrait async beside(promise: unknown) { await undefined; return await ${how}(this.source.catches('none'), promise, this.source.failsLater('third'), throws()); }
      @asyncTrait async again() { await undefined; return await ${how}(this.source.catches('none'), 1); }
    }
    (async () => {
      const joins = new Joins(source) as any;
      for (const name of ['ready', 'later', 'caught', 'beside']) {
        // The program looks at its promise elsewhere.
        const promise = turn().then(() => Promise.reject(new Error('of the program')));
        promise.catch(() => {});
        await joins[name](promise).catch((error: Error) => log.push(name + ' ' + error.message));
        for (let i = 0; i < 4; i++) await turn();
        log.push(JSON.stringify(await joins.again()));
      }
      log.push('end');
    })();`;
  const [compiled, native] = await Promise.all([outcomeOf(text), outcomeOf(text, untouched)]);
  expect({ ...compiled, err: '' }).toEqual({ ...native, err: '' });
  expect((JSON.parse(native.out) as string[]).filter((line) => line.startsWith('unhandled'))).toEqual(['unhandled ready', 'unhandled first', 'unhandled second', 'unhandled third']);
});

test('the same events in the same order as natively', async () => {
  const text = `${CLASS}
    (async () => {
      log.push('start');
      source.fails('a').catch(() => {});
      source.fails('b');
      log.push('called');
      await turn();
      log.push('a turn later');
      source.passesOn('c');
      await source.passesOn('d').catch((error: Error) => log.push('caught ' + error.message));
      log.push(String(await source.catches('e')));
      await source.keeps('f');
      await source.keepsAndAwaits('g');
      for (const call of [source.two(), source.joined(), source.raced()]) await call.catch((error: Error) => log.push('caught ' + error.message));
      for (let i = 0; i < 4; i++) await turn();
      const late = source.failsLater('h');
      for (let i = 0; i < 4; i++) await turn();
      late.catch(() => {});
      await turn();
      const waiting = source.waits();
      source.gate.reject(new Error('gate'));
      await waiting.catch((error: Error) => log.push('caught ' + error.message));
      source.gate.reset();
      source.gate.reject(new Error('nobody waits'));
      await turn();
      log.push('end');
    })();`;
  const [compiled, native] = await Promise.all([outcomeOf(text), outcomeOf(text, untouched)]);
  expect(native.code).toBe(0);
  expect(JSON.parse(native.out)).toContain('handled after all');
  expect(JSON.parse(compiled.out)).toEqual(JSON.parse(native.out));
  expect(compiled.code).toBe(0);
});

test.each(['fails', 'failsLater', 'passesOn', 'keeps', 'two', 'joined'])('%s, and nobody listens: the same exit code and message', async (method) => {
  const text = `${CLASS.replace(/process\.on\('(unhandledRejection|rejectionHandled)'.*\n/g, '')} source.${method}('lost'); setTimeout(() => log.push('alive'), 20);`;
  const [compiled, native] = await Promise.all([outcomeOf(text), outcomeOf(text, untouched)]);
  expect(native.code).toBe(1);
  expect([compiled.code, compiled.out]).toEqual([native.code, native.out]);
  const message = /^Error: .*$/m;
  expect(message.exec(compiled.err)![0]).toBe(message.exec(native.err)![0]);
});

test('a cancelled call that nobody awaits is reported like any rejection, and one that is awaited is not', async () => {
  const { code, out } = await outcomeOf(`${CLASS}
    (async () => {
      const calls = [source.waits(), source.waits()] as any[];
      calls[1].catch(() => {});
      for (const call of calls) call.cancel();
      await turn();
    })();`);
  expect({ code, out }).toEqual({ code: 0, out: JSON.stringify(['unhandled The call was cancelled.']) });
});
