import { asyncTrait } from 'boxless';

/** Throws if this is the place where the program is to stop. */
let where = '';
function stop(here: string): any {
  if (here === where) throw new Error(here);
  return 1;
}

const later = (value: any = 1): Promise<any> => new Promise((resolve) => setImmediate(resolve, value));

class Constructs {
  get failing(): any { return stop('getter'); }
  field: any = 1;
  source = { next: later };

  @asyncTrait
  async statements(): Promise<any> {
    stop('statement before');
    const one = stop('declaration before');
    await later();
    stop('statement after');
    const two = stop('declaration after');
    if (one) {
      stop('if after');
    } else stop('never');
    this.field = stop('assignment after');
    return stop('return after') + one + two;
  }

  @asyncTrait
  async expressions(): Promise<any> {
    const values = [
      stop('array before'),
      await later(),
      stop('array after'),
    ];
    const object = {
      a: stop('property before'),
      b: await later(),
      c: stop('property after'),
    };
    const sum = stop('operand before') + (await later()) +
      stop('operand after');
    const chosen = (await later()) ? stop('conditional after') : 0;
    const text = `${await later()} ${
      stop('template after')}`;
    const logical = (await later()) &&
      stop('logical after');
    return [values, object, sum, chosen, text, logical];
  }

  @asyncTrait
  async calls(): Promise<any> {
    const first = await this.callee(
      stop('argument before'),
      await later(),
      stop('argument after'),
    );
    await (await later(this.source)).next(
      stop('argument of awaited'));
    this.field += (await later()) + stop('compound after');
    return [first, new Array(stop('new after'))];
  }

  @asyncTrait
  async callee(...args: any[]): Promise<any> {
    await later();
    return args;
  }

  @asyncTrait
  async loops(): Promise<any> {
    for (let i = 0; i < 2; i++) {
      if (i === 1) stop('for second');
      await later();
      if (i === 1) stop('for second after');
    }
    let n = 0;
    while (n++ < 2) {
      stop('while before');
      await later();
      stop('while after');
    }
    do {
      await later();
      stop('do after');
    } while (stop('do test') > 1);
    for (const x of [1, 2]) {
      await later(x);
      stop('for of after');
    }
    for (const key in { a: 1 }) {
      await later(key);
      stop('for in after');
    }
    for await (const x of [1, later()]) {
      stop('for await body');
      await later(x);
      stop('for await after');
    }
    label: for (;;) {
      await later();
      for (;;) break label;
    }
    stop('loops end');
  }

  @asyncTrait
  async tries(): Promise<any> {
    try {
      await later();
      stop('try after');
    } finally {
      await later();
    }
    try {
      throw await later();
    } catch (error) {
      stop('catch before');
      await later(error);
      stop('catch after');
    }
    try {
      await later();
    } finally {
      stop('finally before');
      await later();
      stop('finally after');
    }
    stop('tries end');
  }

  @asyncTrait
  async switches(): Promise<any> {
    switch (await later()) {
      case 0:
        stop('never');
        break;
      case 1:
        stop('case before');
        await later();
        stop('case after');
      default:
        stop('default after');
    }
    switch (stop('discriminant')) {
      case await later():
        stop('awaited case');
    }
  }

  @asyncTrait
  async closures(): Promise<any> {
    const one = await later();
    const arrow = () =>
      stop('arrow after') + one;
    function declared() {
      return stop('function after');
    }
    class Local {
      method() {
        return stop('method after');
      }
    }
    await later();
    return [
      arrow(),
      declared(),
      new Local().method(),
      this.failing,
    ];
  }

  @asyncTrait
  async parameters(
    a = stop('default'),
    { b = stop('pattern default') } = {} as any,
  ): Promise<any> {
    await later();
    stop('parameters after');
    return [a, b];
  }

  @asyncTrait
  async patterns(): Promise<any> {
    const { a = stop('default in pattern') } = await later({});
    const [b = await later(), c = stop('default beside await')] = [] as any[];
    return [a, b, c];
  }

  @asyncTrait
  async generator(..._: any[]): Promise<any> {
    const count = arguments.length;
    stop('coroutine before');
    await later();
    stop('coroutine after');
    for (const x of [count]) {
      await later(x);
      stop('coroutine loop');
    }
  }

  @asyncTrait
  async using(): Promise<any> {
    await using a = { async [Symbol.asyncDispose]() { await later(); } };
    stop('using before');
    await later(a);
    stop('using after');
  }

  @asyncTrait
  async #hidden(): Promise<any> {
    await later();
    stop('private after');
  }

  @asyncTrait
  async privates(): Promise<any> {
    await this.#hidden();
    stop('privates end');
  }

  @asyncTrait
  static async statics(): Promise<any> {
    await later();
    stop('static after');
  }

  @asyncTrait
  async [`computed${1}`](): Promise<any> {
    await later();
    stop('computed after');
  }
}

const literal = {
  /** @asyncTrait */
  async plain(): Promise<any> {
    await later();
    stop('literal after');
  },
  /** @asyncTrait */
  async withSuper(): Promise<any> {
    super.toString();
    await later();
    stop('literal with super after');
  },
};

/** @asyncTrait */
async function declared(): Promise<any> {
  await later();
  stop('declared after');
}

/** @asyncTrait */
const arrow = async (): Promise<any> => {
  await later();
  stop('arrow function after');
};

(Symbol as any).asyncDispose ??= Symbol('Symbol.asyncDispose');
(Symbol as any).dispose ??= Symbol('Symbol.dispose');

/** The stack of the error at each place, or what happened in place of it. */
export async function main(places: readonly string[]): Promise<Record<string, string>> {
  const stacks: Record<string, string> = {};
  for (const place of places) {
    where = place;
    const made: any = new Constructs();
    const names = ['statements', 'expressions', 'calls', 'loops', 'tries', 'switches', 'closures', 'parameters', 'patterns', 'generator', 'using', 'privates', 'computed1'];
    const all = [...names.map((name) => () => made[name]()), Constructs.statics, literal.plain, () => literal.withSuper(), declared, arrow];
    for (const call of all) {
      try {
        await call();
      } catch (error) {
        stacks[place] = (error as Error).stack!;
        break;
      }
    }
  }
  return stacks;
}
