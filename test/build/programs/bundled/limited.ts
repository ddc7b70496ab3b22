import { asyncTrait } from 'boxless';
import { print, Rows } from './rows.js';

class Reader {
  private readonly rows = new Rows();

  @asyncTrait({ exclusive: true, signal: 'last' })
  async first(signal?: AbortSignal): Promise<number | null> {
    return signal === undefined ? await this.rows.next() : null;
  }
}

print(new Reader().first());
