/** Cancelling: what runs, what does not, and what the waiter gets. */
import { AbortError, Completer, iterate, poolOf } from 'boxless';
import { program, turn } from '../harness/program';

/** Each method twice: as a frame, and as a coroutine (a method that uses `arguments`). */
const METHODS = (suffix: string, coroutine: string): string => `
  @asyncTrait async leaf${suffix}(name: string) {
    ${coroutine}
    this.log(name + ' waits');
    try { const value = await this.gate.future; this.log(name + ' has it'); return value; }
    catch (error) { this.log(name + ' caught', error); }
    finally { this.log(name + ' finally'); }
  }
  @asyncTrait async deep${suffix}(name: string) {
    ${coroutine}
    try { await this.leaf${suffix}(name + '.leaf'); this.log(name + ' went on'); }
    catch ({ code = this.log('default evaluated') }: any) { this.log(name + ' caught', code); }
    finally { this.log(name + ' finally'); await this.cleanup(); this.log(name + ' cleaned'); }
  }
  @asyncTrait async later${suffix}(name: string) {
    ${coroutine}
    await undefined;
    try { await this.deep${suffix}(name + '.deep'); } catch { this.log(name + ' caught'); } finally { this.log(name + ' finally'); }
  }
  @asyncTrait async catches${suffix}() {
    ${coroutine}
    try { await this.gate.future; } catch (error) { this.log('caught'); await this.cleanup(); }
    this.log('went on');
  }
  @asyncTrait async promise${suffix}(promise: Promise<unknown>) {
    ${coroutine}
    try { await promise; this.log('went on'); } finally { this.log('finally'); await undefined; this.log('finally ends'); }
  }
  @asyncTrait async overrides${suffix}(how: string) {
    ${coroutine}
    for (;;) {
      try { await this.gate.future; }
      finally { if (how === 'return') return 'returned'; if (how === 'throw') throw new Error('thrown'); if (how === 'break') break; }
    }
    return 'went on';
  }
  @asyncTrait async callsOverrides${suffix}(how: string) {
    ${coroutine}
    try { this.log('not reached', await this.overrides${suffix}(how)); } catch { this.log('not reached'); } finally { this.log('outer finally'); }
  }
  @asyncTrait async loop${suffix}(items: Iterable<unknown>) {
    ${coroutine}
    for (const item of items) await this.gate.future;
  }
  @asyncTrait async loopAwaiting${suffix}(items: Iterable<unknown>) {
    ${coroutine}
    for await (const item of items) await this.gate.future;
  }
  @asyncTrait async returnsPromise${suffix}(promise: Promise<unknown>) {
    ${coroutine}
    try { await undefined; return promise; } finally { this.log('finally'); }
  }
  @asyncTrait async callsReturnsPromise${suffix}(promise: Promise<unknown>) {
    ${coroutine}
    await undefined;
    try { return await this.returnsPromise${suffix}(promise); } finally { this.log('outer finally'); }
  }
  @asyncTrait async cancelsItself${suffix}(of: { future?: any }) {
    ${coroutine}
    await undefined;
    of.future.cancel('myself');
    this.log('still running');
    await this.ready();
    this.log('a ready await is no suspension');
    try { await undefined; this.log('not reached'); } finally { this.log('finally'); }
  }
  @asyncTrait async endsAfterCancel${suffix}(of: { future?: any }) {
    ${coroutine}
    await undefined;
    of.future.cancel('too late');
    return 'ended';
  }
  @asyncTrait async #secret${suffix}() { ${coroutine} try { await this.gate.future; } finally { this.log('secret finally'); } }
  @asyncTrait async callsSecret${suffix}() { ${coroutine} try { await this.#secret${suffix}(); } finally { this.log('caller finally'); } }
`;

const { Tested, Memo, fn } = program(`
  export class Tested {
    constructor(readonly gate: any, readonly log: (...words: any[]) => void) {}
    @asyncTrait async ready() { return 'ready'; }
    @asyncTrait async cleanup() { this.log('cleanup'); await undefined; await undefined; this.log('cleanup ends'); }
    ${METHODS('', '')}
    ${METHODS('Coroutine', 'void arguments;')}
  }
  export class Memo extends Tested {
    kept: any;
    override leaf(name: string): any { return (this.kept ??= super.leaf(name)); }
  }
  /** @asyncTrait */
  export async function fn(gate: any, log: any) { try { await inner(gate, log); } finally { log('fn finally'); } }
  /** @asyncTrait */
  async function inner(gate: any, log: any) { try { await gate.future; } finally { log('inner finally'); } }
`);

