/** Mocks of a test framework stand where the compiled method stood, compiled callers or not. */
import { program, turn, untouchedProgram } from '../harness/program';

const TEXT = `
  export class Source {
    calls = 0;
    @asyncTrait async next(x: number): Promise<number> { this.calls++; return x; }
    @asyncTrait async later(x: number): Promise<number> { await new Promise((resolve) => setImmediate(resolve)); return x; }
  }
  export class Caller {
    constructor(readonly source: Source) {}
    @asyncTrait async sum(n: number) { let sum = 0; for (let i = 1; i <= n; i++) sum += (await this.source.next(i)) + (await this.source.later(i)); return sum; }
  }
`;

// The untouched decorator warns.
const silent = jest.spyOn(console, 'warn').mockImplementation(() => {});
afterAll(() => silent.mockRestore());

describe.each([['compiled', program], ['natively', untouchedProgram]])('%s', (_, make) => {
  const { Source, Caller } = make(TEXT);

  test('a spy on the object sees every call and calls through', async () => {
    const source = new Source();
    const spy = jest.spyOn(source, 'next');
    expect(await new Caller(source).sum(3)).toBe(12);
    expect(spy.mock.calls).toEqual([[1], [2], [3]]);
    expect(await Promise.all(spy.mock.results.map(({ value }) => value))).toEqual([1, 2, 3]);
    spy.mockRestore();
    expect(await new Caller(source).sum(1)).toBe(2);
    expect(source.calls).toBe(4);
  });

  test('a spy on the prototype replaces, resolves, rejects', async () => {
    const spy = jest.spyOn(Source.prototype, 'next');
    spy.mockResolvedValue(100);
    expect(await new Caller(new Source()).sum(2)).toBe(203);
    spy.mockImplementation(() => 7);
    expect(await new Caller(new Source()).sum(2)).toBe(17);
    spy.mockRejectedValueOnce(new Error('mocked'));
    await expect(new Caller(new Source()).sum(2)).rejects.toThrow('mocked');
    spy.mockRestore();
    expect(await new Caller(new Source()).sum(2)).toBe(6);
  });

  test('mocked while a call is suspended', async () => {
    const source = new Source();
    const call = new Caller(source).sum(3);
    await turn();
    jest.spyOn(source, 'later').mockResolvedValue(0);
    // The first `later` was under way already.
    expect(await call).toBe(1 + 1 + 2 + 0 + 3 + 0);
  });
});
