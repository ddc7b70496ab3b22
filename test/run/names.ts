// frame: 20
/** Names that the emitted code might use for itself. */
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class ForOf extends Case {
  @asyncTrait async runtimeNames() {
    const out: unknown[] = [];
    for (const x of [1, 2]) out.push(await this.leaf.get(x));
    return out;
  }
}

class traits extends Case {
  @asyncTrait async wait() { return await this.leaf.get('wait'); }
  @asyncTrait async poll() { return await this.wait(); }
  @asyncTrait async call() { return await this.poll(); }
  @asyncTrait async self() { return await this.call(); }
  @asyncTrait async then_() { return await this.self(); }
}

class t extends Case {
  @asyncTrait async s() { return await this.leaf.get('s'); }
}

class Dollars extends Case {
  @asyncTrait
  async dollars() {
    const $t = await this.leaf.get(1), $f = 2, $1 = 3, $s = await this.leaf.get(4), $$p = 5;
    return [$t, $f, $1, await this.leaf.get($s), $$p];
  }

  @asyncTrait
  async ordinaryWords() {
    const pending = await this.leaf.get('pending'), door = 1, require_ = 2, module = await this.leaf.get('module'), exports = 3, Promise = 4;
    return [pending, door, require_, module, exports, Promise];
  }

  @asyncTrait async $m$() { return await this.leaf.get('$'); }
  @asyncTrait async ünïcode() { return await this.leaf.get('ü'); }
  @asyncTrait async next() { return await this.next$resume(); }
  @asyncTrait async next$resume() { let n = 0; while (n < 2) n = await this.leaf.get(n + 1); return n; }
  @asyncTrait async constructor_() { return await this.leaf.get('c'); }
  @asyncTrait async prototype() { return await this.leaf.get('p'); }
  @asyncTrait async arguments_() { return await this.leaf.get('a'); }
  @asyncTrait async undefined_(undefined: any = this.leaf.calls) { return [undefined, await this.leaf.get('u'), undefined]; }
}

class SameNames extends Case {
  @asyncTrait async outer() {
    class SameNames { @asyncTrait async m() { return 'inner'; } }
    return [await new SameNames().m(), await this.leaf.get(1)];
  }
}

{
  class Dollars { @asyncTrait async m() { return 1; } }
  void Dollars;
}

export const main = (log: Log) => matrix(log, ForOf, traits, t, Dollars, SameNames);