interface Setup { events: unknown[]; gate: Completer<unknown>; tested: any; undone: unknown[] }

function setup(Class: any = Tested): Setup {
  const events: unknown[] = [], undone: unknown[] = [];
  const gate = new Completer<unknown>({ onCancel: (reason) => undone.push(reason) });
  return { events, undone, gate, tested: new Class(gate, (...words: unknown[]) => events.push(words.join(' '))) };
}

const outcome = (future: Promise<unknown>): Promise<unknown> => future.then((value) => ({ value }), (error: unknown) => error);

async function rested(): Promise<void> {
  for (let i = 0; i < 3; i++) await turn();
}

test('the AbortError: name, code, and the reason as its cause', async () => {
  const { tested } = setup();
  const future = tested.leaf('a');
  const reason = { why: 'so' };
  future.cancel(reason);
  const error = (await outcome(future)) as Error & { code: string };
  expect(error).toBeInstanceOf(AbortError);
  expect([error.name, error.code, error.cause, error.message]).toEqual(['AbortError', 'ABORT_ERR', reason, 'The call was cancelled.']);
  expect(error.stack).toContain('cancel.test');
});

describe.each(['', 'Coroutine'])('methods%s', (suffix) => {
  test('finally runs, catch does not, nothing on the stack of the caller', async () => {
    const { tested, events, undone } = setup();
    const future = tested[`leaf${suffix}`]('a');
    future.cancel('reason');
    expect(events).toEqual(['a waits']);
    expect(undone).toEqual(['reason']);
    expect(await outcome(future)).toBeInstanceOf(AbortError);
    expect(events).toEqual(['a waits', 'a finally']);
    expect(poolOf(tested).live).toBe(0);
  });

  test.each(['deep', 'later'])('callees awaited on the spot first, down to the leaf, awaits in finally included: %s', async (method) => {
    const { tested, events, undone } = setup();
    const future = tested[method + suffix]('a');
    await turn();
    future.cancel('reason');
    expect(await outcome(future)).toBeInstanceOf(AbortError);
    const deep = method === 'later' ? 'a.deep' : 'a';
    expect(events).toEqual([
      `${deep}.leaf waits`, `${deep}.leaf finally`, `${deep} finally`, 'cleanup', 'cleanup ends', `${deep} cleaned`, ...(method === 'later' ? ['a finally'] : []),
    ]);
    expect(undone).toEqual(['reason']);
    expect(poolOf(tested).live).toBe(0);
  });

  test('a catch that awaits does not run either', async () => {
    const { tested, events } = setup();
    const future = tested[`catches${suffix}`]();
    await turn();
    future.cancel();
    expect(await outcome(future)).toBeInstanceOf(AbortError);
    expect(events).toEqual([]);
    const rejecting = setup();
    const other = rejecting.tested[`catches${suffix}`]();
    rejecting.gate.reject(new Error('really'));
    expect(await outcome(other)).toEqual({ value: undefined });
    expect(rejecting.events).toEqual(['caught', 'cleanup', 'cleanup ends', 'went on']);
  });

  test('a promise is not waited for any more; when it settles late, nobody is resumed by it', async () => {
    const { tested, events } = setup();
    let settle!: (value: unknown) => void, fail!: (error: unknown) => void;
    const future = tested[`promise${suffix}`](new Promise((resolve) => (settle = resolve)));
    const failing = tested[`promise${suffix}`](new Promise((_, reject) => (fail = reject)));
    future.cancel();
    failing.cancel();
    expect(await outcome(future)).toBeInstanceOf(AbortError);
    expect(await outcome(failing)).toBeInstanceOf(AbortError);
    expect(events.filter((event) => event === 'finally ends')).toHaveLength(2);
    // The frames are used again; the old promises must not resume them.
    let open!: (value: unknown) => void;
    const gate = new Promise((resolve) => (open = resolve));
    const again = [tested[`promise${suffix}`](gate), tested[`promise${suffix}`](gate)];
    expect(poolOf(tested)).toMatchObject({ created: 2, live: 2 });
    settle('late');
    fail(new Error('late'));
    await rested();
    expect(events).not.toContain('went on');
    open('now');
    await Promise.all(again);
    expect(events.filter((event) => event === 'went on')).toHaveLength(2);
  });

  test('a finally that leaves in another way has its way', async () => {
    for (const [how, expected] of [['return', { value: 'returned' }], ['throw', new Error('thrown')], ['break', { value: 'went on' }]]) {
      const { tested } = setup();
      const future = tested[`overrides${suffix}`](how);
      future.cancel();
      expect(await outcome(future)).toEqual(expected);
    }
  });

  test('the caller of such a method is cancelled all the same; what a finally threw is not lost', async () => {
    for (const how of ['return', 'throw', 'break']) {
      const { tested, events } = setup();
      const future = tested[`callsOverrides${suffix}`](how);
      await turn();
      future.cancel('r');
      const error = (await outcome(future)) as Error;
      expect(error.message).toBe(how === 'throw' ? 'thrown' : 'The call was cancelled.');
      expect(events).toEqual(['outer finally']);
    }
  });

  test.each([['for-of', 'loop', Symbol.iterator], ['for await', 'loopAwaiting', Symbol.asyncIterator]] as const)('%s closes its iterator as for a return', async (_, loop, symbol) => {
    for (const result of ['{}', '5', 'throws']) {
      const { tested, events } = setup();
      const items = {
        [symbol]: () => ({
          next: () => ({ value: 1, done: false }),
          return: () => {
            events.push('closed');
            if (result === 'throws') throw new Error('from return()');
            return result === '5' ? (5 as never) : ({} as never);
          },
        }),
      };
      const future = tested[`${loop}${suffix}`](items);
      await turn();
      future.cancel();
      const error = (await outcome(future)) as Error;
      expect(events).toEqual(['closed']);
      expect(error.name).toBe({ '{}': 'AbortError', 5: 'TypeError', throws: 'Error' }[result]);
    }
  });

  test('a method that has ended with a promise of its own does not wait for it', async () => {
    const { tested, events } = setup();
    const future = tested[`callsReturnsPromise${suffix}`](new Promise(() => {}));
    await rested();
    expect(events).toEqual(['finally']);
    future.cancel();
    expect(await outcome(future)).toBeInstanceOf(AbortError);
    expect(events).toEqual(['finally', 'outer finally']);
  });

  test('cancelled while it runs, a method notices at its next suspension', async () => {
    const { tested, events } = setup();
    const of: { future?: unknown } = {};
    of.future = tested[`cancelsItself${suffix}`](of);
    expect(await outcome(of.future as Promise<unknown>)).toBeInstanceOf(AbortError);
    expect(events).toEqual(['still running', 'a ready await is no suspension', 'finally']);
    of.future = tested[`endsAfterCancel${suffix}`](of);
    expect(await outcome(of.future as Promise<unknown>)).toEqual({ value: 'ended' });
    expect(poolOf(tested).live).toBe(0);
  });

  test('private methods are followed too', async () => {
    const { tested, events } = setup();
    const future = tested[`callsSecret${suffix}`]();
    future.cancel();
    expect(await outcome(future)).toBeInstanceOf(AbortError);
    expect(events).toEqual(['secret finally', 'caller finally']);
  });
});

