// What a test262 file says about itself, and which files make up the two corpora.
import fs from 'node:fs';
import path from 'node:path';
import { asyncKinds } from '../parse.mjs';

const FRONT = /\/\*---([\s\S]*?)---\*\//;
const FOLDERS = ['test/language', 'test/built-ins', 'test/staging', 'test/annexB'];

export function parseMeta(source) {
  const front = FRONT.exec(source);
  const meta = { flags: [], includes: [], features: [], negative: false };
  if (!front) return meta;
  const text = front[1].replace(/\r\n?/g, '\n');
  for (const key of ['flags', 'includes', 'features']) meta[key] = list(text, key);
  meta.negative = /^negative:/m.test(text);
  return meta;
}

/** A YAML list, in brackets or one item a line. */
function list(text, key) {
  const inline = new RegExp(`^${key}:[ \\t]*\\[([\\s\\S]*?)\\]`, 'm').exec(text);
  if (inline) return inline[1].split(',').map((item) => item.trim()).filter(Boolean);
  const lines = new RegExp(`^${key}:[ \\t]*\\n((?:[ \\t]+-[^\\n]*\\n?)+)`, 'm').exec(text);
  return lines ? lines[1].split('\n').map((item) => item.trim().replace(/^-\s*/, '')).filter(Boolean) : [];
}

/** All runs of a corpus: a file counts once or twice (sloppy and strict). */
export function selectRuns(root, { mode, filter, noGen }) {
  const pattern = filter && new RegExp(filter);
  const runs = [];
  for (const folder of FOLDERS) for (const file of jsFiles(path.join(root, folder))) {
    const rel = path.relative(root, file).split(path.sep).join('/');
    if (pattern && !pattern.test(rel)) continue;
    const source = fs.readFileSync(file, 'utf8');
    const meta = parseMeta(source);
    if (meta.negative || meta.flags.includes('CanBlockIsFalse')) continue;
    if (!(mode === 'asyncify' ? isOrdinary(source, meta, rel) : isAsync(source, meta, noGen))) continue;
    for (const variant of variants(meta)) runs.push(runOf(`${rel}#${variant}`));
  }
  return runs;
}

export function runOf(id) {
  const [rel, variant] = id.split('#');
  return { id, rel, strict: variant === 'strict' };
}

export const mentionsAsync = (source) => /\basync\b|\bawait\b/.test(source.replace(FRONT, ''));

function isAsync(source, meta, noGen) {
  if (!mentionsAsync(source)) return false;
  const kinds = [...asyncKinds(source, meta.flags.includes('module'))];
  if (!kinds.length) return false;
  return !noGen || kinds.some((kind) => /^async-(function|method|arrow)|await-in|tla/.test(kind));
}

/** Fit for asyncify: synchronous scripts about more than the lexical grammar, without endless recursion. */
function isOrdinary(source, meta, rel) {
  if (!rel.startsWith('test/language/') || mentionsAsync(source)) return false;
  if (meta.flags.some((flag) => ['async', 'raw', 'module'].includes(flag))) return false;
  if (/\/(identifiers|white-space|line-terminators|comments|literals\/(regexp|string|numeric))\//.test(rel)) return false;
  return !meta.features.includes('tail-call-optimization');
}

function variants({ flags }) {
  if (flags.includes('module') || flags.includes('raw')) return [''];
  if (flags.includes('onlyStrict')) return ['strict'];
  return flags.includes('noStrict') ? ['sloppy'] : ['sloppy', 'strict'];
}

function* jsFiles(folder) {
  if (!fs.existsSync(folder)) return;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* jsFiles(file);
    else if (entry.name.endsWith('.js') && !entry.name.includes('_FIXTURE')) yield file;
  }
}
