import { asyncTrait } from 'boxless';

export class Cursor {
  @asyncTrait({ exclusive: true })
  async evaluates(text: string): Promise<unknown> {
    return eval(text);
  }

  @asyncTrait({ pool: { max: 1, onExhausted: 'wait' } })
  async with(text: string): Promise<unknown> {
    return eval(text);
  }

  @asyncTrait({ pool: { max: 1, onExhausted: 'throw' } })
  async *each(): AsyncGenerator<number> {
    yield 1;
  }
}