test('functions, and methods that keep native ticks, are followed too', async () => {
  const { events, gate } = setup();
  const log = (word: string): unknown => events.push(word);
  const future = fn(gate, log);
  future.cancel();
  expect(await outcome(future)).toBeInstanceOf(AbortError);
  expect(events).toEqual(['inner finally', 'fn finally']);

  const microtask = program(`
    export class Native {
      constructor(readonly gate: any, readonly log: any) {}
      @asyncTrait async leaf() { try { await this.gate.future; } finally { this.log('leaf finally'); } }
      @asyncTrait async byName() { try { await this.leaf(); } finally { this.log('finally'); } }
      @asyncTrait async byKey(key: 'leaf') { try { await this[key](); } finally { this.log('finally'); } }
    }`, { scheduling: 'microtask' });
  for (const method of ['byName', 'byKey']) {
    events.length = 0;
    const native = new microtask.Native(gate, log);
    const call = native[method]('leaf');
    await turn();
    call.cancel();
    expect(await outcome(call)).toBeInstanceOf(AbortError);
    expect(events).toEqual(['leaf finally', 'finally']);
  }
});

const FORMS = {
  'behind a question': 'await this.self?.leaf()',
  'a member that may be missing': 'await this.leaf?.()',
  'a computed member behind a question': "await this.self?.['leaf']()",
  'one of two': 'await (this.self ? this.leaf() : undefined)',
  'unless it is known': 'await (this.known ?? this.leaf())',
};
/** Before its first await a public call polls nothing: what it returns there is a promise, which belongs to others too. */
const TAILS = {
  'that its callee ends with': 'await this.delegate()',
  'that its callee ends with, of the class above': 'await this.above()',
};

