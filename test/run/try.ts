// frame: 31
/** Every way into and out of try, catch and finally, with awaits in each part. */
import { asyncTrait } from 'boxless';
import { Case, matrix, type Log } from './support/leaf';

class Try extends Case {
  _fail(message: string): never {
    throw new Error(message);
  }

  @asyncTrait
  async caught() {
    try {
      return await this.leaf.get('try');
    } catch (error) {
      return ['caught', error];
    }
  }

  @asyncTrait
  async caughtWithoutVariable() {
    try {
      await this.leaf.get(1);
      this._fail('after');
    } catch {
      this.note('caught');
    }
    return await this.leaf.get(2);
  }

  @asyncTrait
  async caughtPattern() {
    try {
      await this.leaf.get(1);
      throw { code: 7 };
    } catch ({ code = 0, message = this.note('default') }: any) {
      const again = await this.leaf.get(code);
      return [code, message, again];
    }
  }

  @asyncTrait
  async finallyRunsOnce() {
    try {
      this.note('try');
      await this.leaf.get(1);
      await this.leaf.get(2);
    } finally {
      this.note('finally');
    }
    return 'end';
  }

  @asyncTrait
  async awaitInCatch() {
    let where = 'start';
    try {
      where = 'try';
      await this.leaf.get(1);
      this._fail('boom');
    } catch (error) {
      where = await this.leaf.get('catch');
      return [where, error];
    }
  }

  @asyncTrait
  async awaitInFinally() {
    const out: unknown[] = [];
    try {
      out.push(await this.leaf.get(1));
    } finally {
      out.push(await this.leaf.get(2));
      this.note('finally');
    }
    return out;
  }

  @asyncTrait
  async awaitInAll() {
    const out: unknown[] = [];
    try {
      out.push(await this.leaf.get('try'));
      this._fail('boom');
    } catch (error) {
      out.push(error, await this.leaf.get('catch'));
    } finally {
      out.push(await this.leaf.get('finally'));
    }
    return out;
  }

  @asyncTrait
  async returnThroughFinally() {
    let value = 'returned';
    try {
      await this.leaf.get(1);
      return value;
    } finally {
      value = 'changed';
      await this.leaf.get(2);
      this.note('finally');
    }
  }

  @asyncTrait
  async finallyOverridesReturn() {
    try {
      return await this.leaf.get('try');
    } finally {
      return await this.leaf.get('finally');
    }
  }

  @asyncTrait
  async finallyOverridesThrow() {
    try {
      await this.leaf.get(1);
      this._fail('lost');
    } finally {
      await this.leaf.get(2);
      return 'kept';
    }
  }

  @asyncTrait
  async plainFinallyOverrides() {
    for (const x of [1, 2]) {
      try {
        await this.leaf.get(x);
        if (x === 2) this._fail('lost');
        return 'lost';
      } finally {
        if (x === 1) continue;
        break;
      }
    }
    return 'end';
  }

  @asyncTrait
  async throwInFinally() {
    try {
      await this.leaf.get(1);
      return 'lost';
    } finally {
      this._fail('finally');
    }
  }

  @asyncTrait
  async throwInAwaitingFinally() {
    try {
      await this.leaf.get(1);
      this._fail('first');
    } finally {
      await this.leaf.get(2);
      this._fail('second');
    }
  }

  @asyncTrait
  async rethrow() {
    try {
      try {
        await this.leaf.get(1);
        this._fail('inner');
      } catch (error) {
        await this.leaf.get(2);
        throw new Error(`outer of ${(error as Error).message}`);
      } finally {
        await this.leaf.get(3);
      }
    } catch (error) {
      return [error, await this.leaf.get(4)];
    }
  }

  @asyncTrait
  async breakThroughFinally() {
    const out: unknown[] = [];
    outer: for (let i = 0; i < 3; i++) {
      for (;;) {
        try {
          out.push(await this.leaf.get(i));
          if (i === 0) break;
          if (i === 1) continue outer;
          break outer;
        } finally {
          out.push('finally', await this.leaf.get(i * 10));
        }
      }
      out.push('after');
    }
    return out;
  }

  @asyncTrait
  async continueThroughFinally() {
    const out: unknown[] = [];
    for (const x of [1, 2, 3]) {
      try {
        if (x === 2) continue;
        out.push(await this.leaf.get(x));
      } catch (error) {
        out.push(error);
        if (x === 3) break;
        continue;
      } finally {
        out.push('f', await this.leaf.get(-x));
      }
      out.push('end');
    }
    return out;
  }

