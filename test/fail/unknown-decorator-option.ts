import * as boxless from 'boxless';

const name = 'scheduling';

export class Cursor {
  @boxless.asyncTrait({ pol: 3 })
  async next(): Promise<number> {
    return 1;
  }

  @boxless.asyncTrait({ [name]: 'eager', ...{} })
  async peek(): Promise<number> {
    return 1;
  }
}