describe.each([['frames', ''], ['coroutines', 'void arguments;']])('calls in other forms are followed too: %s', (_, coroutine) => {
  const { Forms } = program(`
    class Base {
      constructor(readonly gate: any, readonly log: any) {}
      @asyncTrait async leaf(): Promise<any> { ${coroutine} try { await this.gate.future; } finally { this.log('leaf finally'); } }
    }
    @asyncTrait export class Forms extends Base {
      readonly self = this;
      known: any;
      async ready() {}
      async delegate() { ${coroutine} return this.leaf(); }
      async above() { ${coroutine} return super.leaf(); }
      ${Object.values({ ...FORMS, ...TAILS }).map((form, n) => `async first${n}() { ${coroutine} try { ${form}; } finally { this.log('finally'); } } async later${n}() { ${coroutine} try { await this.ready(); ${form}; } finally { this.log('finally'); } }`).join('\n')}
    }`);
  test.each(Object.keys({ ...FORMS, ...TAILS }).flatMap((form, n) => (form in TAILS ? ['later'] : ['first', 'later']).map((when) => [form, when, n] as const)))('%s, as the %s await', async (_form, when, n) => {
    const { events, gate } = setup();
    const future = new Forms(gate, (word: string) => events.push(word))[when + n]();
    await turn();
    future.cancel();
    expect(await outcome(future)).toBeInstanceOf(AbortError);
    await turn();
    expect(events).toEqual(['leaf finally', 'finally']);
  });
});

test('a call that somebody else may hold is not cancelled, only no longer waited for', async () => {
  const { tested, events, gate } = setup(Memo);
  const shared = tested.leaf('shared');
  const future = tested.deep('a');
  future.cancel();
  expect(await outcome(future)).toBeInstanceOf(AbortError);
  expect(events).toEqual(['shared waits', 'a finally', 'cleanup', 'cleanup ends', 'a cleaned']);
  gate.resolve('value');
  expect(await shared).toBe('value');
});

test('a finished call, a second time, and a future with no call behind it: nothing', async () => {
  const { tested, events, gate } = setup();
  const done = tested.leaf('a');
  gate.resolve(1);
  expect(await done).toBe(1);
  done.cancel();
  expect(await done).toBe(1);
  gate.reset();

  const twice = tested.deep('b');
  twice.cancel('first');
  twice.cancel('second');
  await undefined;
  twice.cancel('third');
  const error = (await outcome(twice)) as Error;
  expect(error.cause).toBe('first');
  expect(events.filter((event) => event === 'b finally')).toHaveLength(1);
  twice.cancel();

  const ready = tested.ready();
  ready.cancel();
  expect(await ready).toBe('ready');
});

test('a leaf that others wait for too is not undone, and they get its value', async () => {
  const { tested, gate, undone } = setup();
  const [a, b] = [tested.leaf('a'), tested.leaf('b')];
  const asPromise = gate.future.then((value) => value);
  a.cancel('a');
  expect(await outcome(a)).toBeInstanceOf(AbortError);
  b.cancel('b');
  expect(await outcome(b)).toBeInstanceOf(AbortError);
  expect(undone).toEqual([]);
  gate.resolve('value');
  expect(await asPromise).toBe('value');
});

test('what onCancel throws, the cancelled call rejects with', async () => {
  const { tested } = setup();
  tested.gate = new Completer({ onCancel: () => { throw new Error('cannot undo'); } });
  const future = tested.leaf('a');
  future.cancel();
  expect(((await outcome(future)) as Error).message).toBe('cannot undo');
});

test('a leaf that was complete before the cancellation', async () => {
  const { tested, gate, events } = setup();
  const future = tested.leaf('a');
  gate.resolve('value');
  future.cancel();
  expect(await outcome(future)).toBeInstanceOf(AbortError);
  expect(events).toEqual(['a waits', 'a finally']);
});

