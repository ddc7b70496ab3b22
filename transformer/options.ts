/** The plugin's options: checked by name and value, since a misspelt option must not be silently ignored. */
import type * as TS from 'typescript';
import { problemsOf } from './1-find/trait-options';
import { diagnose } from './diagnostics';
import type { Diagnostic, Options, RuntimeAccess } from './model';

const ALLOWED: Record<string, readonly unknown[]> = {
  scheduling: ['eager', 'microtask'],
  eager: ['traits', 'values'],
  include: ['marked', 'all'],
  checked: [false, true],
};

/** Options of traits that make sense for all of them. `exclusive` and `reuse` change what a call means: said where it is written. */
const DEFAULTS = ['pool', 'returns'];

/** ts-patch hands some of its own keys on; they are not ours to judge. */
const HOST_KEYS = new Set(['transform', 'after', 'afterDeclarations', 'transformProgram', 'type', 'import', 'name', 'resolvePathAliases', 'tsConfig']);

export function readOptions(given: object, file: TS.SourceFile, report: (diagnostic: Diagnostic) => void): Options {
  const options: Record<string, unknown> = { scheduling: 'eager', eager: 'traits', include: 'marked', pool: undefined, returns: undefined, checked: false, runtime: undefined };
  for (const [name, value] of Object.entries(given)) {
    if (HOST_KEYS.has(name) || value === undefined) continue;
    const allowed = ALLOWED[name];
    if (name === 'runtime') {
      if (value === 'import' || value === 'require' || typeof (value as { global?: unknown }).global === 'string') options['runtime'] = value as RuntimeAccess;
      else report(diagnose(file, undefined, 'badPluginOption', name, JSON.stringify(value), "'import', 'require' or { global: NAME }"));
    } else if (DEFAULTS.includes(name)) {
      const problems = problemsOf({ [name]: value });
      for (const problem of problems) {
        if (problem.kind === 'unknown') report(diagnose(file, undefined, 'unknownPluginOption', problem.path, problem.known));
        else report(diagnose(file, undefined, 'badPluginOption', problem.path, JSON.stringify(at(value, problem.path)), problem.allowed));
      }
      if (problems.length === 0) options[name] = value;
    } else if (allowed === undefined) report(diagnose(file, undefined, 'unknownPluginOption', name, [...Object.keys(ALLOWED), ...DEFAULTS, 'runtime'].join(', ')));
    else if (!allowed.includes(value)) report(diagnose(file, undefined, 'badPluginOption', name, JSON.stringify(value), allowed.map((word) => (typeof word === 'string' ? `'${word}'` : String(word))).join(' or ')));
    else options[name] = value;
  }
  return options as unknown as Options;
}

/** What stands at the end of `path`, whose first word is the option itself. */
function at(value: unknown, path: string): unknown {
  return path.split('.').slice(1).reduce((inner, name) => (inner as Record<string, unknown>)[name], value);
}

/** A beginning for our names that no name of the file has. */
export function freePrefix(text: string): string {
  let prefix = '$';
  while (new RegExp(`(?<![\\w$])${prefix.replaceAll('$', '\\$')}[A-Za-z0-9_]`).test(text)) prefix += '$';
  return prefix;
}
