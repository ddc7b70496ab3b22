/** What only a process of its own can show: unhandled rejections, the one-time warning, async context, two copies. */
import { untouched } from '../harness/compile';
import { outcomeOf } from '../harness/process';

const FAILING = `
  class Source {
    @asyncTrait async fails() { throw new Error('lost'); }
    @asyncTrait async failsLater() { await undefined; throw new Error('lost later'); }
    @asyncTrait async passesOn() { return await this.failsLater(); }
  }
  const source = new Source();
`;

test.each(['fails', 'failsLater', 'passesOn'])('a rejection of %s that nobody awaits is reported', async (method) => {
  const { code, err } = await outcomeOf(`${FAILING} source.${method}();`);
  expect(code).toBe(1);
  expect(err).toContain('Error: lost');
});

test('one that is consumed is not, and inner ones never are', async () => {
  const { code, err } = await outcomeOf(`${FAILING}
    process.on('unhandledRejection', (error) => { console.error('UNHANDLED', error); process.exit(3); });
    (async () => { for (const m of ['fails', 'failsLater', 'passesOn'] as const) await source[m]().catch(() => {}); })();`);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});

test('AsyncLocalStorage reads after every await what native code reads, whoever resolves', async () => {
  const text = `
    import { AsyncLocalStorage } from 'node:async_hooks';
    const storage = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    let open: (x?: unknown) => void = () => {};
    let gate = new Promise((resolve) => (open = resolve));
    class Source {
      @asyncTrait async leaf(how: string) { if (how === 'gate') await gate; if (how === 'tick') await undefined; if (how === 'timer') await new Promise((r) => setTimeout(r, 1)); return how; }
      @asyncTrait async run(name: string) {
        for (const how of ['ready', 'tick', 'timer', 'gate', 'ready']) { await this.leaf(how); seen.push([name, how, storage.getStore()]); }
      }
    }
    const source = new Source();
    const calls = ['a', 'b'].map((store) => storage.run(store, () => source.run(store)));
    setTimeout(() => storage.run('resolver', () => open()), 20);
    Promise.all(calls).then(() => { seen.push(storage.getStore()); console.log(JSON.stringify(seen.map(String).sort())); });`;
  const [boxless, native] = await Promise.all([outcomeOf(text), outcomeOf(text, untouched)]);
  expect(native.code).toBe(0);
  expect(boxless).toMatchObject({ code: 0, out: native.out });
});

test('untouched, the decorator works and warns once', async () => {
  const { code, out, err } = await outcomeOf(
    `class A { @asyncTrait async m() { return 1; } @asyncTrait async n() { return 2; } }
     class B { @asyncTrait async m() { return 3; } }
     (async () => console.log(await new A().m(), await new A().n(), await new B().m()))();`,
    untouched,
  );
  expect({ code, out }).toEqual({ code: 0, out: '1 2 3' });
  expect(err.match(/boxless: @asyncTrait ran as a plain decorator/g)).toHaveLength(1);
});

test('100,000 levels of recursion resume on one stack frame', async () => {
  const { code, out, err } = await outcomeOf(`
    class Deep {
      @asyncTrait async down(n: number): Promise<number> { await undefined; return n === 0 ? 0 : 1 + (await this.down(n - 1)); }
    }
    new Deep().down(100_000).then(console.log);`);
  expect({ code, out, err }).toEqual({ code: 0, out: '100000', err: '' });
});

test('going on eagerly goes as deep as native code: an await before each level leaves the stack there', async () => {
  const { code, out, err } = await outcomeOf(`
    let visited = 0;
    class Walker {
      @asyncTrait async visit() { visited++; }
      @asyncTrait async walk(n: number): Promise<void> { if (n === 0) return; await this.visit(); await this.walk(n - 1); }
      @asyncTrait async both(n: number): Promise<number> { if (n === 0) return 0; try { await this.visit(); return 1 + (await this.both(n - 1)); } finally { visited++; } }
    }
    (async () => { const walker = new Walker(); await walker.walk(200_000); console.log(visited, await walker.both(50_000), visited); })();`);
  expect({ code, out, err }).toEqual({ code: 0, out: '200000 50000 300000', err: '' });
});

