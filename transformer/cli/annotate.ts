/**
 * `boxless annotate FILE`: the file with every async function marked that the transformer makes a frame of.
 *
 *   class Reader {                        @asyncTrait
 *     async next() { ... }          ->    class Reader {
 *   }                                       async next() { ... }
 *
 * Only marks are inserted; every other character stays.
 */
import * as ts from 'typescript';
import { messageOf, table } from '../diagnostics';
import { transformSource } from '../source';

export interface Annotated {
  readonly text: string;
  /** What got no mark, and why. */
  readonly left: readonly Left[];
}

interface Left {
  readonly start: number;
  /** `BX90110: why` */
  readonly message: string;
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** `tag`: the JSDoc tag everywhere, for tools that know no decorators, not just where a decorator cannot stand. */
export function annotate(fileName: string, text: string, { tag = false } = {}): Annotated {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.ESNext, true);
  const { wanted, left } = candidates(fileName, text);
  const takenName = !importsDecorator(file) && /\basyncTrait\b/.test(text);
  const usesTags = tag || takenName || /\.[cm]?jsx?$/.test(fileName);
  const insertions: Insertion[] = [];

  const mark = (node: ts.Node, canDecorate: boolean): void => {
    insertions.push(canDecorate && !usesTags ? decoratorFor(node, text) : tagFor(node, text));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node)) {
      const methods = node.members.filter(isAsyncMethod).map((method) => method.getStart());
      if (methods.length > 0 && methods.every((start) => wanted.has(start))) {
        mark(node, true);
        methods.forEach((start) => wanted.delete(start));
      }
    }
    const name = ts.isFunctionLike(node) ? wanted.get(node.getStart()) : undefined;
    if (name !== undefined) {
      const carrier = carrierOf(node);
      if (carrier === undefined) left.push({ start: node.getStart(), message: notMarked(name, 'a mark has no place here', 'Give the function a name of its own.') });
      else mark(carrier, ts.isMethodDeclaration(carrier) && ts.isClassDeclaration(carrier.parent) && !ts.isPrivateIdentifier(carrier.name));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  const decorated = insertions.some((insertion) => insertion.text.startsWith('@'));
  if (decorated && !importsDecorator(file)) insertions.push(importFor(file));
  return { text: withInsertions(text, insertions), left };
}

/** Functions that are not marked: those that would be frames, by where they begin, and the others. */
function candidates(fileName: string, text: string): { wanted: Map<number, string>; left: Left[] } {
  const { report: marked } = transformSource(text, { fileName });
  const done = new Set([...marked.compiled, ...marked.native].map(({ start }) => start));
  const { report } = transformSource(text, { fileName, include: 'all' });
  const wanted = new Map<number, string>();
  const left: Left[] = [];
  for (const { name, start, strategy, reason = '' } of report.compiled) {
    if (done.has(start)) continue;
    if (strategy === 'frame') wanted.set(start, name);
    else left.push({ start, message: notMarked(name, `${reason}, so each call would be a generator`, 'Marked by hand it is compiled, but no faster.') });
  }
  for (const { start, code, message } of report.native) if (!done.has(start)) left.push({ start, message: `${code}: ${message}` });
  return { wanted, left };
}

function notMarked(...words: [name: string, reason: string, help: string]): string {
  return `BX${table.notMarked.code}: ${messageOf('notMarked', ...words)}`;
}

function isAsyncMethod(member: ts.ClassElement): boolean {
  return ts.isMethodDeclaration(member) && member.body !== undefined && !!member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
}

/** What the mark stands before: the function itself, or the declaration or property whose value it is. */
function carrierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isMethodDeclaration(node) || ts.isFunctionDeclaration(node)) return node;
  const { parent } = node;
  if (ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent;
  const list = ts.isVariableDeclaration(parent) ? parent.parent : undefined;
  return list !== undefined && ts.isVariableStatement(list.parent) && (list as ts.VariableDeclarationList).declarations.length === 1 ? list.parent : undefined;
}

/** The white space before `node` if it begins its line. */
function indentOf(node: ts.Node, text: string): string | undefined {
  const start = node.getStart();
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return line.trim() === '' ? line : undefined;
}

function decoratorFor(node: ts.Node, text: string): Insertion {
  const indent = indentOf(node, text);
  return { at: node.getStart(), text: indent === undefined ? '@asyncTrait ' : `@asyncTrait\n${indent}` };
}

/** A JSDoc comment of its own, or one more line in the one that is there. */
function tagFor(node: ts.Node, text: string): Insertion {
  const indent = indentOf(node, text);
  const comment = ts.getLeadingCommentRanges(text, node.getFullStart())?.findLast(({ pos }) => text.startsWith('/**', pos));
  if (comment === undefined) return { at: node.getStart(), text: indent === undefined ? '/** @asyncTrait */ ' : `/** @asyncTrait */\n${indent}` };
  const isMultiline = text.slice(comment.pos, comment.end).includes('\n');
  const end = comment.end - '*/'.length;
  const line = `* @asyncTrait\n${indent ?? ''} `;
  return isMultiline ? { at: end, text: line } : { at: text.slice(0, end).trimEnd().length, text: `\n${indent ?? ''} ${line.trimEnd()}\n${indent ?? ''}` };
}

function importsDecorator(file: ts.SourceFile): boolean {
  return file.statements.some((statement) => {
    if (!ts.isImportDeclaration(statement) || (statement.moduleSpecifier as ts.StringLiteral).text !== 'boxless') return false;
    const bindings = statement.importClause?.namedBindings;
    return bindings !== undefined && ts.isNamedImports(bindings) && bindings.elements.some(({ name, propertyName }) => name.text === 'asyncTrait' && propertyName === undefined);
  });
}

/** Behind the last import; in a file without one before the first statement and its comments. */
function importFor(file: ts.SourceFile): Insertion {
  const text = "import { asyncTrait } from 'boxless';";
  const last = file.statements.findLast(ts.isImportDeclaration);
  if (last !== undefined) return { at: last.end, text: `\n${text}` };
  const shebang = ts.getShebang(file.text);
  return { at: shebang === undefined ? 0 : shebang.length + 1, text: `${text}\n` };
}

function withInsertions(text: string, insertions: readonly Insertion[]): string {
  let out = '';
  let from = 0;
  for (const { at, text: inserted } of [...insertions].sort((a, b) => a.at - b.at)) {
    out += text.slice(from, at) + inserted;
    from = at;
  }
  return out + text.slice(from);
}
