// frame: 10
// coroutine: Proxies._counted, Proxies._itemsCounted
/** What a Proxy is asked that passes through a method: its prototype, by nobody. */
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

type Any = any;

/** Logs what it is asked, but for `then` and `constructor`, which promises look at. */
const proxyOf = (target: object, log: Log): Any => new Proxy(target, new Proxy({}, {
  get: (_, trap: keyof typeof Reflect) => (of: object, key: unknown, ...rest: unknown[]) => {
    if (key !== 'then' && key !== 'constructor') log('asked', trap, String(key));
    return (Reflect[trap] as Any)(of, key, ...rest);
  },
}));

class Proxies extends Case {
  @asyncTrait
  async thrown() {
    await this.leaf.get(1);
    throw proxyOf(new Error('proxy'), this.log);
  }
  @asyncTrait
  async thrownThroughFrames() {
    try {
      await this.thrown();
    } catch (error) {
      await this.leaf.get(2);
      return typeof error;
    } finally {
      await this.leaf.get(3);
    }
  }
  @asyncTrait
  async thrownThroughACoroutine() {
    return await this._counted(1);
  }
  @asyncTrait
  async _counted(_: unknown): Promise<unknown> {
    try {
      return [arguments.length, await this.thrown()];
    } catch (error) {
      return typeof error;
    }
  }
  @asyncTrait
  async returned() {
    await this.leaf.get(1);
    return [typeof (await this._give())];
  }
  @asyncTrait
  async _give() {
    const given = proxyOf({}, this.log);
    await this.leaf.get(given === undefined);
    return given;
  }
  @asyncTrait({ reuse: 'await-once' })
  async _giveOnce() {
    const given = proxyOf({}, this.log);
    await this.leaf.get(given === undefined);
    return given;
  }
  @asyncTrait
  async returnedOnce() {
    const future = this._giveOnce();
    return [typeof (await future)];
  }
  @asyncTrait
  async *_items(_: unknown) {
    yield proxyOf({}, this.log);
  }
  @asyncTrait
  async *_itemsCounted(_: unknown): AsyncGenerator<Any, void, Any> {
    yield [arguments.length, yield proxyOf([], this.log)];
  }
  @asyncTrait
  async yielded() {
    for await (const item of this._items(1)) this.note(typeof item);
    for await (const item of this._itemsCounted(1)) this.note(typeof item);
  }
  @asyncTrait
  async awaited() {
    const list: Any[] = [proxyOf({}, this.log), proxyOf(async () => {}, this.log), proxyOf([], this.log)];
    for (const one of list) this.note(typeof (await one));
    return typeof (await Promise.reject(proxyOf(new Error('rejected'), this.log)).catch((error) => typeof error));
  }
}

export const main = (log: Log) => matrix(log, Proxies);
