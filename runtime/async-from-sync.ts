/**
 * The engine's own wrapper around a synchronous iterator (ECMAScript 27.1.6, which no program can get at): what `for await`
 * and `yield *` see of an array. Native async functions keep its ticks, and look at nothing it does not look at.
 */
import { checkResult, close, closeFailed, invoke, methodOf } from './iterators';

/**
 * Does this engine close the source when one of its values rejects, or when it has no `throw`? ECMAScript does since 2025.
 * Asked of the engine itself, once; the answer is there before anything can reject.
 */
const engine = askEngine();

function askEngine(): { closes: boolean } {
  const answer = { closes: false };
  const source = { next: () => ({ value: Promise.reject(source), done: false }), return: () => ((answer.closes = true), {}) };
  void (async () => {
    try {
      for await (const value of { [Symbol.iterator]: () => source } as unknown as Iterable<unknown>) void value;
    } catch {
      // What was to be seen.
    }
  })();
  return answer;
}

function read(method: unknown, source: object, args: unknown[]): { done: boolean; value: unknown } {
  const result = invoke(method, source, args);
  checkResult(result);
  return { done: Boolean(result.done), value: result.value };
}

export class AsyncFromSync {
  constructor(
    private readonly source: object,
    private readonly nextMethod: unknown,
  ) {}

  async next(...args: unknown[]): Promise<unknown> {
    const { done, value } = read(this.nextMethod, this.source, args);
    try {
      return { value: await value, done };
    } catch (error) {
      if (engine.closes && !done) closeFailed(this.source);
      throw error;
    }
  }

  async return(...args: unknown[]): Promise<unknown> {
    const method = methodOf(this.source, 'return');
    if (method === undefined) return { value: args[0], done: true };
    const { done, value } = read(method, this.source, args);
    return { value: await value, done };
  }

  async throw(...args: unknown[]): Promise<unknown> {
    const method = methodOf(this.source, 'throw');
    if (method === undefined) {
      if (!engine.closes) throw args[0];
      close(this.source);
      throw new TypeError("The iterator does not provide a 'throw' method");
    }
    const { done, value } = read(method, this.source, args);
    return { value: await value, done };
  }
}
