import { fork, spawn, type ChildProcess } from 'node:child_process';
import type { Figures, Message } from './figures.js';

/** Every process of ours that still runs. They go before this one does, and so before their files are removed. */
const running = new Set<ChildProcess>();

/** To be called before anything else listens for the exit. */
export function endProcessesAtExit(): void {
  process.once('exit', () => {
    for (const child of running) child.kill('SIGKILL');
  });
}

/** Runs a Node program to its end and returns what it printed. A failure is an error with everything it said. */
export async function runNode(args: string[], cwd: string): Promise<string> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  return (await finished(child, args.join(' '))).stdout;
}

/** Runs the measuring program in `script` and returns what it found out. */
export async function runChild(script: string, args: string[], onWorking: (job: string) => void): Promise<Figures[]> {
  // With half-spaces of full size from the start, the bytes of some thousand items fit before the first collection.
  const execArgv = ['--expose-gc', '--min-semi-space-size=16'];
  const child = fork(script, args, { execArgv, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let figures: Figures[] = [];
  child.on('message', (message: Message) => {
    if (message.kind === 'working') onWorking(message.job);
    else figures = message.figures;
  });
  await finished(child, script);
  if (figures.length === 0) throw new Error(`${script} ended without a result`);
  return figures;
}

function finished(child: ChildProcess, name: string): Promise<{ stdout: string }> {
  running.add(child);
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      if (code === 0) resolve({ stdout });
      else reject(new Error(`${name} ended with ${signal ?? `exit code ${code}`}\n${stdout}${stderr}`.trimEnd()));
    });
  });
}
