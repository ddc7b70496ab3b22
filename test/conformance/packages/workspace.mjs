// The work folder: PATH/<name> is a checkout that stays as it is, PATH/.native/<name> a copy with its dependencies,
// PATH/.compiled/<name> a copy of that whose sources went through the transform.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { loadTransform } from '../transforms.mjs';

const SOURCE = /\.(js|mjs|cjs|ts|mts|cts)$/;

export function prepareNative(recipe, root, { fresh }) {
  const copy = path.join(root, '.native', recipe.name);
  const target = path.join(copy, recipe.folder ?? '.');
  if (fs.existsSync(path.join(target, 'node_modules')) && !fresh) return target;
  fs.rmSync(copy, { recursive: true, force: true });
  fs.cpSync(path.join(root, recipe.name), copy, {
    recursive: true, filter: (file) => !/(^|\/)(\.git|node_modules)$/.test(path.relative(root, file)),
  });
  // Only what its tests need: development dependencies hold linters, browsers and compilers by the hundred megabytes.
  const manifestFile = path.join(target, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
  delete manifest.devDependencies;
  fs.writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
  command(['npm', 'install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--save-dev', ...recipe.install], target);
  if (recipe.prepare) command(recipe.prepare, target);
  return target;
}

export async function prepareCompiled(recipe, root, options) {
  const copy = path.join(root, '.compiled', recipe.name);
  const target = path.join(copy, recipe.folder ?? '.');
  fs.rmSync(copy, { recursive: true, force: true });
  fs.cpSync(path.join(root, '.native', recipe.name), copy, { recursive: true, verbatimSymlinks: true });
  const made = await loadTransform(options);
  let files = 0;
  for (const entry of recipe.compile) for (const file of sources(path.join(target, entry))) {
    if (recipe.skip?.test(path.relative(target, file))) continue;
    const text = fs.readFileSync(file, 'utf8');
    if (!/\basync\b/.test(text)) continue;
    files++;
    // TypeScript's sources become JavaScript under their own name: every loader of TypeScript reads that too.
    fs.writeFileSync(file, made.transform(text, { path: file, runtime: isModule(file, target) ? 'import' : 'require' }));
  }
  if (options.transform === 'boxless') {
    const home = path.join(target, 'node_modules/boxless');
    fs.cpSync(options.dist, path.join(home, 'dist'), { recursive: true });
    fs.copyFileSync(path.join(import.meta.dirname, '../../../package.json'), path.join(home, 'package.json'));
  }
  return { folder: target, files, tally: made.tally };
}

function* sources(file) {
  if (!fs.existsSync(file)) return;
  if (fs.statSync(file).isFile()) { if (SOURCE.test(file) && !/\.d\.[mc]?ts$/.test(file)) yield file; return; }
  for (const entry of fs.readdirSync(file)) yield* sources(path.join(file, entry));
}

/** What Node goes by: the extension, else the nearest package.json. TypeScript that imports may be compiled to either. */
function isModule(file, root) {
  if (/\.m[jt]s$/.test(file)) return true;
  if (/\.c[jt]s$/.test(file)) return false;
  if (file.endsWith('.ts') && /^(import|export)\s/m.test(fs.readFileSync(file, 'utf8'))) return true;
  for (let folder = path.dirname(file); folder.startsWith(root); folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (fs.existsSync(manifest)) return JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module';
  }
  return false;
}

function command([name, ...args], cwd) {
  const done = spawnSync(name, args, { cwd, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${name} ${args.join(' ')} in ${cwd}: ${done.stderr || done.stdout || done.error}`);
}
