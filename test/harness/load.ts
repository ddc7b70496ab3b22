/** Runs a compiled program as a CommonJS module, with everything it imports compiled in the same way. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Compile, Program } from './compile';
import { ROOT } from './discover';

type Exports = Record<string, unknown>;

export interface Loaded {
  readonly exports: Exports;
  /** The program and its imports, by their path in the repository. */
  readonly programs: ReadonlyMap<string, Program>;
}

/** `require('drive:next')` gives the `Driver` of `next`. */
const DRIVE = 'drive:';

/** A class that makes the call `await o.next()` on the spot. One per method, since a poll site names its method. */
export function driverOf(method: string): string {
  return `class {
    @asyncTrait async drive(o: any): Promise<unknown> { await undefined; return await o.${method}(); }
  }`;
}

export function load(file: string, compile: Compile, text?: string): Loaded {
  const programs = new Map<string, Program>();
  const modules = new Map<string, { exports: Exports }>();

  const evaluate = (path: string, source: string): Exports => {
    const known = modules.get(path);
    if (known) return known.exports;
    const program = compile(source, path);
    programs.set(relative(ROOT, path), program);
    const module = { exports: {} as Exports };
    modules.set(path, module);
    const requireFrom = (specifier: string): unknown => {
      if (specifier.startsWith(DRIVE)) return evaluate(join(ROOT, `${specifier.replace(':', '-')}.ts`), `import { asyncTrait } from 'boxless'; export const Driver = ${driverOf(specifier.slice(DRIVE.length))};`);
      if (!specifier.startsWith('.')) return require(specifier);
      const found = join(dirname(path), `${specifier.replace(/\.js$/, '')}.ts`);
      if (!existsSync(found)) throw new Error(`${path} imports ${specifier}, which does not exist`);
      return evaluate(found, readFileSync(found, 'utf8'));
    };
    const body = new Function('module', 'exports', 'require', `${program.code}\n//# sourceURL=${path}`) as (...args: unknown[]) => void;
    body(module, module.exports, requireFrom);
    return module.exports;
  };

  return { exports: evaluate(file, text ?? readFileSync(file, 'utf8')), programs };
}
