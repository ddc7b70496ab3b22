import { asyncTrait } from 'boxless';

export class Cursor {
  @asyncTrait
  next(): number {
    return 1;
  }

  @asyncTrait
  get key(): string {
    return '';
  }

  @asyncTrait
  value = async (): Promise<string> => '';
}
