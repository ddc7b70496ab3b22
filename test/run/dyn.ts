// frame: 24
// coroutine: Coroutine.next, Coroutine.sum, MoreParameters.sum
/** dyn wrappers around every kind of implementation. Untouched, the members are those of the list; compiled, those of the type. */
import { asyncTrait, dynTrait, type Dyn } from 'boxless';
import { Case, Leaf, type Log, type Outcome } from './support/leaf';

interface Source {
  next(x: unknown): Promise<unknown>;
  sum(a: number, b?: number): Promise<unknown>;
}

const DynSource = dynTrait<Source>(['next', 'sum']);

class Compiled extends Case implements Source {
  tag = 'compiled';
  #calls = 0;
  @asyncTrait async next(x: unknown): Promise<unknown> { return [this.tag, ++this.#calls, await this.leaf.get(x)]; }
  @asyncTrait async sum(a: number, b = 10): Promise<unknown> { return (await this.leaf.get(a)) + (await this.leaf.get(b)); }
}

/** Other parameters than the trait's. */
class OtherParameters extends Case implements Source {
  @asyncTrait async next(): Promise<unknown> { return ['no parameter', await this.leaf.get(0)]; }
  @asyncTrait async sum(...all: number[]): Promise<unknown> { return ['all of', all.length, ...all, await this.leaf.get(1)]; }
}

class MoreParameters extends Case implements Source {
  @asyncTrait async next(x: unknown, more = 'default', ...rest: unknown[]): Promise<unknown> { return [x, more, rest.length, await this.leaf.get(x)]; }
  @asyncTrait async sum(this: MoreParameters): Promise<unknown> { return ['arguments', arguments.length, await this.leaf.get(2)]; }
}

/** Coroutines: `arguments`. */
class Coroutine extends Case implements Source {
  @asyncTrait async next(x: unknown): Promise<unknown> { let n = 0; const add = () => n++; await this.leaf.get(x); add(); return ['coroutine', n + arguments.length, await this.leaf.get(x)]; }
  @asyncTrait async sum(a: number, b?: number): Promise<unknown> { let n = a; const add = () => (n += b ?? 0); await this.leaf.get(a); add(); return n + arguments.length; }
}

class Native extends Case implements Source {
  async next(x: unknown): Promise<unknown> { return ['native', await this.leaf.get(x)]; }
  async sum(...all: number[]): Promise<unknown> { return ['native', all.length]; }
}

class Synchronous extends Case {
  next(x: unknown): unknown { this.log('synchronous', x); return ['synchronous', x]; }
  sum(...all: number[]): unknown { if (all.length > 1) throw new Error('synchronous throw'); return all.length; }
}

class Mixed extends Case {
  @asyncTrait async next(x: unknown): Promise<unknown> { return ['mixed', await this.leaf.get(x)]; }
  sum(a: number, b?: number): unknown { return b === undefined ? a : Promise.resolve(a + b); }
}

class Override extends Compiled {
  override async next(x: unknown): Promise<unknown> { return ['override of', await super.next(x)]; }
}

class CompiledOverride extends Compiled {
  @asyncTrait override async next(x: unknown): Promise<unknown> { return ['compiled override of', await super.next(x)]; }
}

class OwnProperty extends Compiled {
  override next = async (x: unknown): Promise<unknown> => ['own', x];
}

class Thenables extends Case {
  next(x: unknown): unknown { return { then: (done: (v: unknown) => void) => done(['thenable', x]) }; }
  sum(): unknown { return { then: (_: unknown, fail: (e: unknown) => void) => fail(new Error('rejecting thenable')) }; }
}

const CLASSES: (new (leaf: Leaf, log: Log) => any)[] = [Compiled, OtherParameters, MoreParameters, Coroutine, Native, Synchronous, Mixed, Override, CompiledOverride, OwnProperty, Thenables];

/** Generic over the trait, and used with wrappers. */
class Reader {
  constructor(readonly log: Log) {}
  @asyncTrait async onTheSpot(source: Source): Promise<unknown> { return [await source.next(1), await source.sum(1), await source.sum(1, 2)]; }
  @asyncTrait async loop(source: Source): Promise<unknown> { const out: unknown[] = []; for (let i = 0; i < 3; i++) out.push(await source.next(i)); return out; }
  @asyncTrait async all(sources: readonly Source[]): Promise<unknown> { const out: unknown[] = []; for (const source of sources) out.push(await source.next(out.length)); return out; }
  @asyncTrait async computed(source: any, name: string): Promise<unknown> { return await source[name](7); }
  @asyncTrait async stored(source: Source): Promise<unknown> { const first = source.next('first'); const second = source.next('second'); this.log('both called'); return await Promise.allSettled([second, first]); }
  @asyncTrait async caught(source: Source): Promise<unknown> { try { return await source.sum(1, 2); } catch (error) { return ['caught', (error as Error).message]; } finally { this.log('finally'); } }
}

class DynCase extends Case {
  _reader = new Reader(this.log);
  _each(): Dyn<Source>[] { return CLASSES.map((Class) => DynSource.from(new Class(this.leaf, this.log))); }

  async _try(source: Source): Promise<void> {
    const { _reader: reader } = this;
    for (const way of [() => reader.onTheSpot(source), () => reader.loop(source), () => reader.computed(source, 'next'), () => reader.stored(source), () => reader.caught(source)]) {
      try {
        this.log('came to', await way());
      } catch (error) {
        this.log('failed', error instanceof TypeError ? error.name : error);
      }
    }
  }

  @asyncTrait
  async kinds() {
    for (const wrapper of this._each()) {
      this.log(wrapper.inner.constructor.name);
      await this._try(wrapper);
    }
  }

  @asyncTrait
  async collection() {
    return await this._reader.all(this._each());
  }

  @asyncTrait
  async boxed() {
    for (const Class of CLASSES) await this._try(DynSource.boxed(new Class(this.leaf, this.log)));
  }

  @asyncTrait
  async wrapperInAWrapper() {
    await this._try(DynSource.from(DynSource.from(new Compiled(this.leaf, this.log))));
  }

  @asyncTrait
  async objects() {
    const { leaf } = this;
    await this._try(DynSource.from({ next: async (x) => ['arrow', await leaf.get(x)], sum: async (a, b = 0) => a + b }));
    await this._try(DynSource.from({ async next(x) { return ['literal', await leaf.get(x)]; }, sum: Compiled.prototype.sum, leaf } as Source));
    await this._try(DynSource.from(Object.assign(Object.create(null), { next: (x: unknown) => ['no prototype', x], sum: () => 3 })));
    await this._try(DynSource.from(class { static next = async (x: unknown) => ['static', x]; static async sum() { return 'static'; } }));
    await this._try(DynSource.from(class { @asyncTrait static async next(x: unknown) { return ['static trait', await leaf.get(x)]; } static async sum() { return 'static'; } }));
  }

  @asyncTrait
  async changedAfterwards() {
    const source: any = new Compiled(this.leaf, this.log);
    const other = new Compiled(this.leaf, this.log);
    const wrapper = DynSource.from(source);
    const sibling = DynSource.from(other);
    await this._try(wrapper);
    source.next = async (x: unknown) => ['mock on the object', x];
    await this._try(wrapper);
    await this._try(sibling);
    source.next = () => 'no promise';
    await this._try(wrapper);
    source.next = 'no function';
    await this._try(wrapper);
    delete source.next;
    const original = Compiled.prototype.next;
    Compiled.prototype.next = async (x: unknown) => ['mock on the prototype', x];
    try {
      await this._try(wrapper);
      await this._try(sibling);
      await this._try(DynSource.from(new Compiled(this.leaf, this.log)));
    } finally {
      Compiled.prototype.next = original;
    }
    await this._try(wrapper);
  }

  @asyncTrait
  async nativeChangedAfterwards() {
    const source: any = new Native(this.leaf, this.log);
    const wrapper = DynSource.from(source);
    await this._try(wrapper);
    source.next = (x: unknown) => ['now synchronous', x];
    source.sum = Compiled.prototype.sum;
    await this._try(wrapper);
  }

  @asyncTrait
  async wrapperMocked() {
    const wrapper: any = DynSource.from(new Compiled(this.leaf, this.log));
    const original = wrapper.next;
    wrapper.next = async (x: unknown) => ['mocked wrapper', await original.call(wrapper, x)];
    await this._try(wrapper);
    delete wrapper.next;
    await this._try(wrapper);
  }

  @asyncTrait
  async proxies() {
    const source = new Native(this.leaf, this.log);
    const compiled = new Compiled(this.leaf, this.log);
    const { log } = this;
    const wrapping = (target: object): any => {
      const made = new Map<unknown, unknown>();
      return new Proxy(target, {
        get(of, key) {
          const value = (of as any)[key];
          if (typeof value !== 'function') return value;
          if (!made.has(value)) made.set(value, (...args: unknown[]) => { if (typeof key === 'string') log('through the proxy', key); return value.apply(of, args); });
          return made.get(value);
        },
      });
    };
    await this._try(DynSource.from(compiled));
    await this._try(DynSource.from(wrapping(source)));
    await this._try(DynSource.from(wrapping(compiled)));
    await this._try(wrapping(DynSource.from(compiled)));
    await this._try(DynSource.from(compiled));
  }

  @asyncTrait
  async borrowed() {
    const wrapper = DynSource.from(new Compiled(this.leaf, this.log));
    const other = DynSource.from(new Native(this.leaf, this.log));
    return [await wrapper.next.call(other, 3), await Reflect.apply(wrapper.sum, other, [1, 2])];
  }
}

const PLANS: [Outcome[], Outcome][] = [
  [[], 'ready'],
  [[], 'later'],
  [[], 'soon'],
  [['ready', 'later', 'throws', 'soon', 'ready', 'rejects', 'later'], 'ready'],
  [['soon', 'throws', 'ready', 'rejects', 'later', 'ready', 'ready'], 'later'],
];

/** Every method with every plan; not `matrix`, since each of them makes hundreds of calls itself. */
export async function main(log: Log): Promise<void> {
  for (const name of Object.getOwnPropertyNames(DynCase.prototype).filter((name) => name !== 'constructor' && !name.startsWith('_'))) {
    for (const [plan, others] of PLANS) {
      log(`DynCase.${name}, public:`, [...plan, others].join(' '));
      try {
        log('result', await (new DynCase(new Leaf(log, plan, others), log) as any)[name]());
      } catch (error) {
        log('error', error);
      }
    }
  }
}
