// frame: 13
// coroutine: Made.counted
// compilerOptions: { "experimentalDecorators": true, "emitDecoratorMetadata": true }
// @ts-nocheck: what the checker refuses runs all the same, and has to run alike
/** The older dialect: decorators of others on the same method, class, property and parameter, and the metadata they get. */
import { asyncTrait } from 'boxless';
import { Case, Leaf, matrix, type Log } from './support/leaf';

type Any = any;

class Service { constructor(readonly name: string) {} }

const metadata: unknown[] = [];
(Reflect as Any).metadata = (key: string, value: Any) => (_target: Any, member: Any) => {
  metadata.push([key, String(member), Array.isArray(value) ? value.map((one) => one?.name) : value?.name]);
};

class Decorators extends Case {
  @asyncTrait
  async thatOnlyLook() {
    const seen: unknown[] = [];
    metadata.length = 0;
    const look = (text: string): Any => { seen.push(`evaluate ${text}`); return (target: Any, key: Any, descriptor: Any) => { seen.push(text, typeof target, String(key), descriptor?.value?.name, descriptor?.value?.length, descriptor?.enumerable); }; };
    const parameter = (text: string): Any => (target: Any, key: Any, index: number) => { seen.push(text, typeof target, key, index); };
    @look('class') class Made {
      constructor(readonly leaf: Leaf) {}
      @look('outer') @asyncTrait @look('inner') async m(a: number, @parameter('b') b: Service = new Service('b'), ...rest: string[]): Promise<Any> { return [a, b.name, rest, await this.leaf.get(a)]; }
      @look('inferred') @asyncTrait async inferred({ x }: { x: number }) { return await this.leaf.get(x); }
      @asyncTrait async parameters(@parameter('only') a: Service | undefined) { return [a, await this.leaf.get(1)]; }
      @look('counted') @asyncTrait async counted(a: boolean): Promise<Any> { let n = 0; const add = () => ++n; await this.leaf.get(a); add(); return [n, arguments.length]; }
      @look('plain') plain(): void {}
      @look('field') field: string = 'f';
      @look('getter') get got(): number { return 3; }
      @look('static') @asyncTrait static async s(leaf: Leaf) { return await leaf.get('static'); }
      @asyncTrait async undecorated() { return await this.m(3); }
    }
    const made = new Made(this.leaf);
    return [seen, metadata.filter((entry) => (entry as Any)[1] !== 'undecorated'), await made.m(1), await made.inferred({ x: 1 }), await made.parameters(undefined), await made.counted(true), await made.undecorated(), await Made.s(this.leaf), made.field, Object.getOwnPropertyNames(Made.prototype), Made.name];
  }

  @asyncTrait
  async thatWrap() {
    const calls: unknown[] = [];
    const wrap = (text: string): Any => (_target: Any, key: Any, descriptor: Any) => {
      const { value } = descriptor;
      return { ...descriptor, async value(this: Any, ...args: Any[]) { calls.push(text, String(key), args); return [text, await value.apply(this, args)]; } };
    };
    const replace = (value: Any): Any => class extends value { static replaced = true; };
    const key = Symbol('key');
    @replace class Made {
      static count = 1;
      constructor(readonly leaf: Leaf) {}
      @wrap('one') @asyncTrait @wrap('two') async m(a: Any): Promise<Any> { return [a, await this.leaf.get(a)]; }
      @asyncTrait async caller(): Promise<Any> { return await this.m('called'); }
      @wrap('key') @asyncTrait async [key](a: Any): Promise<Any> { return await this.leaf.get(a); }
      @wrap('static') @asyncTrait static async s(leaf: Leaf): Promise<Any> { return await leaf.get('s'); }
      @asyncTrait static async staticCaller(leaf: Leaf): Promise<Any> { return [await Made.s(leaf), (Made as Any).replaced]; }
    }
    class Derived extends Made { @asyncTrait override async m(a: Any) { return ['derived', await super.m(a)]; } }
    return [await new Made(this.leaf).m(1), await new Made(this.leaf).caller(), await new Derived(this.leaf).caller(), await new Made(this.leaf)[key](5), await Made.staticCaller(this.leaf), calls];
  }
}

export const main = (log: Log) => matrix(log, Decorators);
