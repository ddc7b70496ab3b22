import { asyncTrait } from 'boxless';

interface Point {
  /** A comment that moves lines. */
  x: number;
}

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class Thrower {
  @asyncTrait
  async frame(after: boolean): Promise<Point> {
    const point: Point = { x: 1 };

    if (!after) throw new Error('frame before'); // line: frame before
    await later();
    point.x++;
    throw new Error('frame after'); // line: frame after
  }

  @asyncTrait
  async frameLoop(turns: number): Promise<void> {
    for (let i = 0; i < turns; i++) {
      await later();
      const text: string = 'frame loop';

      if (i === turns - 1) {
        throw new Error(text); // line: frame loop
      }
    }
  }

  @asyncTrait
  async coroutine(after: boolean): Promise<Point> {
    const count = arguments.length;
    if (!after) throw new Error('coroutine before'); // line: coroutine before
    await later();
    if (count > 0) throw new Error('coroutine after'); // line: coroutine after
    return { x: 0 };
  }

  @asyncTrait
  async callee(): Promise<number> {
    const object = JSON.parse('{}') as { list: number[] };
    await later();
    return object.list.length; // line: type error
  }

  @asyncTrait
  async caller(): Promise<number> {
    const one = 1;
    return one + await this.callee(); // line: awaiting caller
  }
}

async function print(name: string, call: Promise<unknown>): Promise<void> {
  await call.catch((error: Error) => console.log(`${name}\n${error.stack}\n`));
}

async function main(): Promise<void> {
  const thrower = new Thrower();
  await print('frame before', thrower.frame(false));
  await print('frame after', thrower.frame(true));
  await print('frame loop', thrower.frameLoop(3));
  await print('coroutine before', thrower.coroutine(false));
  await print('coroutine after', thrower.coroutine(true));
  await print('type error', thrower.callee());
  await print('awaiting caller', thrower.caller());
}

void main();
