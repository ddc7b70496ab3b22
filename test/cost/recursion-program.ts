/** Methods that call themselves before they have awaited anything. */
import { asyncTrait } from 'boxless';

@asyncTrait
class Recursive {
  async awaited(n: number): Promise<number> {
    return n === 0 ? 0 : await this.awaited(n - 1);
  }
  async returned(n: number): Promise<number> {
    return n === 0 ? 0 : this.returned(n - 1);
  }
}

/** The most levels that do not overflow the stack, to 100. What does rejects. */
export async function levels(method: 'awaited' | 'returned'): Promise<number> {
  process.on('unhandledRejection', () => {});
  const recursive = new Recursive();
  let [least, most] = [100, 100_000];
  while (most - least > 100) {
    const middle = (least + most) >> 1;
    const fits = await recursive[method](middle).then(() => true, () => false);
    if (fits) least = middle;
    else most = middle;
  }
  return least;
}