test('ten million ready awaits in one loop', async () => {
  const { code, out, err } = await outcomeOf(`
    class Source {
      n = 0;
      @asyncTrait async next() { return this.n++; }
      @asyncTrait async all(limit: number) { let sum = 0; for (let i = 0; i < limit; i++) sum += await this.next(); return sum; }
      @asyncTrait async fails() { throw new Error(); }
      @asyncTrait async survives(limit: number) { let caught = 0; for (let i = 0; i < limit; i++) { try { await this.fails(); } catch { caught++; } } return caught; }
    }
    (async () => { const source = new Source(); await undefined; console.log(await source.all(10_000_000), await source.survives(30_000)); })();`);
  expect({ code, out, err }).toEqual({ code: 0, out: `${(10_000_000 * 9_999_999) / 2} 30000`, err: '' });
});

test('100,000 calls in flight on one instance, completed in a random order, each with its own result', async () => {
  const { code, out, err } = await outcomeOf(`
    import { Completer } from 'boxless';
    class Many {
      readonly gates = Array.from({ length: 100_000 }, () => new Completer<number>());
      @asyncTrait async leaf(n: number) { return await this.gates[n]!.future; }
      @asyncTrait async one(n: number) { const before = n * 2; return before + (await this.leaf(n)); }
    }
    const many = new Many();
    let seed = 1;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const order = many.gates.map((_, n) => n);
    for (let i = order.length - 1; i > 0; i--) { const j = Math.floor(random() * (i + 1)); [order[i], order[j]] = [order[j]!, order[i]!]; }
    (async () => {
      const calls = many.gates.map((_, n) => many.one(n));
      const { live } = poolOf(many);
      for (const [i, n] of order.entries()) { many.gates[n]!.resolve(n); if (i % 1000 === 0) await undefined; }
      const values = await Promise.all(calls);
      console.log(live, values.every((value, n) => value === n * 3), poolOf(many).live);
    })();`);
  expect({ code, out, err }).toEqual({ code: 0, out: '200000 true 0', err: '' });
});

test('util.inspect shows the state of a future, and its method', async () => {
  const { code, out } = await outcomeOf(`
    class Source {
      @asyncTrait async ready() { return 'ready'; }
      @asyncTrait async later() { await undefined; return { a: 1 }; }
      @asyncTrait async fails() { await undefined; throw 'failed'; }
      @asyncTrait async holds(future: unknown) { return [future]; }
      @asyncTrait static async make() { await undefined; }
      @asyncTrait({ reuse: 'await-once' }) async once() { await undefined; return 'once'; }
      @asyncTrait({ reuse: 'await-once' }) async onceFails() { throw 'failed'; }
    }
    /** @asyncTrait */
    const load = async () => 'loaded';
    (async () => {
      const { ready, later, fails } = Source.prototype;
      const source = new Source();
      const futures = [source.ready(), source.later(), source.fails(), Source.make(), load(), source.once(), source.onceFails()] as any[];
      futures.push(source.holds(futures[1]));
      console.log(futures[1], futures[5]);
      futures[2].catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 1));
      for (const future of futures) console.log(future);
      await futures[5];
      await futures[6].catch(() => {});
      futures[0][Symbol.dispose]();
      futures[5][Symbol.dispose]();
      console.log(futures[0], futures[5], futures[6]);
    })();
    process.on('unhandledRejection', () => {});`);
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    'PooledFuture(Source.later) { <pending> } PooledFuture(Source.once) { <pending> }',
    "PooledFuture(Source.ready) { 'ready' }",
    'PooledFuture(Source.later) { { a: 1 } }',
    "PooledFuture(Source.fails) { <rejected> 'failed' }",
    'PooledFuture(Source.make) { undefined }',
    "PooledFuture(load) { 'loaded' }",
    "PooledFuture(Source.once) { 'once' }",
    "PooledFuture(Source.onceFails) { <rejected> 'failed' }",
    'PooledFuture(Source.holds) { [ PooledFuture(Source.later) { { a: 1 } } ] }',
    'PooledFuture(Source.ready) { <disposed> } PooledFuture(Source.once) { <consumed> } PooledFuture(Source.onceFails) { <consumed> }',
  ]);
});

test('an error carries the trail of the methods that awaited it', async () => {
  const { out } = await outcomeOf(`
    class Source {
      @asyncTrait async leaf() { await undefined; throw new Error('boom'); }
      @asyncTrait async middle() { return await this.leaf(); }
      @asyncTrait async outer() { return await this.middle(); }
    }
    new Source().outer().catch((error) => console.log(error.stack));`);
  expect(out.split('\n')[0]).toBe('Error: boom');
  expect(out).toMatch(/at .*Source\.leaf/);
});
