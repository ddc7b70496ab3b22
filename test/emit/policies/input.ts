// Options become policies: each is named where it is used, so that a bundler keeps only those.
import { asyncTrait } from 'boxless';

@asyncTrait({ pool: { max: 4, onExhausted: 'wait', scope: 'class' } })
class Reader {
  async next(): Promise<number> {
    return await this.#load('row');
  }
  @asyncTrait({ exclusive: true, pool: { max: 8 } })
  async #load(key: string): Promise<number> {
    return key.length;
  }
  /** @asyncTrait { reuse: 'await-once',
   *                pool: {} } and what else there is to say */
  async peek(): Promise<number> {
    return 1;
  }
}

/** @asyncTrait({ returns: 'promise' }) */
export async function handler(request: string): Promise<string> {
  return request;
}
