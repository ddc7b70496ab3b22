// Real code bases: every async function in their sources compiled, their own tests unchanged.
import fs from 'node:fs';
import path from 'node:path';
import { Tally } from '../transforms.mjs';
import { RECIPES } from '../packages/recipes.mjs';
import { regressionsOf, runTap, total } from '../packages/tap.mjs';
import { prepareCompiled, prepareNative } from '../packages/workspace.mjs';

export async function run(root, options) {
  const result = { baseline: 0, pass: 0, regressions: [], tally: new Tally(), notes: [] };
  const only = options.only?.split(',');
  for (const recipe of RECIPES.filter(({ name }) => !only || only.includes(name))) {
    if (!fs.existsSync(path.join(root, recipe.name))) {
      result.notes.push(`${recipe.name}: not there; git clone ${recipe.revision ? `--branch ${recipe.revision} ` : ''}${recipe.repository} ${path.join(root, recipe.name)}`);
      continue;
    }
    await runPackage(recipe, root, options, result);
  }
  return result;
}

async function runPackage(recipe, root, options, result) {
  const folder = prepareNative(recipe, root, options);
  const native = await runTap(recipe, folder);
  const { folder: target, files, tally } = await prepareCompiled(recipe, root, options);
  const compiled = await runTap(recipe, target);
  const lost = regressionsOf(native, compiled);
  const all = total(native.passed);
  const functions = Object.values(tally.compiled).reduce((sum, n) => sum + n, 0);
  const left = Object.values(tally.native).reduce((sum, n) => sum + n, 0);
  result.baseline += all;
  result.pass += all - lost.length;
  result.regressions.push(...lost.map(({ id, message }) => ({ id: `${recipe.name}: ${id}`, message })));
  result.tally.merge(tally);
  result.notes.push(`${recipe.name}: ${files} files, ${functions} functions compiled, ${left} left native; untouched ${all} pass`
    + ` (${native.failed.length} fail), compiled ${total(compiled.passed)} pass (${compiled.failed.length} fail), lost ${lost.length}`);
  if (options.verbose && (lost.length || !all)) {
    fs.writeFileSync(path.join(root, `${recipe.name}.native.txt`), native.out + native.errors);
    fs.writeFileSync(path.join(root, `${recipe.name}.compiled.txt`), compiled.out + compiled.errors);
  }
}