  @asyncTrait
  async breakThroughPlainFinally() {
    const out: unknown[] = [];
    outer: for (let i = 0; i < 3; i++) {
      do {
        try {
          out.push(await this.leaf.get(i));
          if (i === 0) break;
          if (i === 1) continue outer;
          break outer;
        } finally {
          out.push('finally');
        }
      } while (true);
      out.push('after');
    }
    return out;
  }

  @asyncTrait
  async jumpsOutOfCatch() {
    const out: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      try {
        await this.leaf.get(i);
        if (i > 0) this._fail(`e${i}`);
      } catch (error) {
        out.push(error, await this.leaf.get('c'));
        if (i === 1) continue;
        if (i === 2) break;
      }
      out.push(i);
    }
    return out;
  }

  @asyncTrait
  async nestedFinallys() {
    const out: unknown[] = [];
    try {
      try {
        try {
          return await this.leaf.get('value');
        } finally {
          out.push(await this.leaf.get('one'));
        }
      } finally {
        out.push('two');
      }
    } finally {
      out.push(await this.leaf.get('three'));
      this.note(out);
    }
  }

  @asyncTrait
  async breakInsideFinally() {
    const out: unknown[] = [];
    for (;;) {
      try {
        await this.leaf.get(1);
        this._fail('lost');
      } finally {
        await this.leaf.get(2);
        break;
      }
    }
    block: try {
      await this.leaf.get(3);
      break block;
    } finally {
      out.push(await this.leaf.get(4));
    }
    return out;
  }

  @asyncTrait
  async loopInFinally() {
    const out: unknown[] = [];
    try {
      await this.leaf.get(0);
    } finally {
      for (const x of [1, 2, 3]) {
        if (x === 3) break;
        if (x === 1) continue;
        out.push(await this.leaf.get(x));
      }
    }
    return out;
  }

  @asyncTrait
  async tryInALoopCatchesAndGoesOn() {
    const out: unknown[] = [];
    for (let i = 0; i < 3; i++) {
      try {
        out.push(await this.leaf.get(i));
      } catch (error) {
        out.push(error);
      }
    }
    return out;
  }

  @asyncTrait
  async returnAwaitInTryIsCaught() {
    try {
      return await this.leaf.get(1);
    } catch {
      return 'caught';
    }
  }

  @asyncTrait
  async returnWithoutAwaitIsNotCaught() {
    try {
      return this.leaf.get(1);
    } catch {
      return 'never';
    } finally {
      this.note('finally');
    }
  }

  @asyncTrait
  async catchWithPlainFinally() {
    const out: unknown[] = [];
    try {
      await this.leaf.get(1);
      this._fail('a');
    } catch (error) {
      out.push(error, await this.leaf.get(2));
      return out;
    } finally {
      this.note('finally');
    }
  }

  @asyncTrait
  async catchVariableCaptured() {
    try {
      await this.leaf.get(1);
      this._fail('a');
    } catch (error) {
      const read = () => (error as Error).message;
      await this.leaf.get(2);
      return read();
    }
  }

  @asyncTrait
  async catchVariableReassigned() {
    try {
      await this.leaf.get(1);
      this._fail('a');
    } catch (error: any) {
      error = await this.leaf.get('b');
      return error;
    }
  }

  @asyncTrait
  async shadowedCatchVariable() {
    const error = 'outer';
    try {
      await this.leaf.get(1);
      this._fail('inner');
    } catch (error) {
      await this.leaf.get(2);
      this.note((error as Error).message);
    }
    return error;
  }

  @asyncTrait
  async variablesOfTheTryBlock() {
    let x = 'outer';
    try {
      let x = await this.leaf.get('inner');
      const y = x + (await this.leaf.get('y'));
      this.note(y);
    } finally {
      this.note(x);
    }
    return x;
  }

  @asyncTrait
  async throwAwaited() {
    try {
      throw await this.leaf.get('thrown value');
    } catch (thrown) {
      return thrown;
    }
  }

  @asyncTrait
  async undefinedIsThrown() {
    try {
      await this.leaf.get(1);
      throw undefined;
    } catch (thrown) {
      return ['caught', thrown, await this.leaf.get(2)];
    } finally {
      await this.leaf.get(3);
    }
  }
}

export const main = (log: Log) => matrix(log, Try);
