/** The plugin's options: checked by name and value, since a misspelt option must not be silently ignored. */
import type * as TS from 'typescript';
import { problemsOf } from './trait-options';
import { diagnose } from './diagnostics';
import type { Diagnostic, Options, RuntimeAccess, Ts } from './model';

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

/**
 * @param place says where an option is written; without one its faults are reported at the start of `file`
 */
export function readOptions(given: object, file: TS.SourceFile, told: (diagnostic: Diagnostic) => void, place?: OptionPlace): Options {
  const report = (diagnostic: Diagnostic, name: string): void => told({ ...diagnostic, ...place?.(name) });
  const options: Record<string, unknown> = { scheduling: 'eager', eager: 'traits', include: 'marked', pool: undefined, returns: undefined, checked: false, runtime: undefined };
  for (const [name, value] of Object.entries(given)) {
    if (HOST_KEYS.has(name) || value === undefined) continue;
    const allowed = ALLOWED[name];
    if (name === 'runtime') {
      if (value === 'import' || value === 'require' || typeof (value as { global?: unknown }).global === 'string') options['runtime'] = value as RuntimeAccess;
      else report(diagnose(file, undefined, 'badPluginOption', name, JSON.stringify(value), "'import', 'require' or { global: NAME }"), name);
    } else if (DEFAULTS.includes(name)) {
      const problems = problemsOf({ [name]: value });
      for (const problem of problems) {
        if (problem.kind === 'unknown') report(diagnose(file, undefined, 'unknownPluginOption', problem.path, problem.known), name);
        else report(diagnose(file, undefined, 'badPluginOption', problem.path, JSON.stringify(at(value, problem.path)), problem.allowed), name);
      }
      if (problems.length === 0) options[name] = value;
    } else if (allowed === undefined) report(diagnose(file, undefined, 'unknownPluginOption', name, [...Object.keys(ALLOWED), ...DEFAULTS, 'runtime'].join(', ')), name);
    else if (!allowed.includes(value)) report(diagnose(file, undefined, 'badPluginOption', name, JSON.stringify(value), allowed.map((word) => (typeof word === 'string' ? `'${word}'` : String(word))).join(' or ')), name);
    else options[name] = value;
  }
  return options as unknown as Options;
}

/** Where an option is written, if that can be told. */
export type OptionPlace = (name: string) => Pick<Diagnostic, 'file' | 'start' | 'length'> | undefined;

/** The place of an option in the tsconfig.json of the program: in the first entry of `plugins` that has it. */
export function inConfig(program: TS.Program, ts: Ts): OptionPlace {
  const file = program.getCompilerOptions()['configFile'] as TS.JsonSourceFile | undefined;
  const find = (node: TS.Node, name: string, inPlugins: boolean): TS.Node | undefined => {
    const isProperty = ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name);
    if (isProperty && inPlugins && (node.name as TS.StringLiteral).text === name) return node.name;
    return ts.forEachChild(node, (child) => find(child, name, inPlugins || (isProperty && (node.name as TS.StringLiteral).text === 'plugins')));
  };
  return (name) => {
    const node = file && find(file, name, false);
    return node && { file: file!, start: node.getStart(file), length: node.end - node.getStart(file) };
  };
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
