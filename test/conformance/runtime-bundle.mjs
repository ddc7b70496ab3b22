// The built runtime as one script, so that every realm can have a runtime of its own (and with it its own Promise).
import fs from 'node:fs';
import path from 'node:path';

/** Source that defines `globalThis[name]` as the exports of `entry` and everything it requires relatively. */
export function bundleRuntime(entry, name) {
  const root = path.dirname(entry);
  const files = new Map();
  const visit = (file) => {
    if (files.has(file)) return;
    files.set(file, null);
    const source = fs.readFileSync(file, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
    files.set(file, source.replace(/\brequire\((["'])(\.[^"']*)\1\)/g, (_, quote, request) => {
      const target = resolve(path.resolve(path.dirname(file), request));
      visit(target);
      return `require(${JSON.stringify(path.relative(root, target))})`;
    }));
  };
  visit(entry);
  const table = [...files].map(([file, source]) =>
    `${JSON.stringify(path.relative(root, file))}: function (module, exports, require) {\n${source}\n}`);
  return `(function (global, host) {
var files = {\n${table.join(',\n')}\n};
var loaded = Object.create(null);
function require(id) {
  if (!Object.prototype.hasOwnProperty.call(files, id)) {
    if (host) return host(id);
    throw new Error('the runtime asks for ' + id + ', which a bare realm does not have');
  }
  if (!loaded[id]) { var module = loaded[id] = { exports: {} }; files[id](module, module.exports, require); }
  return loaded[id].exports;
}
Object.defineProperty(global, ${JSON.stringify(name)}, {
  value: require(${JSON.stringify(path.relative(root, entry))}), writable: true, enumerable: false, configurable: true,
});
})(globalThis, typeof require === 'function' ? require : undefined);`;
}

function resolve(file) {
  for (const candidate of [file, file + '.js', path.join(file, 'index.js')]) {
    if (fs.statSync(candidate, { throwIfNoEntry: false })?.isFile()) return candidate;
  }
  throw new Error(`the runtime requires ${file}, which is not there`);
}
