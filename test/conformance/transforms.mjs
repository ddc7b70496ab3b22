// The transforms a suite can be run through. Each gives
//   transform(source, { path, module, strict }) -> source,     and
//   prelude, a script that a realm has to run before transformed code, or null.
// `Tally` counts what was compiled, what was left native, and why.
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { bundleRuntime } from './runtime-bundle.mjs';
import { methodize } from './methodize.mjs';

const require = createRequire(import.meta.url);
export const RUNTIME_GLOBAL = '__boxless';

export async function loadTransform(options) {
  const made = await load(options);
  if (!options.methodize) return made;
  return { ...made, transform: (source, info) => made.transform(methodize(source, info), info) };
}

async function load(options) {
  switch (options.transform) {
    case 'native': return { name: 'native', prelude: null, tally: new Tally(), transform: (source) => source };
    case 'ts-esnext': return { name: 'ts-esnext', prelude: null, tally: new Tally(), transform: printer() };
    case 'boxless': return boxless(options);
    default: {
      const own = await import(pathToFileURL(path.resolve(options.transform)));
      return { name: options.transform, prelude: own.prelude ?? null, tally: new Tally(), transform: own.transform };
    }
  }
}

/** Compiler options under which TypeScript only prints again what it read. */
export function printerOptions(ts) {
  return {
    target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, allowJs: true,
    moduleDetection: ts.ModuleDetectionKind.Legacy, alwaysStrict: false,
    verbatimModuleSyntax: false, isolatedModules: false,
  };
}

function printer() {
  const ts = require('typescript');
  return (source, info) => ts.transpileModule(source, {
    fileName: info.path, reportDiagnostics: false, compilerOptions: printerOptions(ts),
  }).outputText;
}

/** The plugin options that the command line can set. */
export function pluginOptions(options) {
  return {
    include: 'all',
    ...(options.scheduling === 'default' ? {} : { scheduling: options.scheduling }),
    ...(options.eager ? { eager: options.eager } : {}),
    ...(options.returns ? { returns: options.returns } : {}),
  };
}

function boxless(options) {
  const ts = require('typescript');
  const { transformSource } = require(path.join(options.dist, 'transformer/index.js'));
  const tally = new Tally();
  return {
    name: 'boxless', tally,
    prelude: bundleRuntime(path.join(options.dist, 'runtime/internal.js'), RUNTIME_GLOBAL),
    transform(source, info) {
      const result = transformSource(source, {
        fileName: info.path, compilerOptions: { ...printerOptions(ts), ...info.compilerOptions },
        runtime: info.runtime ?? { global: RUNTIME_GLOBAL }, ...pluginOptions(options),
      });
      tally.add(result.report, result.diagnostics);
      return result.code;
    },
  };
}

/** How many functions were compiled, how many left native, and why; sums over files and over workers. */
export class Tally {
  compiled = {};
  native = {};
  diagnostics = {};

  add(report, diagnostics = []) {
    for (const entry of report?.compiled ?? []) count(this.compiled, reasoned(entry.strategy ?? 'compiled', entry.reason));
    for (const entry of report?.native ?? []) count(this.native, `${entry.code ?? '?'} ${firstLine(entry.message)}`);
    for (const entry of diagnostics ?? []) count(this.diagnostics, `${entry.code} ${firstLine(entry.messageText ?? entry.message)}`);
  }

  /** What was counted since the last call: workers send it home with each result. */
  take() {
    const { compiled, native, diagnostics } = this;
    this.compiled = {}; this.native = {}; this.diagnostics = {};
    return { compiled, native, diagnostics };
  }

  merge(other) {
    for (const key of ['compiled', 'native', 'diagnostics']) {
      for (const [name, n] of Object.entries(other?.[key] ?? {})) count(this[key], name, n);
    }
  }
}

const count = (table, key, n = 1) => { table[key] = (table[key] ?? 0) + n; };
const reasoned = (strategy, reason) => (reason ? `${strategy}: ${firstLine(reason)}` : strategy);
const firstLine = (message) => {
  const text = typeof message === 'object' && message ? message.messageText : message;
  // Names differ from file to file: the reason is what stays.
  return String(text ?? '').split('\n')[0].replace(/(["']).*?\1/g, '…').slice(0, 110);
};
