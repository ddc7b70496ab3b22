/** Rows that are there, and one that has to be waited for; not compiled. */
export class Rows {
  private row = 0;

  async next(): Promise<number | null> {
    if (this.row === 3) await null;
    return this.row < 5 ? this.row++ : null;
  }
}

/** Says what a program has come to, and whether its futures are ours. */
export function print(result: Promise<unknown>): void {
  void result.then((value) => console.log(JSON.stringify(value), Object.getPrototypeOf(result) === Promise.prototype ? 'native' : 'pooled'));
}
