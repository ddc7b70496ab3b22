// frame: 24
/** A compiled caller must see whatever stands between it and the compiled callee. */
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, turn, type Log } from './support/leaf';

class Source extends Case {
  tag = 'source';
  @asyncTrait async next(x: any = 0): Promise<any> { return [this.tag, await this.leaf.get(x)]; }
}

class PlainOverride extends Source {
  override async next(x: any) { return ['override', await super.next(x)]; }
}

class SyncOverride extends Source {
  override next(x: any): any { return ['sync', x]; }
}

class CompiledOverride extends Source {
  @asyncTrait override async next(x: any) { return ['compiled', await super.next(x)]; }
}

class PlainThenCompiled extends PlainOverride {
  @asyncTrait override async next(x: any) { return ['again', await super.next(x)]; }
}

class OwnProperty extends Source {
  constructor(leaf: Leaf, log: Log) {
    super(leaf, log);
    (this as any).next = async (x: any) => ['own', x];
  }
}

class AccessorOverride extends Source {
  // @ts-expect-error an accessor in place of a method
  override get next() { this.log('accessor read'); return async (x: any) => ['accessor', x]; }
}

let decorated: Log = () => {};
const logged = (method: any, _context: unknown) => function (this: any, ...args: unknown[]) { decorated('decorated', args); return method.apply(this, args); };

class Decorated {
  constructor(readonly leaf: Leaf) {}
  @logged @asyncTrait async next(x: any): Promise<any> { return ['inner', await this.leaf.get(x)]; }
}

/** Calls `next` of whatever it is given: by name, by a computed name, twice, in a loop. */
class Caller {
  constructor(readonly log: Log) {}
  @asyncTrait async named(target: any) { await undefined; return await target.next(1); }
  @asyncTrait async computed(target: any, name: string) { await undefined; return await target[name](2); }
  @asyncTrait async loop(target: any) { const out: unknown[] = []; for (let i = 0; i < 3; i++) out.push(await target.next(i)); return out; }
}

class Contract extends Case {
  async _try(target: any): Promise<void> {
    const caller = new Caller(this.log);
    for (const call of [() => caller.named(target), () => caller.computed(target, 'next'), () => caller.loop(target)]) {
      try {
        this.log('came to', await call());
      } catch (error) {
        this.log('failed', error);
      }
    }
  }

  _source(): any { return new Source(this.leaf, this.log); }

  @asyncTrait
  async overrides() {
    for (const Tested of [PlainOverride, SyncOverride, CompiledOverride, PlainThenCompiled, OwnProperty, AccessorOverride]) {
      this.log(Tested.name);
      await this._try(new Tested(this.leaf, this.log));
    }
  }

  @asyncTrait
  async mockOnTheObject() {
    const source = this._source();
    const original = source.next;
    const mock = (...args: unknown[]) => (this.log('mock', args), original.apply(source, args));
    source.next = mock;
    await this._try(source);
    delete source.next;
    await this._try(source);
  }

  @asyncTrait
  async mockOnThePrototype() {
    const original = Source.prototype.next;
    Source.prototype.next = async (x: any) => ['mocked', x];
    try {
      await this._try(this._source());
      await this._try(new CompiledOverride(this.leaf, this.log));
    } finally {
      Source.prototype.next = original;
    }
    await this._try(this._source());
  }

  @asyncTrait
  async mockGivesASynchronousValue() {
    const source = this._source();
    source.next = () => 'synchronous';
    await this._try(source);
    source.next = 'no function';
    await this._try(source);
    source.next = undefined;
    await this._try(source);
  }

  @asyncTrait
  async transparentProxy() {
    await this._try(new Proxy(this._source(), {}));
  }

  @asyncTrait
  async forwardingProxy() {
    const { log } = this;
    await this._try(new Proxy(this._source(), { get(target, key, self) { if (typeof key === 'string' && key === 'tag') log('get', key); return Reflect.get(target, key, self); } }));
  }

  @asyncTrait
  async asyncWrappingProxy() {
    const { log } = this;
    const proxy = new Proxy(this._source(), {
      get(target, key, self) {
        const value = Reflect.get(target, key, self);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          if (typeof key === 'string') log('wrapped', key);
          return await value.apply(self, args);
        };
      },
    });
    await this._try(proxy);
  }

  @asyncTrait
  async bindingProxy() {
    await this._try(new Proxy(this._source(), { get(target, key) { const value = (target as any)[key]; return typeof value === 'function' ? value.bind(target) : value; } }));
  }

  @asyncTrait
  async frozen() {
    await this._try(Object.freeze(this._source()));
  }

  @asyncTrait
  async inheritingObject() {
    await this._try(Object.create(this._source(), { tag: { value: 'heir' } }));
  }

  @asyncTrait
  async borrowed() {
    const { next } = Source.prototype;
    const borrower: any = { tag: 'borrower', leaf: this.leaf };
    this.log(await next.call(borrower, 1));
    borrower.next = next;
    await this._try(borrower);
    const bound = next.bind(borrower, 9);
    this.log(await bound());
    this.log(await Reflect.apply(next, Object.freeze({ tag: 'frozen', leaf: this.leaf }), [3]));
    await this._try({ tag: 'other class', leaf: this.leaf, next: PlainOverride.prototype.next });
  }

  @asyncTrait
  async borrowedByAnotherName() {
    const borrower: any = { tag: 'renamed', leaf: this.leaf, other: Source.prototype.next, next: async () => 'its own' };
    await this._try(borrower);
    this.log(await borrower.other(5));
    this.log(await new Caller(this.log).computed(borrower, 'other'));
  }

  @asyncTrait
  async withoutAReceiver() {
    const { next } = Source.prototype;
    try {
      return await (next as any)(1);
    } catch (error) {
      return (error as Error).name;
    }
  }

  @asyncTrait
  async anotherDecorator() {
    decorated = this.log;
    await this._try(new Decorated(this.leaf));
  }

  @asyncTrait
  async nativeAndOtherTargets() {
    await this._try({ next: async (x: any) => ['native', x] });
    await this._try({ next: (x: any) => ['synchronous', x] });
    await this._try({ next: (x: any) => ({ then: (done: (v: unknown) => void) => done(['thenable', x]) }) });
    await this._try({ next: () => { throw new Error('synchronous throw'); } });
    await this._try('text');
    await this._try(5);
    await this._try(class { static next = async () => 'static'; });
  }

  @asyncTrait
  async invisible() {
    const source = this._source();
    await source.next(1);
    return [Object.keys(source), JSON.stringify({ ...source, leaf: 0 }), Reflect.ownKeys(source).length, Object.getOwnPropertyNames(Source.prototype)];
  }

  @asyncTrait
  async overriddenWhileSuspended() {
    const source = this._source();
    const first = source.next('first');
    source.next = async () => 'replaced';
    return [await first, await source.next('second'), await Promise.all([source.next(), Source.prototype.next.call(source, 'third')]), await turn()];
  }
}

export const main = (log: Log) => matrix(log, Contract);
