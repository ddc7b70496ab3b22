// A fresh realm with test262's host object, and the loading of modules in it.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import v8 from 'node:v8';

v8.setFlagsFromString('--expose-gc');
const gc = vm.runInNewContext('gc');

/** `prelude`: a vm.Script run in every realm, also in those a test makes for itself. */
export function makeRealm(print, prelude) {
  const context = vm.createContext(Object.create(null), { origin: 'test262' });
  const global = vm.runInContext('globalThis', context);
  const define = (name, value) => Object.defineProperty(global, name, { value, writable: true, enumerable: false, configurable: true });
  const $262 = {
    global,
    createRealm: () => makeRealm(print, prelude).$262,
    evalScript: (source) => new vm.Script(source).runInContext(context),
    detachArrayBuffer: (buffer) => { structuredClone(buffer, { transfer: [buffer] }); },
    gc: () => { gc(); },
    agent: undefined,
  };
  define('print', print);
  define('setTimeout', setTimeout);
  define('clearTimeout', clearTimeout);
  define('$262', $262);
  prelude?.runInContext(context);
  return { context, global, $262 };
}

/** Loads the modules of one test into one realm. */
export class ModuleLoader {
  cache = new Map();
  evaluations = new WeakMap();

  constructor(context, transform) { this.context = context; this.transform = transform; }

  async import(file) {
    const module = this.load(file);
    await this.link(module);
    if (module.status === 'errored') throw module.error;
    if (module.status === 'evaluated') return module;
    if (module.status === 'evaluating' && !this.evaluations.has(module)) return module;
    await this.evaluate(module);
    return module;
  }

  async run(file) {
    const module = this.load(file);
    await this.link(module);
    await this.evaluate(module);
  }

  load(file) {
    const known = this.cache.get(file);
    if (known) return known;
    const source = fs.readFileSync(file, 'utf8');
    const { context } = this;
    const module = file.endsWith('.json')
      ? new vm.SyntheticModule(['default'], function () { this.setExport('default', vm.runInContext(`(${source})`, context)); }, { context, identifier: file })
      : new vm.SourceTextModule(this.transform(source, { path: file, strict: true, module: true }), {
        context, identifier: file, initializeImportMeta() { },
        importModuleDynamically: (request) => this.import(path.resolve(path.dirname(file), request)),
      });
    this.cache.set(file, module);
    return module;
  }

  async link(module) {
    if (module.status !== 'unlinked') return;
    await module.link((request, from) => this.load(path.resolve(path.dirname(from.identifier), request)));
  }

  /** One evaluation per module: V8 aborts the process on a second one in some states. */
  evaluate(module) {
    const known = this.evaluations.get(module);
    if (known) return known;
    const { promise, start } = deferred();
    this.evaluations.set(module, promise);
    start(module.evaluate());
    return promise;
  }
}

function deferred() {
  let start;
  const promise = new Promise((resolve) => { start = resolve; });
  return { promise, start };
}
