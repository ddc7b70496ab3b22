// Runs a command that prints TAP, and compares two such runs.
import { spawn } from 'node:child_process';

const PATIENCE = 5 * 60_000;

/** -> { passed: Map(name -> times), failed: [{ id, message }], code } */
export async function runTap({ test: [command, ...args], env }, cwd) {
  const { out, code, errors } = await capture(command, args, cwd, env);
  const passed = new Map(), failed = [];
  for (const line of out.split('\n')) {
    const result = /^\s*(not )?ok\b\s*\d*\s*(?:- )?(.*?)(?:\s+#\s+(time|TODO|SKIP|todo|skip)\b.*)?(?:\s*\{)?\s*$/.exec(line);
    if (!result) continue;
    const name = stable(result[2]);
    if (!result[1]) passed.set(name, (passed.get(name) ?? 0) + 1);
    else if (result[3]?.toLowerCase() !== 'todo') failed.push({ id: name, message: reason(out, line) });
  }
  return { passed, failed, code, errors: errors.slice(-2000), out };
}

/** Names that passed untouched, and pass less often or not at all compiled. */
export function regressionsOf(native, compiled) {
  const messages = new Map(compiled.failed.map(({ id, message }) => [id, message]));
  const lost = [];
  for (const [name, times] of native.passed) {
    const missing = times - (compiled.passed.get(name) ?? 0);
    for (let i = 0; i < missing; i++) lost.push({ id: name, message: messages.get(name) ?? 'did not run, or not as often' });
  }
  return lost;
}

export const total = (passed) => [...passed.values()].reduce((sum, times) => sum + times, 0);

/** Times, ports and random values differ from run to run. */
const stable = (name) => name.replace(/\s*#\s*time=.*$/, '').replace(/\d+(\.\d+)?\s*ms\b/g, 'N ms').trim();

/** The first line of the diagnosis that follows a failure. */
function reason(out, line) {
  const after = out.slice(out.indexOf(line) + line.length, out.indexOf(line) + line.length + 3000);
  const message = /^\s*(?:error|message|operator):\s*(.*(?:\n\s{4,}.*)?)/m.exec(after);
  return message ? message[1].replace(/\s+/g, ' ').slice(0, 160) : 'not ok';
}

function capture(command, args, cwd, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, detached: true, env: { ...process.env, CI: '1', NODE_ENV: 'test', FORCE_COLOR: '0', ...env } });
    let out = '', errors = '';
    const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), PATIENCE); // with its children;
    child.stdout.on('data', (chunk) => { out += chunk; });
    child.stderr.on('data', (chunk) => { errors += chunk; });
    child.on('error', reject);
    child.on('close', (code) => { clearTimeout(timer); resolve({ out: out.replace(/\x1b\[[\d;]*m/g, ''), errors, code }); });
  });
}
