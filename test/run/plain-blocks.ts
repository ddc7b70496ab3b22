// frame: 6
/** Blocks without an await inside, in what awaits elsewhere: their jumps and returns are still the method's own. */
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class PlainTry extends Case {
  @asyncTrait
  async breaks() {
    const out: unknown[] = [];
    for (let i = 0; i < 5; i++) {
      try { if (i === 2) break; out.push(i); } finally { out.push('finally'); }
      await this.leaf.get(i);
    }
    return out;
  }

  @asyncTrait
  async breaksInHandlers() {
    const out: unknown[] = [];
    for (let i = 0; i < 5; i++) {
      try { if (i > 0) throw i; } catch (e) { if (e === 3) break; out.push(e); continue; } finally { out.push('finally'); }
      await this.leaf.get(i);
    }
    return out;
  }

  @asyncTrait
  async breaksASwitch() {
    const out: unknown[] = [];
    switch (1) {
      case 1:
        try { out.push(1); if (out.length === 1) break; } catch { out.push('caught'); }
        await this.leaf.get(2);
      default: out.push(2);
    }
    return out;
  }

  @asyncTrait
  async returnsAThenable() {
    await this.leaf.get(1);
    try { return { then: (take: (value: unknown) => void) => take('adopted') }; } finally { this.note(1); }
  }

  @asyncTrait
  async returnsAThenableFromACatch() {
    await this.leaf.get(1);
    try { throw new Error('x'); } catch { return { then: (take: (value: unknown) => void) => take('adopted') }; }
  }

  @asyncTrait
  async usesFunctionsBeforeTheirDeclaration() {
    await this.leaf.get(1);
    const out: unknown[] = [];
    if (this.leaf) { out.push(typeof f); async function f() {} }
    try { out.push(typeof g); async function g() {} } finally { out.push(typeof h); async function h() {} }
    for (const x of [1]) { out.push(typeof i, x); async function i() {} }
    for (const x of [1, 2]) {
      switch (x) { case 1: out.push(typeof j); break; default: async function j() {} }
      try { switch (x) { case 1: out.push(typeof k); continue; case 2: async function k() {} return out; } } finally { out.push('finally'); }
    }
    return out;
  }
}

export const main = (log: Log) => matrix(log, PlainTry);
