// frame: 27
/** What is awaited and what is returned, when it is not a plain value: thenables, promises, getters. */
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class Thenables extends Case {
  _thenable(value: unknown, how: 'now' | 'later' | 'reject' | 'throw' | 'twice' = 'now'): any {
    const { log } = this;
    return {
      get then() {
        log('read then');
        return (resolve: (x: unknown) => void, reject: (x: unknown) => void) => {
          log('call then');
          if (how === 'now') resolve(value);
          if (how === 'later') setImmediate(resolve, value);
          if (how === 'reject') reject(value);
          if (how === 'throw') throw value;
          if (how === 'twice') { resolve(value); reject('ignored'); throw new Error('ignored'); }
        };
      },
    };
  }

  /** A Proxy that says what it is asked for. */
  _watched(value: object): any {
    const { log } = this;
    return new Proxy(value, {
      get(target, key, self) { log('get', String(key)); return Reflect.get(target, key, self); },
      has(target, key) { log('has', String(key)); return Reflect.has(target, key); },
      getPrototypeOf(target) { log('getPrototypeOf'); return Reflect.getPrototypeOf(target); },
    });
  }
  _watchedCall() { return this._watched({ is: 'no promise' }); }

  @asyncTrait async watched() { return (await this._watched({ x: 1 })).x; }
  @asyncTrait async watchedThenable() { return await this._watched(this._thenable('t', 'later')); }
  @asyncTrait async watchedFromACall() { return (await this._watchedCall()).is; }

  @asyncTrait async returned() { await this.leaf.get(1); return this._thenable('r'); }
  @asyncTrait async returnedAtOnce() { return this._thenable('r'); }
  @asyncTrait async returnedLater() { return this._thenable('r', 'later'); }
  @asyncTrait async returnedRejecting() { await this.leaf.get(1); return this._thenable('r', 'reject'); }
  @asyncTrait async returnedThrowing() { await this.leaf.get(1); return this._thenable('r', 'throw'); }
  @asyncTrait async returnedTwice() { return this._thenable('r', 'twice'); }
  @asyncTrait async nested() { return this._thenable(this._thenable('inner', 'later')); }

  @asyncTrait
  async returnedFromTry() {
    try {
      await this.leaf.get(1);
      return this._thenable('r', 'reject');
    } catch {
      return 'never caught here';
    } finally {
      this.note('finally');
    }
  }

  @asyncTrait
  async throwingGetterReturnedFromTry() {
    try {
      await this.leaf.get(1);
      return { get then(): never { throw new Error('getter'); } } as any;
    } catch {
      return 'never caught here';
    }
  }

  @asyncTrait
  async returnedThroughAwaitingFinally() {
    try {
      return this._thenable('r');
    } finally {
      await this.leaf.get('f');
    }
  }

  @asyncTrait
  async awaited() {
    const out: unknown[] = [await this._thenable('a'), await this._thenable('b', 'later')];
    for (const how of ['reject', 'throw', 'twice'] as const) {
      try {
        out.push(await this._thenable(how, how));
      } catch (error) {
        out.push(['caught', error]);
      }
    }
    return out;
  }

  @asyncTrait
  async thenGetterThrows() {
    const odd = { get then(): never { throw new Error('getter'); } };
    try {
      return await odd;
    } catch (error) {
      return [error, await this.leaf.get(1)];
    }
  }

  @asyncTrait async returnsThrowingGetter() { await this.leaf.get(1); return { get then(): never { throw new Error('getter'); } }; }
  @asyncTrait async thenIsNoFunction() { return [await ({ then: 1 } as any), await this.leaf.get(1), { then: 2 }.then]; }
  @asyncTrait async functionWithThen() { return await Object.assign(() => 1, { then: (f: (x: string) => void) => f('called') }); }
  @asyncTrait async returnsAFunctionWithThen() { return Object.assign(() => 1, { then: (f: (x: string) => void) => f('called') }) as any; }

  @asyncTrait
  async subclassOfPromise() {
    class Own<T> extends Promise<T> {}
    return [await Own.resolve(1), await Own.resolve(this.leaf.get(2))];
  }

  @asyncTrait
  async constructorGetterThrows() {
    const promise = Promise.resolve(1);
    Object.defineProperty(promise, 'constructor', { get: () => { throw new Error('constructor'); } });
    try {
      return await promise;
    } catch (error) {
      return [error, await this.leaf.get(1)];
    }
  }

  @asyncTrait async returnsACall() { return this.leaf.get('tail'); }
  @asyncTrait async returnsAPromise() { return Promise.resolve('p'); }
  @asyncTrait async returnsARejection() { return Promise.reject(new Error('p')); }
  @asyncTrait async returnsItsOwnPublicCall() { return this.returnsACall(); }

  @asyncTrait
  async storedAndAwaitedTwice() {
    const stored = this.leaf.get('s');
    return [await stored, await stored, stored instanceof Promise, Object.prototype.toString.call(stored)];
  }

  @asyncTrait
  async thenCatchFinally() {
    return [
      await this.leaf.get(1).then((x: number) => x + 1),
      await this.leaf.get(2).catch(() => 'caught'),
      await this.leaf.get(3).finally(() => this.note('finally')),
      await Promise.allSettled([this.leaf.get(4), this.leaf.get(5)]),
      await Promise.race([this.leaf.get(6)]),
      await Promise.any([this.leaf.get(7)]),
    ];
  }
}

export const main = (log: Log) => matrix(log, Thenables);
