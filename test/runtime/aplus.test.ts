/** Promises/A+, all 872 cases, where every promise is the future of a Completer, or of a compiled call that awaits one. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linked } from '../harness/built-runtime';
import { compiled } from '../harness/compile';

jest.setTimeout(180_000);

const ADAPTER = `
  import { asyncTrait, Completer } from 'boxless';
  class Calls {
    @asyncTrait async leaf(completer: any) { return await completer.future; }
    @asyncTrait async call(completer: any) { await undefined; return await this.leaf(completer); }
  }
  const calls = new Calls();
  export const deferred = (way: string) => () => {
    const completer = new Completer<any>();
    return { promise: way === 'completer' ? completer.future : calls.call(completer), resolve: (value: any) => completer.resolve(value), reject: (error: any) => completer.reject(error) };
  };
`;

test.each(['completer', 'future'])('%s', async (way) => {
  const folder = mkdtempSync(join(tmpdir(), 'boxless-aplus-'));
  try {
    const { code } = compiled()(ADAPTER, 'adapter.ts');
    writeFileSync(join(folder, 'adapter.cjs'), linked(code));
    writeFileSync(join(folder, 'main.cjs'), `
      const run = require(${JSON.stringify(require.resolve('promises-aplus-tests'))});
      process.on('unhandledRejection', () => {});
      run({ deferred: require('./adapter.cjs').deferred('${way}') }, { reporter: 'dot' }, (error) => { if (error) console.error(error.message); });`);
    const out = await new Promise<string>((resolve) => execFile(process.execPath, [join(folder, 'main.cjs')], { maxBuffer: 1 << 24 }, (_error, stdout, stderr) => resolve(stdout + stderr)));
    expect(out).toMatch(/872 passing/);
    expect(out).not.toMatch(/failing/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