describe('a finally block is never cut short', () => {
  const { Cleaning } = program(`
    export class Cleaning {
      constructor(readonly work: any, readonly cleanup: any, readonly log: any) {}
      @asyncTrait async close() { await this.cleanup.future; this.log('closed'); }
      @asyncTrait async use() { try { await this.work.future; } finally { await this.close(); this.log('cleaned'); } this.log('goes on'); await this.work.future; this.log('not reached'); }
      @asyncTrait async useCoroutine() { void arguments; try { await this.work.future; } finally { await this.close(); this.log('cleaned'); } this.log('goes on'); await this.work.future; this.log('not reached'); }
      @asyncTrait async *rows() { try { yield 1; } finally { await this.close(); this.log('cleaned'); } this.log('goes on'); await this.work.future; this.log('not reached'); }
      @asyncTrait async *rowsCoroutine() { void arguments; try { yield 1; } finally { await this.close(); this.log('cleaned'); } this.log('goes on'); await this.work.future; this.log('not reached'); }
      @asyncTrait async *closing() { await this.close(); this.log('cleaned'); }
      @asyncTrait async *passing() { try { yield 1; } finally { yield* this.closing(); } this.log('goes on'); await this.work.future; this.log('not reached'); }
      @asyncTrait async *passingCoroutine() { void arguments; try { yield 1; } finally { yield* this.closing(); } this.log('goes on'); await this.work.future; this.log('not reached'); }
      @asyncTrait async usePassing() { await this.work.future; for await (const row of this.passing()) void row; }
      @asyncTrait async usePassingCoroutine() { await this.work.future; for await (const row of this.passingCoroutine()) void row; }
      @asyncTrait async useRows() { await this.work.future; for await (const row of this.rows()) void row; }
      @asyncTrait async useRowsCoroutine() { await this.work.future; for await (const row of this.rowsCoroutine()) void row; }
      @asyncTrait async last() { try { await this.work.future; } finally { await this.cleanup.future; } return 'value'; }
      @asyncTrait async outer(method: string) { try { return await (this as any)[method](); } finally { this.log('outer'); } }
    }
  `);

  test.each(['use', 'useCoroutine', 'useRows', 'useRowsCoroutine', 'usePassing', 'usePassingCoroutine'])('a call that is cleaning up when it is cancelled goes out at its next await: %s', async (method) => {
    for (const call of [(o: any) => o[method](), (o: any) => o.outer(method)]) {
      const events: string[] = [];
      const [work, cleanup] = [new Completer<unknown>(), new Completer<unknown>()];
      const future = call(new Cleaning(work, cleanup, (word: string) => events.push(word)));
      await turn();
      work.resolve(1);
      work.reset();
      await turn();
      future.cancel();
      await turn();
      expect(events).toEqual([]);
      cleanup.resolve(1);
      expect(await outcome(future)).toBeInstanceOf(AbortError);
      expect(events.slice(0, 3)).toEqual(['closed', 'cleaned', 'goes on']);
      expect(events).not.toContain('not reached');
    }
  });

  test('if nothing waits any more, the call ends as if it had not been cancelled', async () => {
    const [work, cleanup] = [new Completer<unknown>(), new Completer<unknown>()];
    const future = new Cleaning(work, cleanup, () => {}).last();
    work.resolve(1);
    await turn();
    future.cancel();
    cleanup.resolve(1);
    expect(await outcome(future)).toEqual({ value: 'value' });
  });
});

describe('streams', () => {
  const { Streams } = program(`
    export class Streams {
      constructor(readonly gate: any, readonly log: any) {}
      @asyncTrait async *items() { try { yield 1; await this.gate.future; yield 2; } catch { this.log('stream caught'); } finally { this.log('stream finally'); } }
      @asyncTrait async *itemsCoroutine() { void arguments; try { yield 1; await this.gate.future; yield 2; } catch { this.log('stream caught'); } finally { this.log('stream finally'); } }
      @asyncTrait async loop(method: 'items') { await undefined; try { for await (const item of this[method]()) this.log('item ' + item); } catch { this.log('caught'); } finally { this.log('finally'); } }
      @asyncTrait async loopCoroutine(method: 'items') { void arguments; await undefined; try { for await (const item of this[method]()) this.log('item ' + item); } catch { this.log('caught'); } finally { this.log('finally'); } }
      @asyncTrait async body(method: 'items') { try { for await (const item of this[method]()) { this.log('item ' + item); await this.gate.future; } } catch { this.log('caught'); } finally { this.log('finally'); } }
    }
  `);

  for (const method of ['items', 'itemsCoroutine']) {
    test.each(['loop', 'loopCoroutine', 'body'])(`%s over ${method}`, async (loop) => {
      const events: string[] = [];
      const streams = new Streams(new Completer(), (word: string) => events.push(word));
      const future = streams[loop](method);
      await turn();
      expect(events).toEqual(['item 1']);
      future.cancel();
      expect(await outcome(future)).toBeInstanceOf(AbortError);
      expect(events).toEqual(['item 1', 'stream finally', 'finally']);
    });
  }
});

