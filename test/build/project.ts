/** Real projects in a temporary folder, as a user has them: `node_modules/boxless` leads to this package. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const root = resolve(__dirname, '../..');
const programs = join(__dirname, 'programs');

export const plugin = { transform: 'boxless/transformer' };
export const checkPlugin = { ...plugin, transformProgram: true };

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export class Project {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'boxless-build-')));

  constructor() {
    mkdirSync(join(this.folder, 'node_modules'));
    symlinkSync(root, join(this.folder, 'node_modules/boxless'), 'dir');
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Objects are written as JSON. */
  write(name: string, content: string | object): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }

  /** Puts one of `programs/` into the project. */
  add(program: string, as = program): void {
    mkdirSync(dirname(this.path(as)), { recursive: true });
    cpSync(join(programs, program), this.path(as));
  }

  tspc(...args: string[]): Ran {
    return this.node(join(root, 'node_modules/ts-patch/bin/tspc.js'), ...args);
  }

  node(...args: string[]): Ran {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: this.folder, encoding: 'utf8' });
    return { status, out: stdout, err: stderr };
  }

  start(...args: string[]): ChildProcess {
    return spawn(process.execPath, args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'inherit'] });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Options every project here has. */
export const common = {
  strict: true,
  skipLibCheck: true,
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  lib: ['ES2023', 'ESNext.Disposable'],
};
