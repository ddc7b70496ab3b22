/** The plugin's options: checked by name and value, since a misspelt option must not be silently ignored. */
import type * as TS from 'typescript';
import { diagnose } from './diagnostics';
import type { Diagnostic, Options, RuntimeAccess } from './model';

const ALLOWED: Record<string, readonly string[]> = {
  scheduling: ['eager', 'microtask'],
  eager: ['traits', 'values'],
  include: ['marked', 'all'],
};

/** ts-patch hands some of its own keys on; they are not ours to judge. */
const HOST_KEYS = new Set(['transform', 'after', 'afterDeclarations', 'transformProgram', 'type', 'import', 'name', 'resolvePathAliases', 'tsConfig']);

export function readOptions(given: object, file: TS.SourceFile, report: (diagnostic: Diagnostic) => void): Options {
  const options: Record<string, unknown> = { scheduling: 'eager', eager: 'traits', include: 'marked', runtime: undefined };
  for (const [name, value] of Object.entries(given)) {
    if (HOST_KEYS.has(name) || value === undefined) continue;
    const allowed = ALLOWED[name];
    if (name === 'runtime') {
      if (value === 'import' || value === 'require' || typeof (value as { global?: unknown }).global === 'string') options['runtime'] = value as RuntimeAccess;
      else report(diagnose(file, undefined, 'badPluginOption', name, JSON.stringify(value), "'import', 'require' or { global: NAME }"));
    } else if (allowed === undefined) report(diagnose(file, undefined, 'unknownPluginOption', name, [...Object.keys(ALLOWED), 'runtime'].join(', ')));
    else if (!allowed.includes(value as string)) report(diagnose(file, undefined, 'badPluginOption', name, JSON.stringify(value), allowed.map((word) => `'${word}'`).join(' or ')));
    else options[name] = value;
  }
  return options as unknown as Options;
}

/** A beginning for our names that no name of the file has. */
export function freePrefix(text: string): string {
  let prefix = '$';
  while (new RegExp(`(?<![\\w$])${prefix.replaceAll('$', '\\$')}[A-Za-z0-9_]`).test(text)) prefix += '$';
  return prefix;
}