describe.each([['eager', {}], ['microtask', { scheduling: 'microtask' }]] as const)('a source that is called, and not polled: %s', (_, options) => {
  const { Called } = program(`
    export class Called {
      constructor(readonly gate: any, readonly log: any, readonly iterate?: any) {}
      @asyncTrait async *items() { try { await this.gate.future; yield 1; } catch { this.log('source caught'); } finally { this.log('source finally'); } }
      @asyncTrait async *itemsCoroutine() { void arguments; try { await this.gate.future; yield 1; } catch { this.log('source caught'); } finally { this.log('source finally'); } }
      @asyncTrait async next() { try { return { done: false, value: await this.gate.future }; } catch { this.log('source caught'); } finally { this.log('source finally'); } }
      iterator() { return { [Symbol.asyncIterator]: () => this }; }
      cursor() { return this.iterate(this); }
      @asyncTrait async loop(method: 'items') { try { for await (const item of this[method]()) this.log('item ' + item); } catch { this.log('caught'); } finally { this.log('finally'); } }
      @asyncTrait async loopCoroutine(method: 'items') { void arguments; try { for await (const item of this[method]()) this.log('item ' + item); } catch { this.log('caught'); } finally { this.log('finally'); } }
      @asyncTrait async *passing(method: 'items') { try { yield* this[method](); } catch { this.log('caught'); } finally { this.log('finally'); } }
    }
  `, options);

  test.each([
    ['loop', 'items'], ['loop', 'itemsCoroutine'], ['loop', 'iterator'], ['loop', 'cursor'],
    ['loopCoroutine', 'items'], ['loopCoroutine', 'itemsCoroutine'], ['loopCoroutine', 'iterator'], ['loopCoroutine', 'cursor'],
  ])('%s over %s at the very first await', async (loop, method) => {
    const events: string[] = [];
    const future = new Called(new Completer(), (word: string) => events.push(word), iterate)[loop](method);
    future.cancel();
    expect(await outcome(future)).toBeInstanceOf(AbortError);
    expect(events).toEqual(['source finally', 'finally']);
  });

  test.each(['items', 'itemsCoroutine'])('next() of %s, and of a stream that passes it on', async (method) => {
    const events: string[] = [];
    const called = new Called(new Completer(), (word: string) => events.push(word));
    const item = called[method]().next();
    item.cancel();
    expect(await outcome(item)).toBeInstanceOf(AbortError);
    expect(events).toEqual(['source finally']);
    const stream = called.passing(method);
    const passed = stream.next();
    passed.cancel();
    expect(await outcome(passed)).toBeInstanceOf(AbortError);
    expect(events).toEqual(['source finally', 'source finally', 'finally']);
    expect(await stream.next()).toEqual({ value: undefined, done: true });
  });

  test('what somebody else has asked for before is not cancelled', async () => {
    const events: string[] = [];
    const gate = new Completer<unknown>();
    const called = new Called(gate, (word: string) => events.push(word));
    const stream = called.items();
    const first = stream.next();
    const future = Object.assign(Object.create(called), { items: () => stream }).loop('items');
    future.cancel();
    expect(await outcome(future)).toBeInstanceOf(AbortError);
    gate.resolve(1);
    expect(await first).toEqual({ value: 1, done: false });
    expect(events[0]).toBe('finally');
  });
});

test('await using is disposed of', async () => {
  const { Using } = program(`
    export class Using {
      constructor(readonly gate: any, readonly log: any) {}
      @asyncTrait async use() {
        await using a = { [Symbol.asyncDispose]: async () => { this.log('a begins'); await undefined; this.log('a ends'); } };
        using b = { [Symbol.dispose]: () => this.log('b') };
        await this.gate.future;
        this.log('not reached');
        return [a, b];
      }
    }
  `);
  const events: string[] = [];
  const future = new Using(new Completer(), (word: string) => events.push(word)).use();
  await turn();
  future.cancel();
  expect(await outcome(future)).toBeInstanceOf(AbortError);
  expect(events).toEqual(['b', 'a begins', 'a ends']);
});
