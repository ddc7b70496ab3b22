import { asyncTrait as trait } from 'boxless';

const options = { scheduling: 'microtask' } as const;
const scheduling = 'microtask';

@trait(options)
export class Cursor {
  @trait({ scheduling })
  async next(): Promise<number> {
    return 1;
  }

  @trait({ scheduling: 'sometimes' })
  async peek(): Promise<number> {
    return 1;
  }
}
